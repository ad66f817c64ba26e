import type { SessionFields } from '../meeting/types';
import type { Chance } from './chance';
import type { Ledger } from './ledger';
import type { Roster } from './people';
import type { Timeline } from './timeline';

/** Everything that the parts of the sample share. */
export interface SampleWorld {
  readonly chance: Chance;
  readonly ledger: Ledger;
  readonly timeline: Timeline;
  readonly roster: Roster;
  /** Id of the programme. */
  readonly programme: string;
  /** Ids of the parties by their key in the programme file. */
  readonly parties: ReadonlyMap<string, string>;
  /** People whose display name was confirmed at an earlier meeting or day. */
  readonly confirmed: Set<string>;
  /** Whether a person signs in with the address that is on file: always, or never. */
  readonly signsIn: Map<string, boolean>;
}

export interface SampleSession extends SessionFields {
  readonly id: string;
}

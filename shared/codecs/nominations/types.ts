import type { Capacity, Modality, SourceDocument } from '../../domain/nomination/types';
import type { Gender } from '../../domain/person/types';
import type { Issue } from '../issue';
import type { Mapping } from '../table/mapping';
import type { Sheet } from '../table/sheet';
import type { DayOrder } from './dates';
import type { NominationField } from './header-names';
import type { NominationIssueCode } from './issues';
import type { SourceName } from './name';

/** How a text was read as a party; `matching/party-names` answers in this shape. */
export type PartyReading =
  | { readonly party: { readonly id: string }; readonly evidence: string }
  | { readonly candidates: readonly { readonly id: string }[] };

/** Country or organization by any of its names and codes; `null`: none that is known. */
export type ResolveParty = (text: string) => PartyReading | null;

export type NominationMapping = Mapping<NominationField>;

/** What a row says, once read. `null`: the source does not say. */
export interface NominationData {
  readonly name: SourceName;
  /** Id of the party. */
  readonly party: string | null;
  /** As written; compare in lower case. */
  readonly emails: readonly string[];
  readonly institution: string;
  readonly jobTitle: string;
  readonly capacity: Capacity | null;
  readonly modality: Modality | null;
  readonly gender: Gender | null;
  readonly source: SourceDocument | null;
  readonly receivedOn: string | null;
  readonly remarks: string;
}

/** Somebody who is known already, with the nomination for this meeting when there is one. */
export interface ExistingNominee {
  readonly personId: string;
  readonly family: string;
  readonly given: string;
  readonly full: string;
  readonly emails: readonly string[];
  /** Id of the party that nominated them for this meeting; `null`: not nominated for it. */
  readonly party: string | null;
  readonly nominationId: string | null;
  /** Values to compare, where they are known. */
  readonly fields?: Partial<ComparedFields>;
  readonly listed?: Listed;
}

/**
 * What a list says where somebody corrected it, as it is compared; `name`: the whole name. Read once
 * more, it says nothing new by it.
 */
export type Listed = Readonly<Partial<Record<keyof ComparedFields | 'name', string>>>;

/** Fields that a new list can change, as one text each. */
export interface ComparedFields {
  readonly family: string;
  readonly given: string;
  readonly honorific: string;
  readonly native: string;
  readonly emails: string;
  readonly institution: string;
  readonly jobTitle: string;
  readonly capacity: string;
  readonly modality: string;
  readonly gender: string;
  readonly source: string;
  readonly receivedOn: string;
  readonly remarks: string;
}

export interface FieldChange {
  readonly field: keyof ComparedFields;
  readonly from: string;
  readonly to: string;
}

/**
 * `new`: no nomination for this meeting (`match` names a person who is known from elsewhere);
 * `changed`: `changes` lists the fields; `same`; `conflict`: it contradicts what is there, a human
 * decides; `error`: it cannot be taken over as it is.
 */
export type Verdict = 'new' | 'changed' | 'same' | 'conflict' | 'error';

/** Somebody whom a conflict is with, and what the row would change of what is known of them. */
export interface Against {
  readonly personId: string;
  /** Their nomination for this meeting, and the party that made it. */
  readonly nominationId: string | null;
  readonly party: string | null;
  readonly changes: readonly FieldChange[];
}

export interface NominationRow extends NominationData {
  /** Names the row among all sheets that were read together. */
  readonly key: string;
  /** Which of those sheets, and its row in it, both counted from 0. */
  readonly part: number;
  readonly at: number;
  /** Name of the worksheet; empty for a text file. */
  readonly sheet: string;
  /** Line of the file, or row of the worksheet. */
  readonly row: number;
  readonly verdict: Verdict;
  readonly issues: readonly Issue<NominationIssueCode>[];
  readonly partyText: string;
  /** Why the text was read as the party; `null` when it was not, or there is none. */
  readonly partyEvidence: string | null;
  /** Ids of the parties that the text could mean. */
  readonly partyCandidates: readonly string[];
  readonly match: {
    readonly personId: string;
    readonly nominationId: string | null;
    readonly by: 'email' | 'name' | 'choice';
  } | null;
  readonly changes: readonly FieldChange[];
  /** People whom a conflict is with, and their ids. */
  readonly against: readonly Against[];
  readonly candidates: readonly string[];
  /** Only of a row that was corrected: also what was corrected of the same nomination before. */
  readonly listed?: Listed;
  /** A human decided that the nomination of another party becomes one of this row's. */
  readonly movesParty?: true;
}

/** Cells as a human corrected them in the preview: key of the row → field → text. */
export type RowEdits = ReadonlyMap<string, Readonly<Partial<Record<NominationField, string>>>>;

/** One sheet of a file, and which of its columns holds what. */
export interface NominationPart {
  readonly sheet: Sheet;
  readonly mapping: NominationMapping;
  /** The party of rows of this sheet that name none; before that of the whole list. */
  readonly party?: string;
}

export interface NominationInput extends NominationPart, ReadingContext {}

/** What all sheets of a list are read by. */
export interface ReadingContext {
  readonly resolveParty: ResolveParty;
  /** Folds a name for comparing: `foldName` of `matching/`. */
  readonly foldName: (name: string) => string;
  readonly existing: readonly ExistingNominee[];
  /** Last day of the meeting, `YYYY-MM-DD`, when it is known. */
  readonly lastDay?: string | null;
  /** The user's answer to dates that could be two. */
  readonly dayOrder?: DayOrder;
  readonly edits?: RowEdits;
  /** Holds for all rows that do not say otherwise: a list that one delegation sent. */
  readonly defaults?: {
    readonly party?: string;
    readonly capacity?: Capacity;
    readonly modality?: Modality;
    readonly source?: SourceDocument;
    readonly receivedOn?: string;
  };
}

export interface NominationList {
  readonly rows: readonly NominationRow[];
  readonly counts: Readonly<Record<Verdict, number>>;
}

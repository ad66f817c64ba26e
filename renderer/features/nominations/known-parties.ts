import { useEffect, useMemo, useState } from 'react';
import type { Party, PartyFields } from '@shared/domain/party/types';
import { countryFields } from '@shared/domain/programme/file';
import { countriesFileSchema } from '@shared/domain/programme/types';
import { LOADING, type Loadable } from '../../db/collections';

/** A party of the programme, or a country of the world that is none yet. */
export interface KnownParty extends PartyFields {
  /** Id of the record; `country:JPN` while there is none. */
  readonly id: string;
  readonly recorded: boolean;
}

/** Everything that a list can name as a delegation. */
export interface KnownParties {
  readonly all: readonly KnownParty[];
  readonly byId: ReadonlyMap<string, KnownParty>;
}

let countries: Promise<PartyFields[]> | null = null;

/** The table of countries is only fetched when somebody imports or adds a name. */
function loadCountries(): Promise<PartyFields[]> {
  countries ??= import('@assets/countries.json').then((file) =>
    countriesFileSchema.parse(file.default).countries.map(countryFields),
  );
  return countries;
}

/** The programme's parties and all other countries, so that a non-member is known as itself. */
export function knownParties(
  parties: readonly Party[],
  world: readonly PartyFields[],
): KnownParties {
  const codes = new Set(parties.map(({ code }) => code));
  const numbers = new Set(parties.map(({ m49 }) => m49).filter((m49) => m49 !== null));
  const others = world.filter(
    ({ code, m49 }) => !codes.has(code) && (m49 === null || !numbers.has(m49)),
  );
  const all: KnownParty[] = [
    ...parties.map((party) => ({ ...party, recorded: true })),
    ...others.map((fields) => ({ ...fields, id: `country:${fields.code}`, recorded: false })),
  ];
  return { all, byId: new Map(all.map((party) => [party.id, party])) };
}

export function useKnownParties(parties: readonly Party[]): Loadable<KnownParties> {
  const [world, setWorld] = useState<Loadable<PartyFields[]>>(LOADING);
  useEffect(() => {
    let gone = false;
    loadCountries().then(
      (value) => {
        if (!gone) setWorld({ state: 'ready', value });
      },
      (error: unknown) => {
        countries = null;
        const message = error instanceof Error ? error.message : String(error);
        if (!gone) setWorld({ state: 'failed', message });
      },
    );
    return () => {
      gone = true;
    };
  }, []);
  return useMemo(
    () =>
      world.state === 'ready'
        ? { state: 'ready', value: knownParties(parties, world.value) }
        : world,
    [world, parties],
  );
}

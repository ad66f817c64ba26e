import { UN_LANGUAGES } from '../language';
import type { Names } from '../language';
import { dayBefore } from '../party/rules';
import type { PartyFields } from '../party/types';
import type { ProgrammeFields } from './operations';
import { sortNamesOf } from './sort-name';
import type { Country, NamesOnFile, PartyFacts, ProgrammeFile } from './types';

/** Names as records hold them: a language without an official name is absent. */
export function namesOf(onFile: Partial<NamesOnFile>): Names {
  const names: Names = {};
  for (const language of UN_LANGUAGES) {
    const name = onFile[language];
    if (name) names[language] = name;
  }
  return names;
}

/** First day of a year or month; a day stays. */
function firstDay(partial: string): string {
  return `${partial}-01-01`.slice(0, 10);
}

/**
 * The designations one after the other: each former one to the day before it was replaced, the
 * present one from then on. A party that was never renamed has none. A replacement known only by
 * its year counts from the first day of that year.
 */
function designationsOf(facts: PartyFacts): PartyFields['designations'] {
  if (facts.formerDesignations.length === 0) return [];
  const former = facts.formerDesignations.map((one, index, all) => {
    const before = all[index - 1];
    return {
      code: one.acronym,
      names: namesOf(one.names),
      from: before ? firstDay(before.replacedOn) : null,
      to: dayBefore(firstDay(one.replacedOn)),
    };
  });
  const last = facts.formerDesignations.at(-1);
  const present = {
    code: facts.kind === 'organization' ? facts.acronym : null,
    names: namesOf(facts.names),
    from: last ? firstDay(last.replacedOn) : null,
    to: null,
  };
  return [...former, present];
}

/** What a country has before anything is known about its part in a programme. */
export function countryFields(country: Country): PartyFields {
  const names = namesOf(country.names);
  return {
    kind: 'country',
    code: country.code,
    iso2: country.iso2,
    m49: country.m49,
    region: country.region,
    subregion: country.subregion,
    names,
    sortNames: sortNamesOf(names),
    organizationKind: null,
    statuses: [],
    designations: [],
    footnotes: [],
    footnote: null,
    flags: [],
    language: null,
    aliases: [],
  };
}

function partyFieldsOf(facts: PartyFacts): PartyFields {
  const names = namesOf(facts.names);
  const own =
    facts.kind === 'country'
      ? countryFields(facts)
      : {
          kind: facts.kind,
          code: facts.acronym,
          iso2: null,
          m49: null,
          region: null,
          subregion: null,
          names,
          sortNames: sortNamesOf(names),
          organizationKind: facts.type,
        };
  return {
    ...own,
    statuses: facts.statuses.map(({ status, from, until }) => ({ status, from, to: until })),
    designations: designationsOf(facts),
    footnote: facts.footnote?.texts.en ?? null,
    footnotes: [],
    flags: facts.flags.map(({ flag }) => flag),
    language: null,
    aliases: [],
  };
}

/** A party of the file under the key by which tables about the programme name it. */
export interface KeyedParty {
  /** `code` of the file: stays when an organization is renamed (EMCDDA, whose code is now EUDA). */
  readonly key: string;
  readonly fields: PartyFields;
}

/** The file as the fields of the records that it makes, parties in the file's order. */
export function programmeRecords(
  file: ProgrammeFile,
  synthetic: boolean,
): { programme: ProgrammeFields; parties: KeyedParty[] } {
  return {
    programme: {
      names: namesOf(file.names),
      pillars: file.pillars.map(({ id, number, names }) => ({
        id,
        number,
        names: namesOf(names),
      })),
      bodies: file.bodies.map(({ id, kind, pillar, abbreviation, names }) => ({
        id,
        kind,
        pillar,
        abbreviation,
        names: namesOf(names),
      })),
      synthetic,
    },
    parties: file.parties.map((facts) => ({ key: facts.code, fields: partyFieldsOf(facts) })),
  };
}

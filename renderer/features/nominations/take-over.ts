import type { ComparedFields, NominationRow as ReadRow } from '@shared/codecs/nominations/types';
import type { NominationList, NominationRow } from '@shared/domain/nomination/decide';
import type { Capacity, Modality, NominationState } from '@shared/domain/nomination/types';
import type { Person } from '@shared/domain/person/types';
import { foldName } from '@shared/matching/fold';
import type { KnownParties } from './known-parties';

/** What holds for rows that say nothing themselves. */
export interface WholeList {
  /** The delegation of rows that name none. */
  readonly party: string | null;
  readonly capacity: Capacity;
  readonly modality: Modality;
  /** ISO date, or the empty text. */
  readonly receivedOn: string;
  /** New nominations are accepted at once, so that the desk expects them. */
  readonly accept: boolean;
}

/** What the data holds now of the records that a list changes. */
export interface Present {
  person(id: string): Person | undefined;
  /** Heads of some fields of a record. */
  heads(
    table: 'people' | 'nominations' | 'parties',
    id: string,
    fields: readonly string[],
  ): readonly string[];
}

const STANDING = {
  pending: 'received',
  rejected: 'declined',
  withdrawn: 'withdrawn',
} as const satisfies Record<string, NominationState>;

/** A registration that its source marks as pending, rejected or withdrawn is taken as that. */
function stateOf(row: ReadRow, accept: boolean): NominationState {
  const mark = row.issues.find(({ code }) => code === 'not-standing')?.params['state'];
  if (mark === 'pending' || mark === 'rejected' || mark === 'withdrawn') return STANDING[mark];
  return accept ? 'accepted' : 'received';
}

type PersonSet = NominationRow['person']['set'];

function newPerson({ name, emails, institution, jobTitle, gender }: ReadRow): PersonSet {
  const { family, given, full, honorific, native } = name;
  return {
    ...{ family, given, full, honorific, native, emails: [...emails], institution, jobTitle },
    ...(gender === null ? {} : { gender }),
  };
}

/** An address is added to those that are known, never put in their place. */
function withEmails(known: readonly string[], told: readonly string[]): string[] {
  const have = new Set(known.map((email) => email.toLowerCase()));
  return [...known, ...told.filter((email) => !have.has(email.toLowerCase()))];
}

function changedPerson(
  row: ReadRow,
  fields: ReadonlySet<keyof ComparedFields>,
  person: Person | undefined,
): PersonSet {
  const { name, institution, jobTitle, gender } = row;
  return {
    ...(fields.has('family') ? { family: name.family } : {}),
    ...(fields.has('given') ? { given: name.given } : {}),
    ...(fields.has('honorific') ? { honorific: name.honorific } : {}),
    ...(fields.has('native') ? { native: name.native } : {}),
    ...(fields.has('emails') ? { emails: withEmails(person?.emails ?? [], row.emails) } : {}),
    ...(fields.has('institution') ? { institution } : {}),
    ...(fields.has('jobTitle') ? { jobTitle } : {}),
    ...(fields.has('gender') && gender !== null ? { gender } : {}),
  };
}

function changedNomination(row: ReadRow, fields: ReadonlySet<keyof ComparedFields>) {
  const { capacity, modality, source, receivedOn } = row;
  return {
    ...(fields.has('capacity') && capacity !== null ? { capacity } : {}),
    ...(fields.has('modality') && modality !== null ? { modality } : {}),
    ...(fields.has('source') && source !== null ? { source } : {}),
    ...(fields.has('receivedOn') && receivedOn !== null ? { receivedOn } : {}),
  };
}

function toTake(row: ReadRow, party: string, whole: WholeList, present: Present): NominationRow {
  const fields = new Set(row.changes.map(({ field }) => field));
  const { match } = row;
  const person =
    match === null
      ? { id: null, set: newPerson(row) }
      : {
          id: match.personId,
          set: changedPerson(row, fields, present.person(match.personId)),
        };
  const over =
    person.id === null ? [] : present.heads('people', person.id, Object.keys(person.set));
  const nominationId = match?.nominationId ?? null;
  const listed = row.listed === undefined ? {} : { listed: row.listed };
  if (nominationId === null) {
    return {
      person: { ...person, over },
      nomination: {
        id: null,
        set: {
          party,
          capacity: row.capacity ?? whole.capacity,
          modality: row.modality ?? whole.modality,
          state: stateOf(row, whole.accept),
          source: row.source,
          receivedOn: row.receivedOn ?? (whole.receivedOn === '' ? null : whole.receivedOn),
        },
        remarks: row.remarks,
        ...listed,
        over: [],
      },
    };
  }
  const set = {
    ...changedNomination(row, fields),
    ...(row.movesParty === true ? { party } : {}),
  };
  const personal = { ...(fields.has('remarks') ? { remarks: row.remarks } : {}), ...listed };
  const changing = [...Object.keys(set), ...Object.keys(personal)];
  return {
    person: { ...person, over },
    nomination: {
      id: nominationId,
      set,
      ...personal,
      over: present.heads('nominations', nominationId, changing),
    },
  };
}

/** Whether taking a row over would change anything. */
export function isTaken({ verdict }: Pick<ReadRow, 'verdict'>): boolean {
  return verdict === 'new' || verdict === 'changed';
}

/** Texts that somebody said mean a party, over the rows that are taken: by id of the party. */
function spellings(
  rows: readonly ReadRow[],
  settled: ReadonlyMap<string, string>,
  parties: KnownParties,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { party, partyText } of rows) {
    const key = foldName(partyText);
    if (party === null || settled.get(key) !== party) continue;
    const known = found.get(party) ?? [...(parties.byId.get(party)?.aliases ?? [])];
    if (!known.some((alias) => foldName(alias) === key)) known.push(partyText.slice(0, 300));
    found.set(party, known);
  }
  return found;
}

/**
 * The rows of a preview that are taken over, as the register's act needs them. Countries that are
 * named and no party yet get a record of their own; what was said of spellings is remembered.
 */
export function listToTake(
  rows: readonly ReadRow[],
  whole: WholeList,
  parties: KnownParties,
  present: Present,
  newId: () => string,
  settled: ReadonlyMap<string, string> = new Map(),
): Pick<NominationList, 'rows' | 'parties' | 'aliases'> {
  const told = spellings(rows.filter(isTaken), settled, parties);
  const added = new Map<string, { id: string; fields: KnownFields }>();
  const recorded = (party: string): string => {
    const known = parties.byId.get(party);
    if (known === undefined || known.recorded) return party;
    const before = added.get(party);
    if (before !== undefined) return before.id;
    const aliases = told.get(party) ?? known.aliases;
    const made = { id: newId(), fields: { ...fieldsOf(known), aliases } };
    added.set(party, made);
    return made.id;
  };
  const taken = rows.filter(isTaken).map((row) => {
    const party = row.party === null ? '' : recorded(row.party);
    return toTake(row, party, whole, present);
  });
  const aliases = [...told].flatMap(([party, all]) => {
    const known = parties.byId.get(party);
    if (known?.recorded !== true || known.aliases.length === all.length) return [];
    return [{ party, aliases: all, over: present.heads('parties', party, ['aliases']) }];
  });
  return { rows: taken, parties: [...added.values()], aliases };
}

type KnownFields = NonNullable<NominationList['parties']>[number]['fields'];

/** A country's record without what only this page knows of it. */
export function fieldsOf(party: KnownParties['all'][number]): KnownFields {
  const { id: _id, recorded: _recorded, ...fields } = party;
  return fields;
}

import { error, type Issue } from '../issue';
import type { ConflictCode } from './issues';
import { wholeName } from './name';
import type { ComparedFields, ExistingNominee, FieldChange, Listed, NominationData } from './types';

/** Words of a folded name in no order: `Petrov, Ivan` and `Ivan Petrov` are one. */
export function nameKey(name: string, foldName: (name: string) => string): string {
  return foldName(name)
    .split(' ')
    .filter((word) => word !== '')
    .sort()
    .join(' ');
}

/**
 * Whether two folded names can be one person's: all words of the shorter are in the longer
 * (`Maria Garcia`, `Maria Garcia Lopez`), or two words agree. One common given name is not enough:
 * offices share addresses.
 */
export function related(a: string, b: string): boolean {
  const [shorter, longer] = [a.split(' '), b.split(' ')].sort((x, y) => x.length - y.length);
  const words = new Set(longer);
  const agreeing = (shorter ?? []).filter((word) => words.has(word)).length;
  return agreeing >= Math.min(2, shorter?.length ?? 0);
}

interface Known {
  readonly nominee: ExistingNominee;
  readonly key: string;
  /** The name that a list had before somebody corrected it; empty: none was corrected. */
  readonly listedKey: string;
}

function eachOnce(found: readonly Known[], party: string | null): Known[] {
  const people = new Map<string, Known>();
  for (const known of found) {
    const { personId } = known.nominee;
    if (!people.has(personId) || known.nominee.party === party) people.set(personId, known);
  }
  return [...people.values()];
}

/** People who are known already, by address and by name. */
export class KnownNominees {
  private readonly byEmail = new Map<string, Known[]>();
  private readonly byName = new Map<string, Known[]>();

  constructor(
    existing: readonly ExistingNominee[],
    private readonly foldName: (name: string) => string,
  ) {
    const add = (map: Map<string, Known[]>, key: string, known: Known) => {
      const list = map.get(key);
      if (list === undefined) map.set(key, [known]);
      else list.push(known);
    };
    for (const nominee of existing) {
      const known = {
        nominee,
        key: nameKey(wholeName(nominee), foldName),
        listedKey: nameKey(nominee.listed?.name ?? '', foldName),
      };
      for (const email of nominee.emails) add(this.byEmail, email.toLowerCase(), known);
      if (nominee.party === null) continue;
      for (const key of new Set([known.key, known.listedKey]))
        if (key !== '') add(this.byName, `${nominee.party} ${key}`, known);
    }
  }

  /** Each person once, by the nomination of the party that the row names where there are several. */
  withEmail({ emails, party }: NominationData): readonly Known[] {
    return eachOnce(
      emails.flatMap((email) => this.byEmail.get(email.toLowerCase()) ?? []),
      party,
    );
  }

  withName(party: string | null, key: string): readonly Known[] {
    return party === null ? [] : eachOnce(this.byName.get(`${party} ${key}`) ?? [], party);
  }

  keyOf(data: NominationData): string {
    return nameKey(wholeName(data.name), this.foldName);
  }
}

/** Values of a row as they are compared, and shown when they differ; empty: the list is silent. */
function fieldsOf(data: NominationData): ComparedFields {
  const { name, source } = data;
  const emails = data.emails.map((email) => email.toLowerCase()).sort();
  return {
    family: name.family,
    given: name.given,
    honorific: name.honorific,
    native: name.native,
    emails: emails.join(' '),
    institution: data.institution,
    jobTitle: data.jobTitle,
    capacity: data.capacity ?? '',
    modality: data.modality ?? '',
    gender: data.gender ?? '',
    source: source === null ? '' : [source.kind, source.number ?? '', source.date ?? ''].join(' '),
    receivedOn: data.receivedOn ?? '',
    remarks: data.remarks,
  };
}

/** What a row said before it was corrected, where that is something else. */
export function listedBefore(before: NominationData, after: NominationData): Listed {
  const [said, says] = [fieldsOf(before), fieldsOf(after)];
  const fields = (Object.keys(said) as (keyof ComparedFields)[]).filter(
    (field) => said[field] !== '' && said[field] !== says[field],
  );
  const name = wholeName(before.name);
  return {
    ...Object.fromEntries(fields.map((field) => [field, said[field]])),
    ...(name === '' || name === wholeName(after.name) ? {} : { name }),
  };
}

/** What a list would change. A cell that is empty says nothing, and so changes nothing. */
export function changesOf(data: NominationData, nominee: ExistingNominee): FieldChange[] {
  const now = fieldsOf(data);
  const emails = nominee.emails.map((email) => email.toLowerCase());
  const before: Partial<ComparedFields> = {
    family: nominee.family,
    given: nominee.given,
    ...nominee.fields,
    emails: [...emails].sort().join(' '),
  };
  return (Object.keys(now) as (keyof ComparedFields)[]).flatMap((field): FieldChange[] => {
    const to = now[field];
    const from = before[field];
    if (to === '' || from === undefined || from === to) return [];
    // Somebody corrected the list when it said so before.
    if (nominee.listed?.[field] === to) return [];
    // An address that is known among others is no news.
    if (field === 'emails' && to.split(' ').every((email) => emails.includes(email))) return [];
    return [{ field, from, to }];
  });
}

export type Comparison =
  | { readonly kind: 'new'; readonly person: ExistingNominee | null; readonly by: 'email' | 'name' }
  | { readonly kind: 'known'; readonly person: ExistingNominee; readonly by: 'email' | 'name' }
  | {
      readonly kind: 'conflict';
      readonly issue: Issue<ConflictCode>;
      readonly people: readonly ExistingNominee[];
    };

/**
 * Finds whom a row speaks of. The same address and a name that agrees is the same person, and so is
 * the same name in the same party as long as no address speaks against it. Everything that
 * contradicts itself is a conflict for a human: a wrong link is worse than none.
 */
export function compare(data: NominationData, known: KnownNominees, row: number): Comparison {
  const conflict = (
    code: ConflictCode,
    people: readonly Known[],
    params: Readonly<Record<string, string>> = {},
  ): Comparison => ({
    kind: 'conflict',
    issue: error(code, { row, params }),
    people: people.map(({ nominee }) => nominee),
  });
  const key = known.keyOf(data);
  const sharing = known.withEmail(data);
  // An office's address: who of those that have it is meant, the whole name can say.
  const named = sharing.filter((one) => one.key === key || one.listedKey === key);
  const mailed = sharing.length > 1 && named.length === 1 ? named : sharing;
  const [one] = mailed;
  if (mailed.length > 1) return conflict('email-shared', mailed);
  if (one !== undefined) {
    const { nominee } = one;
    if (!related(key, one.key) && one.listedKey !== key)
      return conflict('email-of-another', mailed, { name: wholeName(nominee) });
    if (nominee.nominationId === null) return { kind: 'new', person: nominee, by: 'email' };
    if (data.party !== null && nominee.party !== null && nominee.party !== data.party)
      return conflict('other-party', mailed, { party: nominee.party });
    return { kind: 'known', person: nominee, by: 'email' };
  }
  const namesakes = known.withName(data.party, key);
  const [same] = namesakes;
  if (same === undefined) return { kind: 'new', person: null, by: 'name' };
  if (namesakes.length > 1) return conflict('several-of-that-name', namesakes);
  const { nominee } = same;
  const corrected = nominee.listed?.emails === fieldsOf(data).emails;
  if (data.emails.length > 0 && nominee.emails.length > 0 && !corrected)
    return conflict('name-with-other-email', namesakes, { name: wholeName(nominee) });
  return nominee.nominationId === null
    ? { kind: 'new', person: nominee, by: 'name' }
    : { kind: 'known', person: nominee, by: 'name' };
}

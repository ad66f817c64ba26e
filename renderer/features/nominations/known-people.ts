import type { ExistingNominee } from '@shared/codecs/nominations/types';
import { speakingNomination } from '@shared/domain/attendance/desk';
import type { Nomination, SourceDocument } from '@shared/domain/nomination/types';
import { Roots } from '@shared/domain/person/roots';
import type { Person } from '@shared/domain/person/types';
import type { Store } from '../../db/store';

/** A source document as one text, in the form in which lists are compared. */
export function sourceText(source: SourceDocument | null): string {
  return source === null ? '' : [source.kind, source.number ?? '', source.date ?? ''].join(' ');
}

function personFields(person: Person): NonNullable<ExistingNominee['fields']> {
  const { honorific, native, institution, jobTitle, gender } = person;
  return {
    ...{ honorific, native, institution, jobTitle },
    gender: gender === 'not-declared' ? '' : gender,
  };
}

function nominee(person: Person, nomination: Nomination | null): ExistingNominee {
  const { id, family, given, full, emails } = person;
  const fields = personFields(person);
  if (nomination === null) {
    return { personId: id, family, given, full, emails, party: null, nominationId: null, fields };
  }
  const { party, capacity, modality, source, receivedOn, remarks, listed } = nomination;
  return {
    ...{ personId: id, family, given, full, emails, party, nominationId: nomination.id },
    listed,
    fields: {
      ...fields,
      ...{ capacity, modality, source: sourceText(source), receivedOn: receivedOn ?? '', remarks },
    },
  };
}

/** A record that was merged into another: found by its own name and addresses, it means that one. */
function withNameOf(known: ExistingNominee, { family, given, full, emails }: Person) {
  return { ...known, family, given, full, emails: [...new Set([...known.emails, ...emails])] };
}

/**
 * Everybody who is known, as lists are compared with them: those nominated for the meeting with
 * what their nomination says, the others with each party that named them for another meeting. A
 * record that was merged stands for the one it was merged into; who was forgotten is not compared.
 */
export function knownNominees(
  people: readonly Person[],
  here: readonly Nomination[],
  elsewhere: readonly Nomination[],
): ExistingNominee[] {
  const roots = new Roots(people);
  const byId = new Map(people.map((person) => [person.id, person]));
  const own = Map.groupBy(here, ({ person, party }) => `${roots.of(person)} ${party}`);
  const nominated = new Map<string, Nomination[]>();
  for (const group of own.values()) {
    const speaking = speakingNomination(group);
    if (speaking === null) continue;
    const person = roots.of(speaking.person);
    const list = nominated.get(person);
    if (list === undefined) nominated.set(person, [speaking]);
    else list.push(speaking);
  }
  const parties = new Map<string, Set<string>>();
  for (const { person, party } of elsewhere) {
    const root = roots.of(person);
    const known = parties.get(root);
    if (known === undefined) parties.set(root, new Set([party]));
    else known.add(party);
  }
  return people.flatMap((person): ExistingNominee[] => {
    const root = byId.get(roots.of(person.id)) ?? person;
    if (person.forgotten || root.forgotten) return [];
    const named = (known: ExistingNominee) => (root === person ? known : withNameOf(known, person));
    const nominations = nominated.get(root.id) ?? [];
    if (nominations.length > 0) return nominations.map((one) => named(nominee(root, one)));
    const unnominated = named(nominee(root, null));
    const known = [...(parties.get(root.id) ?? [])];
    return known.length === 0
      ? [unnominated]
      : known.map((party): ExistingNominee => ({ ...unnominated, party }));
  });
}

/** The nominations of every meeting but one. */
async function nominationsElsewhere(store: Store, meeting: string): Promise<Nomination[]> {
  const meetings = await store.list('meetings');
  const others = meetings.filter(({ id }) => id !== meeting);
  return (await Promise.all(others.map(({ id }) => store.list('nominations', id)))).flat();
}

/** {@link knownNominees} with what the store holds now. */
export async function loadKnownNominees(store: Store, meeting: string): Promise<ExistingNominee[]> {
  const [people, here, elsewhere] = await Promise.all([
    store.list('people'),
    store.list('nominations', meeting),
    nominationsElsewhere(store, meeting),
  ]);
  return knownNominees(people, here, elsewhere);
}

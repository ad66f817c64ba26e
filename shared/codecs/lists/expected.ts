import type { Meeting } from '../../domain/meeting/types';
import { isStanding } from '../../domain/nomination/rules';
import { CAPACITIES, type Modality, type Nomination } from '../../domain/nomination/types';
import type { Party } from '../../domain/party/types';
import { listName } from '../../domain/person/rules';
import type { Person } from '../../domain/person/types';
import type { Programme } from '../../domain/programme/operations';
import { firstDay } from '../../statistics/entry';
import { listOrder } from '../documents/names';
import type { Words } from '../documents/words';

/** What lists of the people expected at one meeting are made of. */
export interface ListInput {
  readonly programme: Programme;
  readonly meeting: Meeting;
  readonly parties: ReadonlyMap<string, Party>;
  readonly people: ReadonlyMap<string, Person>;
  /** Of the meeting, of the records that stand for people: see person/roots.ts. */
  readonly nominations: readonly Nomination[];
}

export interface ListWords {
  readonly language: string;
  readonly t: Words;
  /** ISO instant. */
  readonly madeAt: string;
}

/** Somebody who is expected, by the nomination that speaks for them. */
export interface Expected {
  readonly person: Person;
  readonly nomination: Nomination;
  readonly party: Party | null;
}

const rank = ({ capacity }: Nomination): number => CAPACITIES.indexOf(capacity);

/**
 * Everybody with a standing nomination for this modality, each person once: by delegation in the
 * order of the language, then the head, then by capacity and name. Of several nominations of one
 * person the one of the highest capacity speaks. Somebody who was forgotten has no name to give.
 */
export function expectedPeople(
  input: Omit<ListInput, 'programme'>,
  language: string,
  modality: Modality,
): Expected[] {
  const speaking = new Map<string, Nomination>();
  for (const nomination of input.nominations) {
    if (!isStanding(nomination) || nomination.modality !== modality) continue;
    const known = speaking.get(nomination.person);
    if (known === undefined || before(nomination, known)) {
      speaking.set(nomination.person, nomination);
    }
  }
  const order = listOrder(language, firstDay(input.meeting));
  const collator = new Intl.Collator(language);
  return [...speaking.values()]
    .flatMap((nomination): Expected[] => {
      const person = input.people.get(nomination.person);
      if (person === undefined || person.forgotten) return [];
      return [{ person, nomination, party: input.parties.get(nomination.party) ?? null }];
    })
    .sort((a, b) => {
      const [one, other] = [a.party, b.party];
      if (one !== other) return one && other ? order(one, other) : one ? -1 : 1;
      const seniority = rank(a.nomination) - rank(b.nomination);
      return seniority || collator.compare(listName(a.person), listName(b.person));
    });
}

function before(one: Nomination, other: Nomination): boolean {
  const by = rank(one) - rank(other);
  return by === 0 ? one.id < other.id : by < 0;
}

/** The name in its own script where it says more than the one that is shown. */
export function nativeBeside({ native }: Person, shown: string): string | null {
  return native === '' || native === shown ? null : native;
}

/** Whether anybody in the list is invented. */
export function isSynthetic({ programme }: ListInput, listed: readonly Expected[]): boolean {
  return programme.synthetic || listed.some(({ person }) => person.synthetic);
}

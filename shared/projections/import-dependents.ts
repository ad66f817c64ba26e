import {
  inTellingOrder,
  walkInsOf,
  type PresentState,
  type TakenBack,
  type WorkedWith,
} from './imported-records';

/** Somebody with whose records of an import others have worked since. */
export interface Dependent {
  readonly person: string;
  readonly because: readonly WorkedWith[];
  /** A record of theirs stays as it is when the import is taken back. */
  readonly stays: boolean;
}

/**
 * Everything that depends on what an import brought or changed, by person: what an organizer has to
 * see before the import is taken back. Somebody whose record merely serves elsewhere as well (another
 * meeting, say) is not among them: nothing of this meeting depends on it.
 */
export function dependentsOf(
  records: readonly TakenBack[],
  present: Pick<PresentState, 'nominationsOf'>,
): Dependent[] {
  const found = new Map<string, { because: Set<WorkedWith>; stays: boolean }>();
  const add = (person: string, because: readonly WorkedWith[], stays: boolean) => {
    const telling = because.filter((one) => one !== 'used-elsewhere');
    if (telling.length === 0) return;
    const known = found.get(person) ?? { because: new Set(), stays: false };
    for (const one of telling) known.because.add(one);
    known.stays ||= stays;
    found.set(person, known);
  };
  const own = new Set(records.map(({ id }) => id));
  for (const { table, id, subjects, touched, because } of records) {
    const [person] = subjects;
    if (table !== 'parties') {
      if (person !== undefined) add(person, because, touched);
      continue;
    }
    if (!because.includes('used-elsewhere')) continue;
    // A delegation that the import brought stays for whoever speaks for it.
    for (const one of present.nominationsOf('parties', id)) {
      const [walkedIn = 'delegation'] = walkInsOf([one]);
      if (!own.has(one.id)) add(one.person, [walkedIn], true);
    }
  }
  return [...found].map(([one, { because, stays }]) => ({
    ...{ person: one, because: inTellingOrder(because), stays },
  }));
}

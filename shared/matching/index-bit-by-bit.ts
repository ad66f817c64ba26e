import { PersonIndex, type IndexedPerson } from './person-index';

/**
 * An index, and what fills it: `work` goes on while there is time and returns whether somebody is
 * left. The index answers as soon as nobody is.
 */
export function indexBitByBit(people: Iterable<IndexedPerson>) {
  const made = new PersonIndex();
  const waiting = people[Symbol.iterator]();
  const work = (hasTime: () => boolean): boolean => {
    while (hasTime()) {
      const next = waiting.next();
      if (next.done === true) {
        made.prepare();
        return false;
      }
      made.put(next.value);
    }
    return true;
  };
  return { made, work };
}

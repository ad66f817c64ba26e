import { useDeferredValue, useMemo, useState } from 'react';
import { speakingNomination } from '@shared/domain/attendance/desk';
import { openNomination } from '@shared/domain/nomination/walk-in';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Person } from '@shared/domain/person/types';
import type { DeskModel } from '../use-desk';
import { writtenName, type WrittenName } from './name-words';
import { namesakesOf } from './namesakes';

/** Somebody who is known and may be meant. */
export interface Namesake {
  readonly person: Person;
  /** The nomination for this meeting that is not at its end. */
  readonly open: Nomination | null;
  /** The one that was last heard of, whatever became of it. */
  readonly last: Nomination | null;
}

/** Who somebody in front of the desk is: a name as it is typed, or somebody known. */
export interface Who {
  readonly name: string;
  readonly known: Person | null;
  /** Words of the name that were marked as the family name, by their place. */
  readonly family: ReadonlySet<number>;
  readonly namesakes: readonly Namesake[];
  /** 0: somebody new; from 1 on the namesakes. */
  readonly active: number;
  readonly written: WrittenName;
  readonly change: (name: string) => void;
  readonly take: (person: Person | null) => void;
  readonly mark: (word: number) => void;
  readonly move: (step: 1 | -1) => void;
}

const NO_WORDS: ReadonlySet<number> = new Set();

/**
 * The name and who may be meant by it, kept while it is typed. `party`: the delegation chosen;
 * `person`: who is meant from the beginning.
 */
export function useWho(
  { directory, answers }: Pick<DeskModel, 'directory' | 'answers'>,
  typed: string,
  party: string | null,
  person: string | null = null,
): Who {
  const [name, setName] = useState(typed);
  const [known, setKnown] = useState(() =>
    person === null ? null : (directory.person(person) ?? null),
  );
  const [family, setFamily] = useState(NO_WORDS);
  const [active, setActive] = useState(0);
  // Looking for namesakes may lag behind the letters, never the letters behind it.
  const sought = useDeferredValue(name);
  const found = useMemo(
    () => (answers > 0 ? namesakesOf(sought, party, directory) : []),
    [answers, sought, party, directory],
  );
  const namesakes = found.map((person): Namesake => {
    const own = directory.nominationsOf.get(person.id) ?? [];
    return { person, open: openNomination(own), last: speakingNomination(own) };
  });
  const rows = namesakes.length + 1;
  return {
    ...{ name, known, family, namesakes },
    active: Math.min(active, namesakes.length),
    written: writtenName(name, family),
    change: (next) => {
      setName(next);
      setFamily(NO_WORDS);
      setActive(0);
    },
    take: (person) => {
      setKnown(person);
      setActive(0);
    },
    mark: (word) =>
      setFamily((before) =>
        before.has(word)
          ? new Set([...before].filter((one) => one !== word))
          : new Set([...before, word]),
      ),
    move: (step) => setActive((before) => (Math.min(before, rows - 1) + step + rows) % rows),
  };
}

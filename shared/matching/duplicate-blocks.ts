import type { Compared } from './duplicates';
import type { NamePart } from './name-agreement';
import { isFullWord } from './suggestion';

/** A name of more words than this is blocked by its first ones. */
const MOST_WORDS = 5;

/** The forms of a word in which spellings and scripts meet: sounds, and consonants for Arabic. */
function soundsOf(part: NamePart): readonly string[] {
  const sounds = part.sounds.map((key) => `s${key}`);
  return [...sounds, ...part.consonants.filter((key) => key.length >= 3).map((key) => `c${key}`)];
}

/**
 * The blocks of a person: people who may be the same have one in common. Two words of a name in
 * any order; one word, the initial of another and a party, which spelling errors leave alone; a
 * name of one word; an e-mail address.
 */
export function blockKeysOf({ person, names, emails }: Compared): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const email of emails) keys.add(`@${email}`);
  for (const parts of names) {
    const words = parts.filter(({ weight }) => weight === 1).slice(0, MOST_WORDS);
    const full = words.filter(isFullWord);
    if (words.length === 1) for (const part of full) addEach(keys, '1', soundsOf(part));
    full.forEach((one, at) => {
      for (const other of full.slice(at + 1)) {
        for (const a of soundsOf(one)) {
          for (const b of soundsOf(other)) {
            if (a[0] === b[0]) keys.add(a < b ? `2${a} ${b}` : `2${b} ${a}`);
          }
        }
      }
    });
    for (const party of person.parties) {
      for (const key of initialKeys(full, words)) keys.add(`p${party} ${key}`);
    }
  }
  return keys;
}

/** One word with the initials of the others; alone when it is the only one. */
function initialKeys(full: readonly NamePart[], words: readonly NamePart[]): string[] {
  return full.flatMap((one) => {
    const [sound = ''] = one.sounds.slice(-1);
    const initials = words
      .filter((other) => other !== one)
      .flatMap(({ forms }) => forms.slice(-1).map((form) => form.slice(0, 1)));
    return initials.length === 0 ? [sound] : initials.map((letter) => `${sound} ${letter}`);
  });
}

function addEach(keys: Set<string>, kind: string, values: readonly string[]): void {
  for (const value of values) keys.add(`${kind}${value}`);
}

/** Many people in a block say that it tells nobody apart: then only those of one party are compared. */
const LARGE = 24;
/** … and of those each with so many neighbours. */
const NEIGHBOURS = 12;

/** Who is compared with whom: everybody within a block, less in large ones, nobody twice. */
export class PairBlocks<One extends object> {
  private readonly blocks = new Map<string, One[]>();

  constructor(private readonly partiesOf: (one: One) => readonly string[]) {}

  add(key: string, one: One): void {
    const block = this.blocks.get(key);
    if (block === undefined) this.blocks.set(key, [one]);
    else block.push(one);
  }

  /** Every pair once. */
  *pairs(idOf: (one: One) => string): Generator<readonly [One, One]> {
    const met = new Map<One, Set<One>>();
    for (const block of this.blocks.values()) {
      for (const [one, other] of this.within(block)) {
        const [first, second] = idOf(one) < idOf(other) ? [one, other] : [other, one];
        if (first === second) continue;
        let others = met.get(first);
        if (others === undefined) met.set(first, (others = new Set()));
        if (others.has(second)) continue;
        others.add(second);
        yield [first, second];
      }
    }
  }

  private *within(block: readonly One[]): Generator<readonly [One, One]> {
    if (block.length <= LARGE) {
      yield* neighbours(block, block.length);
      return;
    }
    const parties = new Map<string, One[]>();
    for (const one of block) {
      for (const party of this.partiesOf(one)) {
        const group = parties.get(party);
        if (group === undefined) parties.set(party, [one]);
        else group.push(one);
      }
    }
    for (const group of parties.values()) {
      yield* neighbours(group, group.length <= LARGE ? group.length : NEIGHBOURS);
    }
  }
}

function* neighbours<One>(group: readonly One[], most: number): Generator<readonly [One, One]> {
  for (const [at, one] of group.entries()) {
    for (const other of group.slice(at + 1, at + 1 + most)) yield [one, other];
  }
}

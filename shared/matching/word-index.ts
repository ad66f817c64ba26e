import type { Evidence } from './known-person';
import { agreementOf, namePartsOf, WORTH, type Agreement, type NamePart } from './name-agreement';
import { PairTable } from './pair-table';

/** A part of a name with the number that it has in one index: those of one spelling are one. */
export interface Word extends NamePart {
  readonly number: number;
}

/** A part of a name that a word agrees with. */
type NameEvidence = Extract<Evidence, { readonly how: Agreement }>;

/** What is kept of two words: the place in this list. */
const KEPT: readonly (Agreement | null | undefined)[] = [
  ...([undefined, null] as const),
  ...(['same', 'sound', 'variant', 'consonants', 'typo', 'beginning', 'initial'] as const),
];

/** Words of these lengths are found although a letter is wrong, missing, too many or misplaced. */
const SHORTEST = 4;
const LONGEST = 14;

/** The word without each of its letters: two words within one error share one of these. */
function withoutALetter(word: string): string[] {
  const letters = [...word];
  if (letters.length < SHORTEST || letters.length > LONGEST) return [];
  return [word, ...letters.map((_, at) => word.slice(0, at) + word.slice(at + 1))];
}

/** Keys by which parts that possibly agree are found without looking at all others. */
function blockKeys(part: NamePart): string[] {
  const starts = [...part.forms, ...part.sounds].map((key) => key.slice(0, 3));
  const second = part.forms.filter((form) => form.length >= 5).map((form) => form.slice(-3));
  return [
    ...part.forms.map((form) => `f${form}`),
    ...starts.filter((key) => key.length === 3).map((key) => `s${key}`),
    ...second.map((key) => `e${key}`),
    ...part.consonants.map((key) => `c${key}`),
    ...part.variants.map((name) => `v${String(name)}`),
    ...withoutALetter(part.forms[0] ?? '').map((key) => `d${key}`),
  ];
}

interface Filed {
  readonly part: Word;
  /** Numbers of the people whose name has it. */
  readonly people: number[];
}

/** People with a part that agrees, and what that agreement is worth. */
export interface Agreeing {
  readonly people: readonly number[];
  readonly worth: number;
}

/**
 * The different words of many people's names. A list of 20,000 people has a few thousand of them,
 * and one of 100,000 logins writes few others: each two are compared once.
 */
export class WordIndex {
  private readonly parts = new Map<string, readonly Word[]>();
  private readonly filed = new Map<Word, Filed>();
  private readonly blocks = new Map<string, Filed[]>();
  private readonly agreements = new PairTable();
  private readonly found = new Map<Word, readonly Agreeing[]>();
  private readonly told = new Map<number, NameEvidence>();
  private count = 0;

  /** The parts of a name; those of one spelling are one object. */
  partsOf(name: string): readonly Word[] {
    const known = this.parts.get(name);
    if (known !== undefined) return known;
    const chunks = name.split(/\s+/u).filter((chunk) => chunk !== '');
    if (chunks.length !== 1) return chunks.flatMap((chunk) => this.partsOf(chunk));
    const made = namePartsOf(name).map((part) => ({ ...part, number: this.count++ }));
    this.parts.set(name, made);
    return made;
  }

  /** Files a person under the parts of their name; the same part twice counts once. */
  add(person: number, parts: Iterable<Word>): void {
    for (const part of new Set(parts)) {
      const known = this.filed.get(part);
      if (known !== undefined) {
        known.people.push(person);
        continue;
      }
      const made: Filed = { part, people: [person] };
      this.filed.set(part, made);
      for (const key of new Set(blockKeys(part))) {
        const block = this.blocks.get(key);
        if (block === undefined) this.blocks.set(key, [made]);
        else block.push(made);
      }
    }
  }

  /** People of whose names a part agrees with the word, by part, the strongest agreement first. */
  peopleBy(word: Word): readonly Agreeing[] {
    const known = this.found.get(word);
    if (known !== undefined) return known;
    const near = new Set(blockKeys(word).flatMap((key) => this.blocks.get(key) ?? []));
    const made = [...near]
      .flatMap(({ part, people }): Agreeing[] => {
        const agreement = this.agreement(word, part);
        return agreement === null ? [] : [{ people, worth: WORTH[agreement] }];
      })
      .sort((one, other) => other.worth - one.worth);
    this.found.set(word, made);
    return made;
  }

  /** As `agreementOf`, each two words once. */
  readonly agreement = (written: Word, part: Word): Agreement | null => {
    const known = KEPT[this.agreements.get(written.number, part.number)];
    if (known !== undefined) return known;
    const agreement = agreementOf(written, part);
    this.agreements.set(written.number, part.number, KEPT.indexOf(agreement));
    return agreement;
  };

  /** That a word agrees with this part: one object for all logins, which makes answers small. */
  evidence(kind: NameEvidence['kind'], { number, text }: Word, how: Agreement): NameEvidence {
    const key = 2 * KEPT.length * number + 2 * KEPT.indexOf(how) + (kind === 'name-part' ? 1 : 0);
    const known = this.told.get(key);
    if (known !== undefined) return known;
    const made = { kind, part: text, how };
    this.told.set(key, made);
    return made;
  }
}

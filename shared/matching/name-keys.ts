import { apostropheParts, foldName, SYLLABIC, wordsOf } from './fold';
import { consonants, soundKey } from './sound';
import { transliterate } from './transliterate';

/** Umlauts as they are written without them: Müller → Mueller, Ødegård → Oedegaard. */
const TWO_LETTERS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ø: 'oe',
  å: 'aa',
  ə: 'e',
};

function withTwoLetters(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüøåə]/gu, (letter) => TWO_LETTERS[letter] ?? letter);
}

/** The forms of one word of a name under which it may be typed; the folded word comes first. */
export function wordForms(word: string): string[] {
  if (/^[A-Za-z]+$/.test(word)) return [word.toLowerCase()];
  const forms = new Set([foldName(word), foldName(withTwoLetters(word))]);
  for (const part of apostropheParts(word)) forms.add(foldName(part));
  for (const spelling of transliterate(word)) forms.add(spelling);
  forms.delete('');
  return [...forms];
}

/** "王小明" is also met by "小明" and "明": every end of it is a form of its own. */
function syllableEnds(word: string): string[] {
  if (!SYLLABIC.test(word)) return [];
  const characters = [...word];
  return characters.slice(1).map((_, index) => characters.slice(index + 1).join(''));
}

const FROM_ARABIC = 'A';
const FROM_OTHERS = 'L';

/** What a name is found by. */
export interface NameKeys {
  /**
   * Folded tokens: each word in each of its forms, and words written together ("Jean-Pierre" →
   * "jeanpierre", "van der Berg" → "vanderberg").
   */
  readonly tokens: readonly string[];
  /**
   * Keys by which a name is found although it is spelled otherwise: sound keys, and consonant keys
   * marked with a capital that says whether the name stood in Arabic script.
   */
  readonly sounds: readonly string[];
}

/** What one word of a name gives. */
interface WordKeys extends NameKeys {
  readonly folded: string;
}

/**
 * The keys of words that were met before, for whoever makes those of thousands of names: most given
 * names come again and again. It holds what is personal: whoever made it lets it go with the names.
 */
export type WordMemo = Map<string, WordKeys>;

/** The keys of names, those of the first name first, each once. */
export function nameKeys(names: readonly string[], memo: WordMemo = new Map()): NameKeys {
  const tokens = new Set<string>();
  const sounds = new Set<string>();
  for (const name of names) {
    const words = wordsOf(name);
    for (const word of words) {
      const keys = wordKeys(word, memo);
      for (const token of keys.tokens) tokens.add(token);
      for (const sound of keys.sounds) sounds.add(sound);
    }
    if (words.length < 2) continue;
    const joined = (some: readonly string[]) =>
      some.map((word) => wordKeys(word, memo).folded).join('');
    tokens.add(joined(words));
    for (const chunk of name.split(/\s+/)) tokens.add(joined(wordsOf(chunk)));
  }
  tokens.delete('');
  return { tokens: [...tokens], sounds: [...sounds] };
}

function wordKeys(word: string, memo: WordMemo): WordKeys {
  const known = memo.get(word);
  if (known !== undefined) return known;
  const tokens = new Set<string>();
  const sounds = new Set<string>();
  const folded = foldName(word);
  const mark = /\p{Script=Arabic}/u.test(word) ? FROM_ARABIC : FROM_OTHERS;
  for (const form of wordForms(word)) {
    tokens.add(form);
    const sound = soundKey(form);
    if (sound !== form) sounds.add(sound);
    const key = consonants(form);
    if (key.length >= 3) sounds.add(mark + key);
  }
  for (const end of syllableEnds(folded)) tokens.add(end);
  const made = { tokens: [...tokens], sounds: [...sounds], folded };
  memo.set(word, made);
  return made;
}

/** What to look for among the sounds: beginnings of sound keys, and whole consonant keys. */
export interface SoundQuery {
  readonly beginnings: readonly string[];
  readonly wholes: readonly string[];
}

/**
 * The sounds of one query word. Consonants say little, so a Latin query asks them of names in
 * Arabic script, where nothing else is written, and of others only from four letters on.
 */
export function soundQuery(word: string): SoundQuery {
  const arabic = /\p{Script=Arabic}/u.test(word);
  const beginnings = new Set<string>();
  const wholes = new Set<string>();
  for (const form of wordForms(word)) {
    const sound = soundKey(form);
    if (sound.length >= 3) beginnings.add(sound);
    const key = consonants(form);
    if (key.length >= 3) wholes.add(FROM_ARABIC + key);
    if (key.length >= (arabic ? 3 : 4)) wholes.add(FROM_OTHERS + key);
  }
  return { beginnings: [...beginnings], wholes: [...wholes] };
}

const LETTERS = Array.from({ length: 26 }, (_, at) => String.fromCharCode(97 + at));

const lists = new Map<string, readonly { value: string; label: string }[]>();

/**
 * Languages that have a two-letter code (ISO 639-1), by their names in the interface's language.
 * Codes that were replaced (`iw`) are left out.
 */
export function languageChoices(language: string): readonly { value: string; label: string }[] {
  const known = lists.get(language);
  if (known !== undefined) return known;
  const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });
  const { compare } = new Intl.Collator(language);
  const byName = new Map<string, string>();
  for (const value of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
    const name = names.of(value);
    const current = Intl.getCanonicalLocales(value)[0] === value;
    // Of two codes with one name (Akan and Twi) the first stands for both.
    if (name !== undefined && current && !byName.has(name)) byName.set(name, value);
  }
  const choices = [...byName]
    .map(([label, value]) => ({ value, label }))
    .sort((a, b) => compare(a.label, b.label));
  lists.set(language, choices);
  return choices;
}

/** The name of a language by its code; a text that is no code stays what it is. */
export function languageName(code: string, language: string): string {
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(code)) return code;
  return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
}

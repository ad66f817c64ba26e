import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance } from 'i18next';

/**
 * The words of the interface as the program shows them. The locale files are read from disk: the
 * runner loads TypeScript, but no JSON as modules.
 */
const FOLDER = join(import.meta.dirname, '..', '..', '..', 'shared', 'i18n', 'locales');

export type Language = 'en' | 'ru';

/** A text by its key (`desk:search`), with its values. Throws for a key that does not exist. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

interface Texts {
  readonly [key: string]: string | Texts;
}

function read(language: Language): Record<string, Texts> {
  const folder = join(FOLDER, language);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name) => [
      name.replace('.json', ''),
      JSON.parse(readFileSync(join(folder, name), 'utf8')) as Texts,
    ]),
  );
}

export function wordsOf(language: Language): Words {
  const instance = createInstance();
  const resources = read(language);
  void instance.init({
    lng: language,
    fallbackLng: false,
    ns: Object.keys(resources),
    defaultNS: 'app',
    resources: { [language]: resources },
    initAsync: false,
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key) => {
      throw new Error(`no text for ${key} in ${language}`);
    },
  });
  // The program's keys are typed; here they are texts, and a wrong one throws.
  return instance.getFixedT(language) as unknown as Words;
}

/** Every text of a language by its key, as it stands in the file (with its placeholders). */
export function allTexts(language: Language): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (texts: Texts, path: string): void => {
    for (const [key, value] of Object.entries(texts)) {
      const here = path === '' ? key : `${path}.${key}`;
      if (typeof value === 'string') found.set(here, value);
      else walk(value, here);
    }
  };
  for (const [namespace, texts] of Object.entries(read(language))) walk(texts, namespace);
  return found;
}

import type { i18n } from 'i18next';
import type { Namespace } from './i18n';

/** What holds for words in a window and elsewhere alike. `strict`: a missing key throws. */
export function wordOptions(instance: i18n, strict: boolean) {
  return {
    defaultNS: 'app' satisfies Namespace,
    returnNull: false,
    // React escapes; documents are escaped where they are written.
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key: string): string => {
      if (strict) throw new Error(`no text for ${key} in ${instance.language}`);
      return key;
    },
  } as const;
}

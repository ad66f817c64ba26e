/** Languages in which the interface is complete, under the name that their own speakers read. */
export const INTERFACE_LANGUAGES = { en: 'English', ru: 'Русский' } as const;
export type InterfaceLanguage = keyof typeof INTERFACE_LANGUAGES;

/** Scripts that run from right to left. */
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** The direction in which a language (BCP 47 tag) is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** True for a language in which the interface is complete. */
export function isInterfaceLanguage(language: string): language is InterfaceLanguage {
  return Object.hasOwn(INTERFACE_LANGUAGES, language);
}

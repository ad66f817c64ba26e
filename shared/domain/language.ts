import { z } from 'zod';

/** The six official languages of the United Nations, in the order of its own lists. */
export const UN_LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const;
export type UnLanguage = (typeof UN_LANGUAGES)[number];

export function isUnLanguage(text: string): text is UnLanguage {
  return UN_LANGUAGES.some((language) => language === text);
}

/** A name in some of the six languages; a language that is missing has no official name on file. */
export const namesSchema = z.partialRecord(z.enum(UN_LANGUAGES), z.string().min(1).max(300));
export type Names = z.infer<typeof namesSchema>;

/** The name in `language`, else English, else any, else an empty text. */
export function nameIn(names: Names, language: string): string {
  const own = names[language as UnLanguage];
  return own ?? names.en ?? Object.values(names)[0] ?? '';
}

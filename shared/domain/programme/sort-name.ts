import { UN_LANGUAGES, type Names } from '../language';

/**
 * Articles that the UN's lists write in brackets after a short name and leave out when sorting:
 * "Netherlands (the)", "Albanie (l')", "Países Bajos (los)".
 */
const TRAILING_ARTICLE = /\s*\((?:the|le|la|les|l['’]|el|los|las)\)$/iu;

/** The lower-case article of a formal name: "the Republic of Moldova". */
const LEADING_ARTICLE = /^the /u;

/** The Arabic definite article, not counted in Arabic alphabetical lists. */
const ARABIC_ARTICLE = /^ال(?=\p{L})/u;

/**
 * The part of a party's name that decides its place in a list. Only articles go: UN lists sort the
 * Republic of Moldova under R and Iran (Islamic Republic of) under I, so words of the name stay,
 * and so does the capital "The" of a name such as "The former Yugoslav Republic of Macedonia".
 */
export function sortName(name: string, language: string): string {
  const bare = name.trim().replace(TRAILING_ARTICLE, '');
  if (language === 'ar') return bare.replace(ARABIC_ARTICLE, '');
  return language === 'en' ? bare.replace(LEADING_ARTICLE, '') : bare;
}

/** Only the names that sort otherwise than they are written. */
export function sortNamesOf(names: Names): Names {
  const sorted: Names = {};
  for (const language of UN_LANGUAGES) {
    const name = names[language];
    if (name && sortName(name, language) !== name) sorted[language] = sortName(name, language);
  }
  return sorted;
}

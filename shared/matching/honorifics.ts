import { foldName } from './fold';

/** Words before or after a name that are no part of it, folded. */
const HONORIFICS = new Set(
  [
    'mr mrs ms miss mx sir madam dame dr doctor prof professor eng ing dipl phd msc mba md esq jr',
    'he hh hon honourable honorable excellency amb ambassador minister consul attache',
    'gen general col colonel lt lieutenant maj major capt captain sgt brig brigadier cdr cmdr',
    'mme mlle monsieur madame maitre sr sra srta dra don dona senor senora ingeniero licenciado lic',
    'herr frau hr fr mag bay bayan hanim bey',
    'г-н г-жа господин госпожа д-р доктор проф профессор посол генерал полковник майор капитан',
    'пан пани',
    'السيد السيده الدكتور دكتور سعاده معالي العقيد العميد المهندس',
    '先生 女士 博士 教授 大使 小姐',
  ]
    .join(' ')
    .split(' ')
    .flatMap((word) => [word, foldName(word)]),
);

/** Small words inside family names: they help little to tell people apart. */
const PARTICLES = new Set(
  (
    'de da do dos das del della di du des le la los las van von der den ter ten zu zum af av al el ' +
    'ul bin ben bint ibn abu oglu ogly ogli kyzy qizi uulu y e san saint st mac mc'
  ).split(' '),
);

/** Whether a folded word is a title or form of address. */
export function isHonorific(word: string): boolean {
  return HONORIFICS.has(word);
}

/** Whether a folded word is a particle such as "van", "bin" or "de". */
export function isParticle(word: string): boolean {
  return PARTICLES.has(word);
}

/** "H.E.", "г-н", "д-р": titles that would fall apart into letters when words are parted. */
const ABBREVIATED = /(?<!\p{L})(?:h\.\s?e\.?|г-н|г-жа|д-р|ph\.\s?d\.?|m\.\s?d\.?)(?!\p{L})/giu;

/** The text without abbreviated titles, each replaced by a space. */
export function withoutAbbreviatedTitles(text: string): string {
  return text.replace(ABBREVIATED, ' ');
}

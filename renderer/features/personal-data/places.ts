import type { Mention } from './find-mentions';

/** Kinds of record in which people are mentioned, as the end of a text's key: `personal:place.…`. */
export const PLACES = [
  'recommendation',
  'agenda',
  'meeting',
  'session',
  'nomination',
  'person',
  'letter',
  'party',
  'import',
  'report',
  'login',
  'other',
] as const;
export type Place = (typeof PLACES)[number];

/** What kind of record a mention is in. */
export function placeOf({ type, letter }: Mention): Place {
  if (letter !== null) return 'letter';
  const kind = type.slice(0, type.indexOf('.'));
  return PLACES.find((place) => place === kind) ?? 'other';
}

const PAGES: Readonly<Partial<Record<Place, string>>> = {
  recommendation: 'recommendations',
  agenda: 'agenda',
  meeting: 'setup',
  session: 'setup',
  nomination: 'delegates',
  import: 'delegates',
  report: 'virtual',
  login: 'virtual',
};

/** Where one can look at it; null where no page shows it. */
export function routeTo(mention: Mention): string | null {
  const { meeting, record, type } = mention;
  const place = placeOf(mention);
  if (place === 'party') return `/parties/${record}`;
  const page = PAGES[place];
  const of = meeting ?? (type.startsWith('meeting.') ? record : null);
  return page === undefined || of === null ? null : `/m/${of}/${page}`;
}

import { catalogue, type OperationTypeName } from '../../journal/catalogue';

/** Groups of operation types as somebody who reads the journal asks for them. */
export const JOURNAL_KINDS = [
  'check-ins',
  'badges',
  'delegates',
  'people',
  'forgetting',
  'virtual',
  'imports',
  'agenda',
  'recommendations',
  'meetings',
  'parties',
  'operators',
] as const;
export type JournalKind = (typeof JOURNAL_KINDS)[number];

type Noun = OperationTypeName extends infer T
  ? T extends `${infer N}.${string}`
    ? N
    : never
  : never;

const KIND_OF_NOUN: Readonly<Record<Noun, JournalKind>> = {
  attendance: 'check-ins',
  badge: 'badges',
  scan: 'badges',
  nomination: 'delegates',
  person: 'people',
  report: 'virtual',
  login: 'virtual',
  alias: 'virtual',
  import: 'imports',
  agenda: 'agenda',
  recommendation: 'recommendations',
  implementation: 'recommendations',
  programme: 'meetings',
  meeting: 'meetings',
  session: 'meetings',
  party: 'parties',
  operator: 'operators',
  desk: 'operators',
};

/** The group of a type, that of a later version included when its noun is known; else `null`. */
export function kindOf(type: string): JournalKind | null {
  if (type === 'person.forgotten') return 'forgetting';
  const noun = type.slice(0, Math.max(0, type.indexOf('.')));
  return Object.hasOwn(KIND_OF_NOUN, noun) ? KIND_OF_NOUN[noun as Noun] : null;
}

/** The types of a group, as the register's filter takes them. */
export function typesOfKind(kind: JournalKind): string[] {
  return Object.keys(catalogue).filter((type) => kindOf(type) === kind);
}

export function isJournalKind(text: string | null): text is JournalKind {
  return JOURNAL_KINDS.some((kind) => kind === text);
}

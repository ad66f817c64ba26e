import { AGENDA_DEFAULTS, type AgendaItem } from '../domain/agenda/types';
import {
  BADGE_DEFAULTS,
  PRINT_DEFAULTS,
  SCAN_DEFAULTS,
  type Badge,
  type KeptScan,
  type PrintRecord,
} from '../domain/badge/types';
import { IMPLEMENTATION_DEFAULTS, type Implementation } from '../domain/implementation/types';
import { IMPORT_DEFAULTS, type ImportRecord } from '../domain/import/operations';
import {
  MEETING_DEFAULTS,
  SESSION_DEFAULTS,
  type Meeting,
  type Session,
} from '../domain/meeting/types';
import { NOMINATION_DEFAULTS, type Nomination } from '../domain/nomination/types';
import { OPERATOR_DEFAULTS, type Operator } from '../domain/operator/types';
import { PARTY_DEFAULTS, PARTY_PERSONAL_DEFAULTS, type Party } from '../domain/party/types';
import {
  DISTINCTION_DEFAULTS,
  PERSON_DEFAULTS,
  type Distinction,
  type Person,
} from '../domain/person/types';
import { PROGRAMME_DEFAULTS, type Programme } from '../domain/programme/operations';
import type { RecordTable } from '../domain/record';
import { RECOMMENDATION_DEFAULTS, type Recommendation } from '../domain/recommendation/types';
import {
  ALIAS_DEFAULTS,
  LOGIN_DEFAULTS,
  REPORT_DEFAULTS,
  type Alias,
  type Login,
  type Report,
} from '../domain/virtual/types';
import type { Body } from '../operation/operation';
import type { RecordRow } from './row';

/** What each table's rows look like to screens and statistics. */
export interface Views {
  programmes: Programme;
  parties: Party;
  meetings: Meeting;
  sessions: Session;
  people: Person;
  nominations: Nomination;
  imports: ImportRecord;
  reports: Report;
  logins: Login;
  aliases: Alias;
  agenda: AgendaItem;
  recommendations: Recommendation;
  implementations: Implementation;
  badges: Badge;
  prints: PrintRecord;
  scans: KeptScan;
  distinctions: Distinction;
  operators: Operator;
  desks: { id: string; name: string };
}

const DEFAULTS: { [T in RecordTable]: Omit<Views[T], 'id' | 'meeting'> } = {
  programmes: PROGRAMME_DEFAULTS,
  parties: { ...PARTY_DEFAULTS, ...PARTY_PERSONAL_DEFAULTS },
  meetings: MEETING_DEFAULTS,
  sessions: SESSION_DEFAULTS,
  people: PERSON_DEFAULTS,
  nominations: NOMINATION_DEFAULTS,
  imports: IMPORT_DEFAULTS,
  reports: REPORT_DEFAULTS,
  logins: LOGIN_DEFAULTS,
  aliases: ALIAS_DEFAULTS,
  agenda: AGENDA_DEFAULTS,
  recommendations: RECOMMENDATION_DEFAULTS,
  implementations: IMPLEMENTATION_DEFAULTS,
  badges: BADGE_DEFAULTS,
  prints: PRINT_DEFAULTS,
  scans: SCAN_DEFAULTS,
  distinctions: DISTINCTION_DEFAULTS,
  operators: OPERATOR_DEFAULTS,
  desks: { name: '' },
};

/** Lists that only grow, and to which several desks may add at once: what any of them said holds. */
const GROWING: Partial<Record<RecordTable, string>> = { logins: 'rejected' };

/** The list with what the other heads have in it. */
function grown(row: RecordRow, field: string): Body {
  const others = row.m?.[field];
  if (others === undefined) return {};
  const lists = [row.v[field], ...others.map(([, value]) => value)];
  return { [field]: [...new Set(lists.flatMap((list) => (Array.isArray(list) ? list : [])))] };
}

/**
 * A row as its view. Fields that no operation has set have their default; values were checked
 * against the schema of the operation that brought them.
 */
export function view<T extends RecordTable>(table: T, row: RecordRow): Views[T] {
  const growing = GROWING[table];
  return {
    ...DEFAULTS[table],
    ...row.v,
    ...row.p,
    ...(growing === undefined ? {} : grown(row, growing)),
    id: row.id,
    meeting: row.meeting ?? '',
  } as unknown as Views[T];
}

import { agendaStateSchema } from '../../domain/agenda/types';
import { attendanceSourceSchema } from '../../domain/attendance/types';
import {
  badgeKindSchema,
  keptScanStateSchema,
  printKindSchema,
  revocationSchema,
} from '../../domain/badge/types';
import { badgeTemplateSchema } from '../../domain/badge/settings';
import { implementationStatusSchema } from '../../domain/implementation/types';
import { nameIn, namesSchema, UN_LANGUAGES } from '../../domain/language';
import {
  attendanceRulesSchema,
  formatSchema,
  hostSchema,
  meetingStateSchema,
  scheduleSchema,
} from '../../domain/meeting/types';
import {
  capacitySchema,
  modalitySchema,
  nominationStateSchema,
  publishSchema,
  sourceDocumentSchema,
} from '../../domain/nomination/types';
import { importFields } from '../../domain/import/operations';
import { roleSchema } from '../../domain/operator/types';
import {
  partyDesignationSchema,
  partyFlagSchema,
  partyFootnoteSchema,
  partyKindSchema,
  partyStatusSchema,
} from '../../domain/party/types';
import { forgottenFields, genderSchema } from '../../domain/person/types';
import { LETTER_KEYS, letterTemplateSchema } from '../../domain/programme/letters';
import { bodySchema, pillarSchema } from '../../domain/programme/operations';
import { recommendationStateSchema } from '../../domain/recommendation/types';
import type { RecordTable } from '../../domain/record';
import { formatDay, formatDays, formatInstant, formatNumber, formatShare } from '../../i18n/format';
import { canonicalJson, type Json } from '../../operation/json';
import { linked, scopeText } from './sentence';
import { called, type JournalStyle } from './words';
import { textOrNull } from './record';

/** Fields that name another record, and its table. */
const REFERENCES: Readonly<Record<string, RecordTable>> = {
  person: 'people',
  mergedInto: 'people',
  party: 'parties',
  programme: 'programmes',
  session: 'sessions',
  parent: 'agenda',
  agendaItem: 'agenda',
  report: 'reports',
  replaces: 'reports',
  import: 'imports',
  replacedBy: 'nominations',
  reconvenes: 'meetings',
  endorsedAt: 'meetings',
  recommendation: 'recommendations',
  lentTo: 'people',
  badge: 'badges',
  one: 'people',
  other: 'people',
  desk: 'desks',
  successor: 'badges',
};

type Put = (value: Json, style: JournalStyle, meeting: string | null) => string | null;

/** One of a few values in words: `parsed` when the schema knows it. */
function word<T extends string>(
  schema: { safeParse: (value: unknown) => { success: boolean; data?: T } },
  put: (value: T, t: JournalStyle['t']) => string,
): Put {
  return (value, { t }) => {
    const { data } = schema.safeParse(value);
    return data === undefined ? null : put(data, t);
  };
}

const list =
  (one: Put): Put =>
  (value, style, meeting) =>
    Array.isArray(value)
      ? value.map((item) => one(item, style, meeting) ?? plain(item, style)).join('; ')
      : null;

/** From and to, either of which may not be known. */
const period = (from: string | null, to: string | null, language: string): string =>
  from === null && to === null
    ? ''
    : `${from === null ? '' : formatDay(from, language)}–${to === null ? '' : formatDay(to, language)}`;

const names: Put = (value, { t }) => {
  const { data } = namesSchema.safeParse(value);
  if (data === undefined) return null;
  return UN_LANGUAGES.flatMap((language) => {
    const name = data[language];
    return name === undefined ? [] : `${t(`domain:language.${language}`)}: ${name}`;
  }).join('; ');
};

const schedule: Put = (value, { t, language }) => {
  const { data } = scheduleSchema.safeParse(value);
  if (data === undefined) return null;
  const format = data.format && t(`domain:format.${formatSchema.parse(data.format)}`);
  const days = data.start && formatDays(data.start, data.end ?? data.start, language);
  return [format, days].filter((part) => part !== null).join(', ');
};

const versions: Put = (value, { t }) =>
  typeof value === 'object' && value !== null
    ? UN_LANGUAGES.filter((language) => language in value)
        .map((language) => t(`domain:language.${language}`))
        .join(', ')
    : null;

const letter: Put = (value) => {
  const { data } = letterTemplateSchema.safeParse(value);
  return data === undefined ? null : `${data.subject}\n\n${data.body}`;
};

/** Values that need more than their own text, by `table.field` or by `field` wherever it stands. */
const PUT: Readonly<Record<string, Put>> = {
  names,
  sortNames: names,
  planned: schedule,
  announced: schedule,
  actual: schedule,
  agreedVersions: versions,
  endorsedVersions: versions,
  modality: word(modalitySchema, (value, t) => t(`domain:modality.${value}`)),
  'nominations.capacity': word(capacitySchema, (value, t) => t(`domain:capacity.${value}`)),
  'nominations.publish': word(publishSchema, (value, t) => t(`publish.${value}`)),
  'nominations.state': word(nominationStateSchema, (value, t) =>
    t(`domain:nominationState.${value}`),
  ),
  'nominations.source': (value, { t, language }) => {
    const { data } = sourceDocumentSchema.safeParse(value);
    if (data === undefined) return null;
    const kind = t(`nominations:sourceKind.${data.kind}`);
    const head = data.number === null ? kind : `${kind} ${data.number}`;
    return data.date === null ? head : `${head}, ${formatDay(data.date, language)}`;
  },
  'nominations.listed': (value, style) =>
    typeof value === 'object' && value !== null
      ? Object.values(value)
          .map((text) => plain(text, style))
          .join('; ')
      : null,
  'meetings.state': word(meetingStateSchema, (value, t) => t(`domain:meetingState.${value}`)),
  'meetings.hosts': list((value, { t }) => {
    const { data } = hostSchema.safeParse(value);
    return data === undefined ? null : `${data.name} (${t(`domain:hostKind.${data.kind}`)})`;
  }),
  'meetings.rules': (value, { t, language }) => {
    const { data } = attendanceRulesSchema.safeParse(value);
    if (data === undefined) return null;
    return t('value.rules', {
      minutes: formatNumber(data.thresholdMinutes, language),
      share: formatShare(data.thresholdShare, language),
      reception: t(data.receptionCounts ? 'value.yes' : 'value.no'),
      day: t(data.dayCountsForSessions ? 'value.yes' : 'value.no'),
    });
  },
  'people.gender': word(genderSchema, (value, t) => t(`domain:gender.${value}`)),
  'people.forgottenFor': word(forgottenFields.shape.forgottenFor, (value, t) =>
    t(`forgottenFor.${value}`),
  ),
  'parties.kind': word(partyKindSchema, (value, t) => t(`domain:partyKind.${value}`)),
  'parties.flags': list(word(partyFlagSchema, (value, t) => t(`flag.${value}`))),
  'parties.statuses': list((value, { t, language }) => {
    const { data } = partyStatusSchema.safeParse(value);
    if (data === undefined) return null;
    const dates = period(data.from, data.to, language);
    return [t(`domain:partyStatus.${data.status}`), dates].filter(Boolean).join(' ');
  }),
  'parties.footnotes': list((value, { language }) => {
    const { data } = partyFootnoteSchema.safeParse(value);
    if (data === undefined) return null;
    return [data.text, period(data.from, data.to, language)].filter(Boolean).join(' ');
  }),
  'parties.designations': list((value, { language }) => {
    const { data } = partyDesignationSchema.safeParse(value);
    if (data === undefined) return null;
    const name = nameIn(data.names, language);
    return [data.code, name, period(data.from, data.to, language)].filter(Boolean).join(' ');
  }),
  'programmes.pillars': list((value, { language }) => {
    const { data } = pillarSchema.safeParse(value);
    return data === undefined ? null : `${data.number}. ${nameIn(data.names, language)}`;
  }),
  'programmes.bodies': list((value, { language }) => {
    const { data } = bodySchema.safeParse(value);
    return data === undefined ? null : `${data.abbreviation}: ${nameIn(data.names, language)}`;
  }),
  ...Object.fromEntries(LETTER_KEYS.map((key) => [`programmes.${key}`, letter])),
  'agenda.state': word(agendaStateSchema, (value, t) => t(`agenda:state.${value}`)),
  'recommendations.state': word(recommendationStateSchema, (value, t) =>
    t(`recommendations:state.${value}`),
  ),
  'implementations.status': word(implementationStatusSchema, (value, t) =>
    t(`implementationStatus.${value}`),
  ),
  'recommendations.parties': list((value, style) =>
    called(style, 'parties', textOrNull(value) ?? ''),
  ),
  'badges.kind': word(badgeKindSchema, (value, t) => t(`badgeKind.${value}`)),
  'badges.revokedFor': word(revocationSchema, (value, t) => t(`revocation.${value}`)),
  // A year is a name, not a quantity: no separator in it.
  'implementations.year': (value) => (typeof value === 'number' ? String(value) : null),
  'prints.kind': word(printKindSchema, (value, t) => t(`printKind.${value}`)),
  'prints.template': word(badgeTemplateSchema, (value, t) => t(`template.${value}`)),
  'scans.state': word(keptScanStateSchema, (value, t) => t(`scanState.${value}`)),
  'scans.scopes': list((value, style, meeting) =>
    scopeText(textOrNull(value) ?? '', meeting, style),
  ),
  'imports.kind': word(importFields.shape.kind, (value, t) => t(`importKind.${value}`)),
  'imports.state': word(importFields.shape.state, (value, t) => t(`importState.${value}`)),
  'operators.role': word(roleSchema, (value, t) => t(`role.${value}`)),
  // What guards a PIN is no business of whoever reads the journal.
  'operators.pin': (_, { t }) => t('value.hidden'),
  'logins.rejected': list((value, style) => called(style, 'people', textOrNull(value) ?? '')),
  'logins.link': (value, style) => linked(value, style),
  'logins.intervals': (value, { t, language }) => {
    if (!Array.isArray(value)) return null;
    const spans = value.map((span) => (Array.isArray(span) ? span : []));
    const ms = spans.reduce((sum, [start, end]) => sum + (Number(end) - Number(start)), 0);
    const minutes = Math.round(ms / 60_000);
    return t('value.minutes', { count: minutes, number: formatNumber(minutes, language) });
  },
  'attendance.source': word(attendanceSourceSchema, (value, t) => t(`source.${value}`)),
  'attendance.scope': (value, style, meeting) => scopeText(textOrNull(value) ?? '', meeting, style),
};

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

/** A value of a field in words; `meeting`: that of the operation. */
export function valueText(
  table: string | null,
  field: string,
  value: Json,
  style: JournalStyle,
  meeting: string | null,
): string {
  if (value === null || value === '') return style.t('value.none');
  if (Array.isArray(value) && value.length === 0) return style.t('value.none');
  const put = PUT[`${table ?? ''}.${field}`] ?? PUT[field];
  const text = put?.(value, style, meeting) ?? null;
  if (text !== null) return text === '' ? style.t('value.none') : text;
  if (typeof value === 'string' && Object.hasOwn(REFERENCES, field)) {
    return called(style, REFERENCES[field] as RecordTable, value, meeting);
  }
  return plain(value, style);
}

/** A value of which nothing is known but what it is. */
function plain(value: Json, { t, language, timeZone }: JournalStyle): string {
  if (value === null) return t('value.none');
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') return formatNumber(value, language);
  if (typeof value === 'string') {
    if (DAY.test(value)) return formatDay(value, language);
    return INSTANT.test(value) ? formatInstant(value, language, timeZone) : value;
  }
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
    return value.join(', ');
  }
  return canonicalJson(value);
}

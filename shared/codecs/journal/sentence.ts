import { agendaStateSchema } from '../../domain/agenda/types';
import { printKindSchema, revocationSchema } from '../../domain/badge/types';
import { implementationStatusSchema } from '../../domain/implementation/types';
import { UN_LANGUAGES } from '../../domain/language';
import { meetingStateSchema } from '../../domain/meeting/types';
import { modalitySchema, nominationStateSchema } from '../../domain/nomination/types';
import { roleSchema } from '../../domain/operator/types';
import { forgottenFields } from '../../domain/person/types';
import { linkSchema } from '../../domain/virtual/types';
import { formatDay } from '../../i18n/format';
import { typeOf, type OperationTypeName } from '../../journal/catalogue';
import type { Json } from '../../operation/json';
import type { Operation } from '../../operation/operation';
import { openValues, personalValues, textOrNull } from './record';
import { called, type JournalStyle } from './words';

/**
 * What happened, in plain words: the same in the list, in the details and in an export. `undone`:
 * the operations that it took back, where they are known.
 */
export function sentenceOf(
  operation: Operation,
  style: JournalStyle,
  undone: readonly Operation[] = [],
): string {
  const { t, language } = style;
  const what = ownSentence(operation, style);
  if (undone.length === 0) return what;
  const list = undone.map((one) => ownSentence(one, style));
  const joined = new Intl.ListFormat(language, { type: 'unit' }).format(list.slice(0, 3));
  return t('instead.undone', { what, undone: list.length > 3 ? `${joined} …` : joined });
}

function ownSentence(operation: Operation, style: JournalStyle): string {
  const { t } = style;
  const entry = typeOf(operation.type, operation.v);
  if (entry === null) return t('later', { type: operation.type });
  const type = operation.type as OperationTypeName;
  if (entry.kind === 'attendance') return attendance(operation, type, style);
  const set = openValues(operation);
  if (type !== 'operator.removed' && typeof set['removed'] === 'boolean') {
    const what = t(`table.${entry.table}`);
    return t(set['removed'] ? 'instead.removed' : 'instead.restored', { what });
  }
  return special(operation, type, style) ?? t(`did.${type}`);
}

function attendance(operation: Operation, type: OperationTypeName, style: JournalStyle): string {
  const { t } = style;
  const { person, scope, modality } = operation.body;
  const how = modalitySchema.safeParse(modality);
  return t(`did.${type}`, {
    name: called(style, 'people', textOrNull(person) ?? ''),
    scope: scopeText(textOrNull(scope) ?? '', operation.meeting, style),
    modality: how.success ? t(`modality.${how.data}`) : '',
  });
}

/** Where an arrival holds, in words. */
export function scopeText(scope: string, meeting: string | null, style: JournalStyle): string {
  const [kind, value = ''] = scope.split(':');
  if (kind === 'day') return formatDay(value, style.language, 'medium');
  if (kind === 'session') {
    return style.names.of('sessions', value, meeting) ?? style.t('scope.session');
  }
  return style.t('scope.reception');
}

/** Types whose sentence depends on the values; `null`: the type's own words say it. */
function special(
  operation: Operation,
  type: OperationTypeName,
  style: JournalStyle,
): string | null {
  const { t } = style;
  const set = openValues(operation);
  switch (type) {
    case 'operator.secured':
      return set['secured'] === false ? t('instead.unsecured') : null;
    case 'operator.granted': {
      const role = roleSchema.safeParse(set['role']);
      return role.success
        ? t(`did.${type}`, { role: t(`role.${role.data}`) })
        : t('instead.revoked');
    }
    case 'desk.named':
      return t(`did.${type}`, { text: textOrNull(set['name']) ?? '' });
    case 'person.forgotten': {
      const why = forgottenFields.shape.forgottenFor.safeParse(set['forgottenFor']);
      return t(`did.${type}`, { why: t(`forgottenFor.${why.data ?? 'request'}`) });
    }
    case 'meeting.moved': {
      const state = meetingStateSchema.safeParse(set['state']);
      return t(`did.${type}`, {
        state: state.success ? t(`domain:meetingState.${state.data}`) : '',
      });
    }
    case 'nomination.changed': {
      const state = nominationStateSchema.safeParse(set['state']);
      return state.success
        ? t('instead.nominationState', { state: t(`domain:nominationState.${state.data}`) })
        : null;
    }
    case 'nomination.identity-seen':
      return set['identitySeenAt'] === null ? t('instead.identityUnseen') : null;
    case 'implementation.reported': {
      const status = implementationStatusSchema.safeParse(set['status']);
      return t(`did.${type}`, {
        status: status.success ? t(`implementationStatus.${status.data}`) : '',
      });
    }
    case 'badge.revoked': {
      const why = revocationSchema.safeParse(set['revokedFor']);
      return t(`did.${type}`, { why: why.success ? t(`revocation.${why.data}`) : '' });
    }
    case 'badge.printed': {
      const kind = printKindSchema.safeParse(set['kind']);
      return t(`did.${type}`, { what: kind.success ? t(`printKind.${kind.data}`) : '' });
    }
    case 'agenda.moved':
    case 'agenda.changed': {
      const state = agendaStateSchema.safeParse(set['state']);
      if (state.success) return t('did.agenda.moved', { state: t(`agenda:state.${state.data}`) });
      return 'order' in set || type === 'agenda.moved' ? t('instead.reordered') : null;
    }
    case 'login.linked':
      return linked(set['link'], style);
    case 'alias.changed':
      return set['revoked'] === true ? t('instead.aliasRevoked') : null;
    case 'recommendation.worded':
      return t(`did.${type}`, { languages: languagesOf(operation, style) });
    default:
      return null;
  }
}

/** What was decided about a login. */
export function linked(value: Json | undefined, style: JournalStyle): string {
  const link = linkSchema.safeParse(value);
  if (!link.success) return style.t('instead.unlinked');
  if (link.data.kind === 'nobody') return style.t('instead.aside');
  const names = link.data.persons.map((person) => called(style, 'people', person));
  return style.t('did.login.linked', { names: names.join(', ') });
}

function languagesOf(operation: Operation, { t }: JournalStyle): string {
  const set = personalValues(operation);
  const worded = UN_LANGUAGES.filter((language) => `text.${language}` in set);
  return worded.length === 0
    ? t('forgotten')
    : worded.map((language) => t(`domain:language.${language}`)).join(', ');
}

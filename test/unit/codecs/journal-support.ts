import { v7 as newId } from 'uuid';
import { JOURNAL_NAMESPACES, type JournalStyle } from '@shared/codecs/journal/words';
import { createI18n } from '@shared/i18n/i18n';
import type { Operation, Stamped } from '@shared/operation/operation';
import { sampleDrafts } from '../../support/sample-drafts';
import { stamp } from '../../support/stamp';

/** Words that throw where one is missing; names by id. */
export function styleIn(
  language: 'en' | 'ru',
  names: Readonly<Record<string, string>> = {},
): JournalStyle {
  const t = createI18n({ language, strict: true }).getFixedT(language, JOURNAL_NAMESPACES);
  return { t, names: { of: (_, id) => names[id] ?? null }, language, timeZone: 'Europe/Vienna' };
}

/** One operation at least of every type. */
export const sample: readonly Operation[] = [...stamp(sampleDrafts(newId))];

export function ofType(type: string): Operation {
  const found = sample.find((operation) => operation.type === type);
  if (found === undefined) throw new Error(`the sample has no ${type}`);
  return found;
}

export const lookup = (id: string): Operation | undefined =>
  sample.find((operation) => operation.id === id);

/** The same operation after its person was forgotten. */
export function forgotten(operation: Operation): Operation {
  return { ...operation, sealed: { digest: '0'.repeat(64), salt: null, text: null } };
}

/** Newest first, as the register hands them over. */
export const stamped = (operations: readonly Operation[]): Stamped[] =>
  operations.map((operation, at) => ({ n: at + 1, operation })).reverse();

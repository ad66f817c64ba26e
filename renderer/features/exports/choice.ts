import { yearOf } from '@shared/domain/meeting/rules';
import type { Meeting } from '@shared/domain/meeting/types';
import type { DatabaseRef } from '../../db/database';
import type { Wanted } from '../../db/read-world';
import type { DocumentInput } from '../../workers/jobs/export';
import { isNameList } from '../../workers/jobs/export-kinds';
import type { DocumentChoice } from '../../workers/jobs/export-documents';

/** What somebody chose on the page. */
export interface Choice extends Omit<DocumentChoice, 'scope' | 'madeAt'> {
  readonly of: 'meeting' | 'year';
}

export type Change = (change: Partial<Choice>) => void;

/** Names are in the file of people who did not agree to that: it has to be handled accordingly. */
export function isPersonal({ document, audience, withPeople, format }: Choice): boolean {
  return (
    audience === 'inside' &&
    (document === 'participants' || isNameList(document) || (withPeople && format === 'xlsx'))
  );
}

/** What else a change brings with it: lists of names are of one meeting, and Zoom reads text. */
export function changed(choice: Choice, change: Partial<Choice>): Choice {
  const next = { ...choice, ...change };
  const format = next.document === 'registrants' ? 'csv' : next.format;
  return isNameList(next.document) ? { ...next, of: 'meeting', format } : next;
}

/** The choice as the worker takes it. `madeAt` is an ISO instant. */
export function documentInput(
  database: DatabaseRef,
  meeting: Meeting,
  { of, ...rest }: Choice,
  madeAt: string,
): DocumentInput {
  const year = yearOf(meeting);
  const whole = of === 'year' && year !== null;
  const wanted: Wanted = whole
    ? { kind: 'year', programme: meeting.programme, year }
    : { kind: 'meeting', meeting: meeting.id };
  return {
    ...rest,
    database,
    wanted,
    scope: whole ? { kind: 'year', year } : { kind: 'meeting', meeting: meeting.id },
    madeAt,
  };
}

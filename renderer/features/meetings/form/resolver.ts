import type { FieldErrors, Resolver } from 'react-hook-form';
import { givesUp, reconvenesItself, scheduleOf } from '@shared/domain/meeting/rules';
import type { Meeting } from '@shared/domain/meeting/types';
import { meetingFormSchema, type MeetingForm, type Problem } from './schema';
import { scheduleIn } from './values';

/**
 * Checks the form with its schema, and against the meeting that it changes; the message of each
 * error is a problem's code.
 */
export function resolverFor(
  before: Meeting | null,
  meetings: readonly Meeting[],
): Resolver<MeetingForm> {
  return (values) => {
    const parsed = meetingFormSchema.safeParse(values);
    const errors: Record<string, unknown> = {};
    for (const { path, message } of parsed.error?.issues ?? []) put(errors, path, message);
    if (before !== null) {
      for (const [field, problem] of against(values, before, meetings))
        put(errors, [field], problem);
    }
    if (parsed.success && Object.keys(errors).length === 0)
      return { values: parsed.data, errors: {} };
    return { values: {}, errors: errors as FieldErrors<MeetingForm> };
  };
}

function against(
  values: MeetingForm,
  before: Meeting,
  meetings: readonly Meeting[],
): [keyof MeetingForm, Problem][] {
  const problems: [keyof MeetingForm, Problem][] = [];
  if (needsReason(values, before) && values.changeReason.trim() === '') {
    problems.push(['changeReason', 'change-reason-missing']);
  }
  if (reconvenesItself(before.id, values.reconvenes, meetings)) {
    problems.push(['reconvenes', 'reconvenes-itself']);
  }
  return problems;
}

/** Whether the form gives up dates or a format that were known: only with a reason. */
export function needsReason(
  values: Pick<MeetingForm, 'format' | 'precision' | 'start' | 'end'>,
  before: Meeting,
): boolean {
  const held = scheduleOf(before);
  return givesUp(held, scheduleIn(values, held));
}

/** Sets an error at a path; the first error of a field stands. */
function put(errors: Record<string, unknown>, path: PropertyKey[], message: string): void {
  let at = errors;
  for (const step of path.slice(0, -1)) {
    at = (at[String(step)] ??= {}) as Record<string, unknown>;
  }
  at[String(path.at(-1))] ??= { type: 'check', message };
}

import type { FieldErrors, Resolver } from 'react-hook-form';
import { meetingFormSchema, type MeetingForm } from './schema';

/** Checks the form with its schema; the message of each error is a problem's code. */
export const resolveMeetingForm: Resolver<MeetingForm> = (values) => {
  const parsed = meetingFormSchema.safeParse(values);
  if (parsed.success) return { values: parsed.data, errors: {} };
  const errors: Record<string, unknown> = {};
  for (const { path, message } of parsed.error.issues) put(errors, path, message);
  return { values: {}, errors: errors as FieldErrors<MeetingForm> };
};

/** Sets an error at a path; the first error of a field stands. */
function put(errors: Record<string, unknown>, path: PropertyKey[], message: string): void {
  let at = errors;
  for (const step of path.slice(0, -1)) {
    at = (at[String(step)] ??= {}) as Record<string, unknown>;
  }
  at[String(path.at(-1))] ??= { type: 'check', message };
}

import type { TFunction } from 'i18next';
import { scheduleOf, yearOf } from '@shared/domain/meeting/rules';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Programme } from '@shared/domain/programme/operations';
import type { Choice } from './choice';

/** A long title says enough with its beginning. */
const TITLE_CHARACTERS = 60;

/**
 * `2023-09-12-EWG-II-attendance-statistics-en.xlsx`: sorts by date, tells meeting, document and
 * language, and that the data is invented. `t` has the words of the document's language.
 */
export function fileName(
  choice: Choice,
  meeting: Meeting,
  programme: Programme,
  synthetic: boolean,
  t: TFunction<'exports'>,
): string {
  const { start } = scheduleOf(meeting);
  const body = programme.bodies.find((one) => one.id === meeting.body);
  const of =
    choice.of === 'year'
      ? [String(yearOf(meeting) ?? '')]
      : [start ?? '', (body?.abbreviation ?? meeting.title).slice(0, TITLE_CHARACTERS)];
  const which = choice.document === 'participants' ? choice.which : choice.document;
  const parts = [
    ...of,
    t(`fileName.${which}`),
    ...(synthetic ? [t('fileName.synthetic')] : []),
    choice.language,
  ];
  const stem = parts
    .map((part) => part.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+|-+$/g, ''))
    .filter((part) => part !== '')
    .join('-');
  return `${stem}.${choice.format}`;
}

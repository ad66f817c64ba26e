import { nameIn, UN_LANGUAGES } from '../../domain/language';
import { scheduleOf } from '../../domain/meeting/rules';
import type { Meeting } from '../../domain/meeting/types';
import { designationOn } from '../../domain/party/rules';
import type { Party } from '../../domain/party/types';
import { partyOrder } from '../../domain/programme/collate';
import type { Programme } from '../../domain/programme/operations';
import { formatDay, formatDays } from '../../i18n/format';
import type { CellValue } from '../table/column';

/** Behind a name of which no official form in the document's language is on file. */
export const MARK = ' *';

/** Whether a table shows a name that has to be explained under it. */
export function isMarked(cell: CellValue | undefined): boolean {
  return typeof cell === 'string' && cell.endsWith(MARK);
}

/**
 * A party by the name it had on a day. Without an official name in the language the English one
 * stands with the code, marked; names are never translated here.
 */
export function partyName(party: Party, language: string, day: string): string {
  const { code, names } = designationOn(party, day);
  const own = UN_LANGUAGES.find((known) => known === language);
  const official = own === undefined ? undefined : names[own];
  if (official !== undefined) return official;
  const name = nameIn(names, 'en');
  return name === '' || name === code ? `${code}${MARK}` : `${name} (${code})${MARK}`;
}

/** Order of a list in a language, parties under the names they had on a day. */
export function listOrder(language: string, day: string): (a: Party, b: Party) => number {
  const order = partyOrder(language);
  const placed = (party: Party) => ({ kind: party.kind, ...designationOn(party, day) });
  return (a, b) => order(placed(a), placed(b));
}

/** When a meeting was held, as precisely as it is known: "12–13 September 2023". */
export function meetingDates(meeting: Meeting, language: string): string {
  const { start, end } = scheduleOf(meeting);
  return start === null ? '' : formatDays(start, end ?? start, language);
}

/** A meeting with its dates, for titles and rows. */
export function meetingName(meeting: Meeting, language: string): string {
  const dates = meetingDates(meeting, language);
  return dates === '' ? meeting.title : `${meeting.title}, ${dates}`;
}

/** A meeting as short as a column's header wants it: "EWG II, 12 Sept 2023". */
export function meetingLabel(meeting: Meeting, programme: Programme, language: string): string {
  const body = programme.bodies.find((one) => one.id === meeting.body);
  const { start } = scheduleOf(meeting);
  const name = body?.abbreviation ?? meeting.title;
  return start === null ? name : `${name}, ${formatDay(start, language, 'medium')}`;
}

/** A pillar with its number: "II. Financial flows". */
export function pillarName(programme: Programme, id: string, language: string): string {
  const pillar = programme.pillars.find((one) => one.id === id);
  return pillar ? `${pillar.number}. ${nameIn(pillar.names, language)}` : id;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** An instant on the wall clock of a zone, as tables take it: `2023-06-13T09:00`. */
export function wallClock(instant: string, timeZone: string): string {
  let clock = clocks.get(timeZone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    clocks.set(timeZone, clock);
  }
  return clock.format(new Date(instant)).replace(' ', 'T');
}

import type { Issue } from '../issue';
import { cellAt, isBlank, type Sheet } from '../table/sheet';
import { cleanName } from './display-name';
import type { Recognised } from './recognise';
import { NO_HEAD, reportOf, type Head } from './report';
import { cutOff, type RawRow } from './rows';
import type { PlatformReport, ReportOptions } from './types';
import type { WebexField } from './webex-headers';

type Webex = Extract<Recognised, { kind: 'webex' }>;

/** Webex guards its times from Excel: `="2023-06-13 09:00:00"`. */
function unguarded(text: string): string {
  return text.replace(/^="(.*)"$/s, '$1');
}

/** `Topic: …` above the older report. */
function topicAbove(sheet: Sheet, header: number): string {
  for (const row of sheet.rows.slice(0, header)) {
    const topic = /^topic:\s*(.+)$/i.exec(row[0] ?? '');
    if (topic !== null) return cleanName(topic[1] ?? '');
  }
  return '';
}

/**
 * Reports of Webex: one row a connection. Breakout sessions overlap with the main one, and uniting
 * the intervals takes care of that.
 */
export function readWebex(sheet: Sheet, found: Webex, options: ReportOptions): PlatformReport {
  const { columns, language } = found.match;
  const rows: RawRow[] = [];
  let issues: Issue<'truncated'>[] = [];
  let head: Head = { ...NO_HEAD, title: topicAbove(sheet, found.header) };
  sheet.rows.slice(found.header + 1).forEach((cells, index) => {
    if (isBlank(cells)) return;
    const line = sheet.firstLine[found.header + 1 + index] ?? 0;
    const value = (field: WebexField) => unguarded(cellAt(cells, columns.get(field)?.[0]));
    if (rows.length === 0 && value('title') !== '')
      head = {
        ...NO_HEAD,
        title: cleanName(value('title')),
        start: value('start'),
        end: value('end'),
        line,
      };
    const parts = [value('firstName'), value('lastName')].filter((part) => part !== '');
    const daily = found.generation === 'session-detail';
    const times = daily ? (['dayStart', 'dayEnd'] as const) : (['join', 'leave'] as const);
    issues = cutOff(
      { line, cells },
      times.map((field) => columns.get(field)?.[0]),
    );
    const at = (time: string) => (daily && time !== '' ? `${value('day')} ${time}` : time);
    rows.push({
      line,
      name: value('name') === '' ? parts.join(' ') : value('name'),
      email: value('email'),
      join: at(value(daily ? 'dayStart' : 'join')),
      leave: at(value(daily ? 'dayEnd' : 'leave')),
      duration: value('duration'),
      waiting: false,
      guest: null,
      summary: false,
    });
  });
  return reportOf(
    { platform: 'webex', generation: found.generation, language, head, rows, issues },
    options,
  );
}

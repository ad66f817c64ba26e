import { cellAt, isBlank, type Sheet } from '../table/sheet';
import { cleanName } from './display-name';
import { foldHeader } from './header-match';
import { localTime, readStamp, type DateOrder } from './local-time';
import { pairActs, type Act } from './pair-acts';
import type { Recognised } from './recognise';
import { reportOf } from './report';
import { byLine, Notes, orderOf } from './rows';
import { headOf } from './teams';
import { TEAMS_ACTIONS, type TeamsField } from './teams-headers';
import type { PlatformReport, ReportOptions } from './types';

type TeamsActions = Extract<Recognised, { kind: 'teams-actions' }>;

function actionOf(text: string): 'joined' | 'left' | null {
  const folded = foldHeader(text);
  if (TEAMS_ACTIONS.joined.includes(folded)) return 'joined';
  return TEAMS_ACTIONS.left.includes(folded) ? 'left' : null;
}

function timeOf(text: string, order: DateOrder | 'ambiguous'): string | null {
  const stamp = readStamp(text);
  return stamp === null || order === 'ambiguous' ? null : localTime(stamp, order);
}

/**
 * Reports of one line an act: the first generation, and live events. A live event tells which
 * connection an act belongs to, so that two people of one name are not mistaken for one who came
 * twice; the account beside it is a UPN, serves for nothing else and is not kept.
 */
export function readTeamsActions(
  sheet: Sheet,
  found: TeamsActions,
  options: ReportOptions,
): PlatformReport {
  const { columns, language } = found.match;
  const head = headOf(sheet, 0, found.header);
  const notes = new Notes();
  const acts: (Omit<Act, 'time'> & { readonly key: string })[] = [];
  sheet.rows.slice(found.header + 1).forEach((cells, index) => {
    if (isBlank(cells)) return;
    const line = sheet.firstLine[found.header + 1 + index] ?? 0;
    const at = (field: TeamsField) => cellAt(cells, columns.get(field)?.[0]);
    const action = actionOf(at('action'));
    if (action === null) {
      notes.drop(line, 'unknown-action', at('action'));
      return;
    }
    const name = at('name');
    const key = [cleanName(name).toLowerCase(), at('connection'), at('account')].join('\n');
    acts.push({ key, line, name, action, at: at('timestamp') || at('utc') });
  });
  const texts = [...acts.map((act) => act.at), head.start, head.end];
  const { order } = orderOf(
    texts.map((text) => ({ line: 0, text })),
    options,
  );
  const timed = acts.map((act) => ({ ...act, time: timeOf(act.at, order) }));
  const times = timed.flatMap(({ time }) => time ?? []);
  const grouped = times.some((time, index) => time < (times[index - 1] ?? ''));
  const rows = [...Map.groupBy(timed, ({ key }) => key).values()].flatMap((own) =>
    pairActs(own, grouped, notes),
  );
  const report = reportOf(
    {
      platform: 'teams',
      generation: found.generation,
      language,
      head,
      rows: rows.sort((a, b) => a.line - b.line),
      ...(columns.has('utc') ? { timeZone: 'UTC' } : {}),
      issues: [],
    },
    options,
  );
  return {
    ...report,
    dropped: byLine([...notes.dropped, ...report.dropped]),
    repaired: byLine([...notes.repaired, ...report.repaired]),
  };
}

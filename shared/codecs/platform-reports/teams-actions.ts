import { cellAt, isBlank, type Sheet } from '../table/sheet';
import { cleanName } from './display-name';
import { foldHeader } from './header-match';
import type { Recognised } from './recognise';
import { reportOf } from './report';
import { byLine, Notes, type RawRow } from './rows';
import { headOf } from './teams';
import { TEAMS_ACTIONS, type TeamsField } from './teams-headers';
import type { PlatformReport, ReportOptions } from './types';

type TeamsActions = Extract<Recognised, { kind: 'teams-actions' }>;

function actionOf(text: string): 'joined' | 'left' | null {
  const folded = foldHeader(text);
  if (TEAMS_ACTIONS.joined.includes(folded)) return 'joined';
  return TEAMS_ACTIONS.left.includes(folded) ? 'left' : null;
}

interface Act {
  readonly line: number;
  readonly name: string;
  readonly action: 'joined' | 'left';
  readonly at: string;
}

/** Acts of one person in the order of the file → rows; a join that nobody ended stays open. */
function pairActs(acts: readonly Act[], notes: Notes): RawRow[] {
  const rows: RawRow[] = [];
  const push = (join: Act, leave: string) =>
    rows.push({
      line: join.line,
      name: join.name,
      email: '',
      join: join.at,
      leave,
      duration: '',
      waiting: false,
      guest: null,
      summary: false,
    });
  let open: Act | null = null;
  for (const act of acts) {
    if (act.action === 'joined') {
      if (open === null) open = act;
      else notes.repair(act.line, 'joined-twice', act.at);
    } else if (open === null) {
      notes.drop(act.line, 'left-without-join', act.at);
    } else {
      push(open, act.at);
      open = null;
    }
  }
  if (open !== null) push(open, '');
  return rows;
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
  const notes = new Notes();
  const byName = new Map<string, Act[]>();
  sheet.rows.slice(found.header + 1).forEach((cells, index) => {
    if (isBlank(cells)) return;
    const line = sheet.firstLine[found.header + 1 + index] ?? 0;
    const at = (field: TeamsField) => cellAt(cells, columns.get(field)?.[0]);
    const action = actionOf(at('action'));
    if (action === null) {
      notes.drop(line, 'unknown-action', at('action'));
      return;
    }
    const key = [cleanName(at('name')).toLowerCase(), at('connection'), at('account')].join('\n');
    const acts = byName.get(key) ?? [];
    acts.push({ line, name: at('name'), action, at: at('timestamp') || at('utc') });
    byName.set(key, acts);
  });
  const rows = [...byName.values()].flatMap((acts) => pairActs(acts, notes));
  const report = reportOf(
    {
      platform: 'teams',
      generation: found.generation,
      language,
      head: headOf(sheet, 0, found.header),
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

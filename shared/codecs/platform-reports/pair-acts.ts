import type { Notes, RawRow } from './rows';
import type { LocalDateTime } from './types';

/** One line of *joined* or *left*. */
export interface Act {
  readonly line: number;
  readonly name: string;
  readonly action: 'joined' | 'left';
  /** As written. */
  readonly at: string;
  /** The same as a time; `null`: it cannot be read. */
  readonly time: LocalDateTime | null;
}

function rowOf(join: Act, leave: Act | null): RawRow {
  return {
    ...{ line: join.line, name: join.name, email: '', join: join.at, leave: leave?.at ?? '' },
    ...{ duration: '', waiting: false, guest: null, summary: false },
  };
}

/** A stretch from joining to leaving; `null`: nobody ended it. */
interface Stretch {
  readonly join: Act;
  readonly leave: Act | null;
}

/**
 * Acts of one connection in the order of the file → stretches; a join that nobody ended stays open.
 * Two joins and then two acts of leaving are two connections at once; two joins and one act of
 * leaving are one of which a line is missing.
 */
function stretches(acts: readonly Act[], notes: Notes): Stretch[] {
  const found: Stretch[] = [];
  let open: Act[] = [];
  const close = (leave: Act | null) => {
    const [join, ...again] = open;
    if (join !== undefined) found.push({ join, leave });
    for (const one of again) notes.repair(one.line, 'joined-twice', one.at);
    open = [];
  };
  for (const [index, act] of acts.entries()) {
    const [first, ...others] = open;
    if (act.action === 'joined') open.push(act);
    else if (first === undefined) notes.drop(act.line, 'left-without-join', act.at);
    else if (others.length > 0 && acts[index + 1]?.action === 'left') {
      found.push({ join: first, leave: act });
      open = others;
    } else close(act);
  }
  close(null);
  return found;
}

/**
 * Acts of one name → rows, in the order of the file. A file that lists its people one after another
 * has a second connection of that name where the name comes again after somebody else, or where a
 * join lies before the line above it. Whether that is another device or another person of the same
 * name the file does not say: their times are united, as those of one name are in every report, and
 * the line is listed as long as both were there at once.
 *
 * @param grouped the file lists its people one after another, not its acts in order of time
 */
export function pairActs(acts: readonly Act[], grouped: boolean, notes: Notes): RawRow[] {
  const connections: Act[][] = [];
  for (const act of acts) {
    const own = connections.at(-1);
    const before = own?.at(-1);
    if (own === undefined || before === undefined || (grouped && isAnother(before, act)))
      connections.push([act]);
    else own.push(act);
  }
  const found = connections.flatMap((own) => stretches(own, notes));
  let until = '';
  for (const { join, leave } of [...found].sort(byTime)) {
    if (join.time === null) continue;
    if (join.time < until) notes.repair(join.line, 'same-name', join.name.trim());
    const end = leave === null ? FOR_EVER : (leave.time ?? join.time);
    if (end > until) until = end;
  }
  return found.map(({ join, leave }) => rowOf(join, leave));
}

/** Sorts after every time. */
const FOR_EVER = '9999';

function byTime({ join: one }: Stretch, { join: other }: Stretch): number {
  const [a, b] = [one.time ?? '', other.time ?? ''];
  if (a !== b) return a < b ? -1 : 1;
  return one.line - other.line;
}

/** Between the two lines of one name somebody else is listed, or time goes back. */
function isAnother(before: Act, act: Act): boolean {
  if (act.line > before.line + 1) return true;
  const isBack = before.time !== null && act.time !== null && act.time < before.time;
  return act.action === 'joined' && isBack;
}

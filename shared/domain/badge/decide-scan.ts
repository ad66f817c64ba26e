import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import type { Attendance, Scope } from '../attendance/types';
import { derivedId } from '../derived-id';
import type { Modality } from '../nomination/types';
import { readBadgeCode } from './code';
import type { ScanAnswer } from './resolve';
import type { KeptScan } from './types';

/** Somebody who comes within this time after a scan is the one who was scanned: half a day, in ms. */
const SAME_COMING_MS = 12 * 3_600_000;

/**
 * Keeps the scan of a code that no badge here has. A code that already waits at this desk for the
 * same scopes is not kept twice. `desk`: this replica; `scans`: those known here.
 */
export function keepScan(
  context: DecisionContext,
  input: {
    meeting: string;
    code: string;
    scopes: readonly Scope[];
    modality: Modality;
    desk: string;
  },
  scans: readonly KeptScan[],
): Decision<'not-a-code'> {
  const { meeting, modality, desk } = input;
  const read = readBadgeCode(input.code);
  if (!read.ok) return { ok: false, reason: 'not-a-code' };
  const { code } = read;
  const kept = scans.filter(
    (scan) =>
      scan.state === 'waiting' &&
      scan.code === code &&
      scan.meeting === meeting &&
      scan.desk === desk &&
      scan.modality === modality,
  );
  const scopes = input.scopes.filter((scope) => !kept.some((scan) => scan.scopes.includes(scope)));
  if (scopes.length === 0) return { ok: true, drafts: [] };
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: 'scan.kept',
        meeting,
        body: {
          id: context.newId(),
          set: { code, when: context.now, scopes, modality, desk, state: 'waiting' },
        },
      }),
    ],
  };
}

/** Whom the badge of a kept scan turned out to be worn by, as this desk knows them now. */
export interface SettlingPerson {
  /** The record that stands for them. */
  readonly id: string;
  readonly forgotten: boolean;
  /** The desk would welcome them: an accepted nomination, or a walk-in. */
  readonly welcome: boolean;
  readonly attendance: Attendance | undefined;
}

/** Why a kept scan goes on waiting; somebody at the desk has to look at it. */
export type SettleProblem =
  | 'not-waiting'
  | 'other-desk'
  | 'unknown'
  | 'other-meeting'
  | 'revoked'
  | 'not-lent'
  /** The floating badge was lent to them only after the scan: somebody else wore it then. */
  | 'lent-later'
  | 'forgotten'
  | 'not-expected';

/**
 * Settles a kept scan whose badge is known by now: the arrival happened when it was scanned. Scopes
 * in which the person was already present then, or came into soon after, are left alone; the scan is
 * settled all the same. Only the desk that kept it settles it by itself (`desk`: this replica), and
 * twice decided is once recorded: the operations' ids come from the scan. `byHand`: somebody says that
 * the other desk does not come back to it (its register was restored, the machine is gone). Should it
 * come back all the same, both arrivals are kept and counted once.
 */
export function settleScan(
  context: DecisionContext,
  scan: KeptScan,
  input: {
    answer: ScanAnswer;
    desk: string;
    /** The person of the answer; `null`: nobody knows that record here. */
    person: SettlingPerson | null;
    /** Heads of the scan's `state` and `badge`. */
    heads: readonly string[];
    byHand?: boolean;
  },
): Decision<SettleProblem> {
  const { answer, desk, person, byHand = false } = input;
  if (scan.state !== 'waiting') return { ok: false, reason: 'not-waiting' };
  const isOwn = scan.desk === desk;
  if (!isOwn && !byHand) return { ok: false, reason: 'other-desk' };
  if (answer.kind !== 'person') return { ok: false, reason: answer.kind };
  const { badge } = answer;
  if (badge.lentAt !== null && Date.parse(badge.lentAt) > Date.parse(scan.when)) {
    return { ok: false, reason: 'lent-later' };
  }
  if (person === null) return { ok: false, reason: 'unknown' };
  if (person.forgotten) return { ok: false, reason: 'forgotten' };
  if (!person.welcome) return { ok: false, reason: 'not-expected' };
  const missing = scan.scopes.filter((scope) => !wasThere(person.attendance, scope, scan));
  const named = (...parts: string[]): DecisionContext => ({
    ...context,
    newId: () => derivedId('scan', scan.id, ...parts, ...(isOwn ? [] : [desk])),
  });
  const arrivals = missing.map((scope) =>
    draft(named('arrived', scope), {
      type: 'attendance.arrived',
      meeting: scan.meeting,
      subjects: [person.id],
      body: {
        ...{ person: person.id, scope, modality: scan.modality },
        ...{ when: scan.when, source: 'scan' },
      },
    }),
  );
  const settled = draft(named('settled'), {
    type: 'scan.settled',
    meeting: scan.meeting,
    over: [...input.heads],
    subjects: [person.id],
    body: { id: scan.id, set: { state: 'settled', badge: badge.id } },
  });
  return { ok: true, drafts: [...arrivals, settled] };
}

/** Whether somebody was in a scope at the moment of the scan, or came into it soon after. */
function wasThere(
  attendance: Attendance | undefined,
  scope: Scope,
  { when, modality }: KeptScan,
): boolean {
  const at = Date.parse(when);
  const own = (attendance?.events ?? []).filter(
    (event) => event.scope === scope && event.modality === modality,
  );
  let before: { at: number; kind: 'arrived' | 'left' } | null = null;
  let cameAfter = false;
  for (const { kind, when: time } of own) {
    const ms = Date.parse(time);
    if (ms > at) cameAfter ||= kind === 'arrived' && ms <= at + SAME_COMING_MS;
    else if (before === null || ms >= before.at) before = { at: ms, kind };
  }
  return cameAfter || before?.kind === 'arrived';
}

/** Somebody has looked at a kept scan, and nothing comes of it. */
export function dismissScan(
  context: DecisionContext,
  scan: KeptScan,
  heads: readonly string[],
): Decision<'not-waiting'> {
  if (scan.state !== 'waiting') return { ok: false, reason: 'not-waiting' };
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: 'scan.dismissed',
        meeting: scan.meeting,
        over: [...heads],
        body: { id: scan.id, set: { state: 'dismissed' } },
      }),
    ],
  };
}

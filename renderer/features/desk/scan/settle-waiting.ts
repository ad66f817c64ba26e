import { isAdmitted, speakingNomination } from '@shared/domain/attendance/desk';
import type { Attendance } from '@shared/domain/attendance/types';
import { settleScan, type SettleProblem, type SettlingPerson } from '@shared/domain/badge/decide';
import { resolveScan, type ScanAnswer } from '@shared/domain/badge/resolve';
import type { Badge, KeptScan } from '@shared/domain/badge/types';
import { Roots } from '@shared/domain/person/roots';
import { attendanceView } from '@shared/projections/attendance';
import { attendanceId } from '@shared/projections/row';
import { act, decisionContext, type ActResult } from '../../../db/act';
import type { Store } from '../../../db/store';

/** What became of the scans that could be settled: why one still waits, or whose arrival it was. */
export interface Settling {
  readonly problems: ReadonlyMap<string, SettleProblem>;
  readonly settled: readonly { readonly scan: KeptScan; readonly person: string }[];
}

/** Badges of every meeting by their code. */
export function byCode(badges: readonly Badge[]): ReadonlyMap<string, Badge> {
  return new Map(badges.map((badge) => [badge.code, badge]));
}

/**
 * Settles the scans of a meeting that this desk (`life`: its replica) kept and whose badge has
 * become known. Only one window at a time does; one that does not see yet what another has written
 * makes the same operations once more, which the register takes for the same.
 */
export function settleWaiting(store: Store, meeting: string, life: string): Promise<Settling> {
  return inOneWindow(async () => {
    const problems = new Map<string, SettleProblem>();
    const settled: { scan: KeptScan; person: string }[] = [];
    const badges = byCode(await store.list('badges'));
    const known = (await store.list('scans')).flatMap((scan) => {
      if (scan.meeting !== meeting || scan.state !== 'waiting' || scan.desk !== life) return [];
      const answer = resolveScan(scan.code, meeting, badges);
      return answer.kind === 'person' ? [{ scan, answer }] : [];
    });
    if (known.length === 0) return { problems, settled };
    for (const { scan, answer } of known) {
      const done = await settle(store, { scan, answer, life, byHand: false });
      if (done.ok) settled.push({ scan, person: done.person });
      // What could not be committed waits for the next time.
      else if (done.problem !== null) problems.set(scan.id, done.problem);
    }
    return { problems, settled };
  });
}

/**
 * Settles a scan that another desk kept, because somebody says that it does not come back to it.
 * Refused while its badge is not known here.
 */
export function settleByHand(store: Store, scan: KeptScan, life: string): Promise<ActResult> {
  return inOneWindow(async () => {
    const answer = resolveScan(scan.code, scan.meeting, byCode(await store.list('badges')));
    const done = await settle(store, { scan, answer, life, byHand: true });
    return done.ok ? { ok: true, operations: [] } : { ok: false, reason: done.reason };
  });
}

interface Settlement {
  readonly scan: KeptScan;
  readonly answer: ScanAnswer;
  readonly life: string;
  readonly byHand: boolean;
}

type Settled =
  | { readonly ok: true; readonly person: string }
  /** `problem` is `null` where it was decided and could not be committed. */
  | { readonly ok: false; readonly problem: SettleProblem | null; readonly reason: string };

async function settle(store: Store, { scan, answer, life, byHand }: Settlement): Promise<Settled> {
  const { meeting } = scan;
  const people = await store.list('people');
  const roots = new Roots(people);
  const root = roots.of(answer.kind === 'person' ? answer.person : '');
  const record = people.find(({ id }) => id === root);
  const person: SettlingPerson | null =
    record === undefined
      ? null
      : {
          ...{ id: root, forgotten: record.forgotten },
          ...(await knownOf(store, meeting, root, roots.recordsOf(root))),
        };
  const heads = await store.heads('scans', meeting, scan.id, ['state', 'badge']);
  const input = { answer, desk: life, person, heads, byHand };
  const decision = settleScan(decisionContext(), scan, input);
  if (!decision.ok) return { ok: false, problem: decision.reason, reason: decision.reason };
  const done = await act(store, () => decision);
  return done.ok ? { ok: true, person: root } : { ok: false, problem: null, reason: done.reason };
}

async function knownOf(
  store: Store,
  meeting: string,
  person: string,
  records: readonly string[],
): Promise<Pick<SettlingPerson, 'welcome' | 'attendance'>> {
  const nominations = await store.list('nominations', meeting);
  const own = speakingNomination(nominations.filter((one) => records.includes(one.person)));
  const rows = await store.collections.load('attendance', meeting);
  const events = records.flatMap((record) => {
    const row = rows.get(attendanceId(meeting, record));
    return row?.table === 'attendance' ? attendanceView(row).events : [];
  });
  const attendance: Attendance = { meeting, person, events };
  return { welcome: own !== null && isAdmitted(own), attendance };
}

function inOneWindow<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request('rostrum-scans', work) : work();
}

import { isAdmitted, speakingNomination } from '@shared/domain/attendance/desk';
import type { Attendance } from '@shared/domain/attendance/types';
import { settleScan, type SettleProblem, type SettlingPerson } from '@shared/domain/badge/decide';
import { resolveScan } from '@shared/domain/badge/resolve';
import type { Badge, KeptScan } from '@shared/domain/badge/types';
import { Roots } from '@shared/domain/person/roots';
import { attendanceView } from '@shared/projections/attendance';
import { attendanceId } from '@shared/projections/row';
import { act, decisionContext } from '../../../db/act';
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
    const people = await store.list('people');
    const roots = new Roots(people);
    for (const { scan, answer } of known) {
      const root = roots.of(answer.person);
      const record = people.find(({ id }) => id === root);
      const person: SettlingPerson | null =
        record === undefined
          ? null
          : {
              ...{ id: root, forgotten: record.forgotten },
              ...(await knownOf(store, meeting, root, roots.recordsOf(root))),
            };
      const heads = await store.heads('scans', meeting, scan.id, ['state', 'badge']);
      const input = { answer, desk: life, person, heads };
      const decision = settleScan(decisionContext(), scan, input);
      if (!decision.ok) problems.set(scan.id, decision.reason);
      // What could not be committed waits for the next time.
      else if ((await act(store, () => decision)).ok) settled.push({ scan, person: root });
    }
    return { problems, settled };
  });
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

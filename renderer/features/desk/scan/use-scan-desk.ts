import { useCallback, useMemo, useRef } from 'react';
import type { Scope } from '@shared/domain/attendance/types';
import { dismissScan, keepScan, type SettleProblem } from '@shared/domain/badge/decide';
import { resolveScan, type ScanAnswer } from '@shared/domain/badge/resolve';
import type { KeptScan } from '@shared/domain/badge/types';
import { bridge } from '@renderer/bridge/client';
import { act, type ActResult } from '../../../db/act';
import type { Loadable } from '../../../db/collections';
import { together, useRecords, useStore } from '../../../db/hooks';
import { byCode, settleByHand } from './settle-waiting';
import { useSettling } from './use-settling';

/** A scan that waits, with what is known of it by now. */
export interface WaitingScan {
  readonly scan: KeptScan;
  readonly answer: ScanAnswer;
  /** Why it waits although its badge is known; `null` while nobody has tried. */
  readonly problem: SettleProblem | null;
}

/** What the desk knows of badge codes. */
export interface ScanDesk {
  /** What a code with a right check means at this meeting. */
  readonly answer: (code: string) => ScanAnswer;
  /** Scans of this meeting that wait, oldest first. */
  readonly waiting: readonly WaitingScan[];
  /** The last that were settled, newest first. */
  readonly settled: readonly KeptScan[];
  /** Keeps the scan of a code that nobody knows yet. */
  readonly keep: (code: string, scopes: readonly Scope[]) => Promise<ActResult>;
  readonly dismiss: (scan: KeptScan) => Promise<ActResult>;
  /** Records here what another desk kept and does not come back to. */
  readonly takeOver: (scan: KeptScan) => Promise<ActResult>;
  /** Has one that was dismissed wait again, as it was. */
  readonly keepAgain: (scan: KeptScan) => Promise<ActResult>;
}

/** So many of those that were settled are shown. */
const SETTLED_SHOWN = 3;

const AWAY: ActResult = { ok: false, reason: 'unavailable' };

/**
 * Badges by code and the scans that are kept of a meeting; while it is used, those that wait are
 * settled as soon as their badge is known.
 */
export function useScanDesk(meetingId: string): Loadable<ScanDesk> {
  const store = useStore();
  const badges = useRecords('badges');
  const scans = useRecords('scans');
  const known = useMemo(() => together({ badges, scans }), [badges, scans]);
  const codes = useMemo(() => (badges.state === 'ready' ? byCode(badges.value) : null), [badges]);

  const answer = useCallback(
    (code: string) => resolveScan(code, meetingId, codes ?? new Map()),
    [codes, meetingId],
  );

  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const keep = useCallback(
    (code: string, scopes: readonly Scope[]): Promise<ActResult> => {
      const kept = queue.current.then(async () => {
        // This desk's replica as it is now: a register that was repaired has begun another life.
        const { life } = await bridge.register.status();
        const input = { meeting: meetingId, code, scopes, modality: 'in-person' as const };
        const all = await store.list('scans');
        return act(store, (context) => keepScan(context, { ...input, desk: life }, all));
      });
      const done = kept.catch(() => AWAY);
      queue.current = done;
      return done;
    },
    [store, meetingId],
  );
  const dismiss = useCallback(
    async (scan: KeptScan): Promise<ActResult> => {
      const heads = await store.heads('scans', scan.meeting, scan.id, ['state']);
      return act(store, (context) => dismissScan(context, scan, heads));
    },
    [store],
  );
  const takeOver = useCallback(
    (scan: KeptScan): Promise<ActResult> =>
      bridge.register
        .status()
        .then(({ life }) => settleByHand(store, scan, life))
        .catch(() => AWAY),
    [store],
  );
  const keepAgain = useCallback(
    async (scan: KeptScan): Promise<ActResult> => {
      const { desk } = scan;
      if (desk === null) return { ok: false, reason: 'other-desk' };
      const all = await store.list('scans');
      return act(store, (context) =>
        keepScan({ ...context, now: scan.when }, { ...scan, desk }, all),
      );
    },
    [store],
  );

  const kept = useMemo(() => {
    if (scans.state !== 'ready') return { waiting: [], settled: [] };
    const own = scans.value
      .filter((scan) => scan.meeting === meetingId)
      .sort((one, other) => (one.when < other.when ? -1 : 1));
    const settled = own.filter(({ state }) => state === 'settled').reverse();
    return {
      waiting: own
        .filter(({ state }) => state === 'waiting')
        .map((scan) => ({ scan, answer: answer(scan.code) })),
      settled: settled.slice(0, SETTLED_SHOWN),
    };
  }, [scans, meetingId, answer]);
  const isDue =
    badges.state === 'ready' && kept.waiting.some((one) => one.answer.kind === 'person');
  const problems = useSettling(meetingId, isDue);

  return useMemo((): Loadable<ScanDesk> => {
    if (known.state !== 'ready') return known;
    const waiting = kept.waiting.map((one) => {
      return { ...one, problem: problems.get(one.scan.id) ?? null };
    });
    const value = { ...kept, waiting, answer, keep, dismiss, takeOver, keepAgain };
    return { state: 'ready', value };
  }, [known, kept, problems, answer, keep, dismiss, takeOver, keepAgain]);
}

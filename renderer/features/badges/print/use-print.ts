import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '@renderer/features/operators';
import { useStore } from '../../../db/hooks';
import { announce } from '../../../ui/announcer';
import { nextStart, type Setup } from '../setup';
import type { ChangeSetup } from '../use-setup';
import { orderOf } from './order';
import type { Again, PrintItem } from './plan';
import { printBadges, type PrintProgress, type PrintResult } from './run';
import { usePrintWords } from './use-print-words';

export type Printing =
  | { readonly state: 'idle' }
  /** These were printed before: why once more? `all` is what was asked for. */
  | { readonly state: 'asking'; readonly before: number; readonly all: readonly PrintItem[] }
  | { readonly state: 'working'; readonly progress: PrintProgress; readonly stop: AbortController }
  | {
      readonly state: 'ended';
      readonly result: Exclude<PrintResult, { reason: 'reason-missing' }>;
    };

/** Printing from the page: asks why when something was printed before, and tells how it went. */
export function usePrint(meeting: string, setup: Setup & ChangeSetup) {
  const { i18n } = useTranslation();
  const store = useStore();
  const { may } = usePermission();
  const words = usePrintWords();
  const [printing, setPrinting] = useState<Printing>({ state: 'idle' });
  const busy = useRef(false);

  const print = async (items: readonly PrintItem[], again: Again | null = null): Promise<void> => {
    if (busy.current || items.length === 0) return;
    if (!may('badge.printed')) {
      const refused = { printed: 0, total: items.length, file: null };
      setPrinting({ state: 'ended', result: { ok: false, reason: 'not-permitted', ...refused } });
      return;
    }
    busy.current = true;
    const stop = new AbortController();
    setPrinting({ state: 'working', progress: { done: 0, total: items.length }, stop });
    try {
      const order = await orderOf(i18n, meeting, setup, items, again);
      const result = await printBadges(store, order, stop.signal, (progress) =>
        setPrinting({ state: 'working', progress, stop }),
      );
      if (!result.ok && result.reason === 'reason-missing') {
        setPrinting({ state: 'asking', before: result.items.length, all: items });
        return;
      }
      setPrinting({ state: 'ended', result });
      announce(words(result), result.ok ? 'polite' : 'assertive');
      const printed = 'printed' in result ? result.printed : 0;
      if (printed > 0) setup.change({ startAt: nextStart(setup, printed) });
    } catch {
      const failed = { printed: 0, total: items.length, file: null };
      setPrinting({ state: 'ended', result: { ok: false, reason: 'failed', ...failed } });
    } finally {
      busy.current = false;
    }
  };

  return { printing, print, forget: () => setPrinting({ state: 'idle' }) };
}

export type Print = ReturnType<typeof usePrint>;

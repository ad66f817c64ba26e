import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { RegisterStatus } from '@shared/contract/register';
import { bridge } from '../../bridge/client';
import { askedIn, filterOf } from './address';
import { Histories } from './histories';
import { JournalPages } from './journal-pages';

/** The journal through the filter in an address, kept level with what is committed. */
export function useJournalPages(address: string, status: RegisterStatus | null) {
  const pages = useMemo(() => {
    const asked = askedIn(new URLSearchParams(address));
    return new JournalPages(bridge.register.journal, filterOf(asked));
  }, [address]);
  const view = useSyncExternalStore(pages.subscribe, pages.snapshot);
  useEffect(() => {
    void pages.start();
    return bridge.on('register.committed', () => void pages.committed());
  }, [pages]);
  useEpoch(
    status,
    useCallback(() => void pages.again(), [pages]),
  );
  return { pages, view };
}

/** Histories of what is looked at; thrown away when what was handed out before no longer holds. */
export function useHistories(status: RegisterStatus | null): Histories {
  const [histories] = useState(() => new Histories(bridge.register.history));
  useEffect(() => bridge.on('register.committed', () => histories.age()), [histories]);
  useEpoch(
    status,
    useCallback(() => histories.clear(), [histories]),
  );
  return histories;
}

/** Calls back when the register's epoch is raised. */
function useEpoch(status: RegisterStatus | null, raised: () => void): void {
  const seen = useRef<number | null>(null);
  const epoch = status?.epoch ?? null;
  useEffect(() => {
    if (epoch === null || seen.current === epoch) return;
    if (seen.current !== null) raised();
    seen.current = epoch;
  }, [epoch, raised]);
}

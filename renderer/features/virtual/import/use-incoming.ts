import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReadReportOptions } from '@shared/codecs/platform-reports/read';
import { useSettings } from '@renderer/features/settings';
import type { OpenedFile } from '../../files';
import { digestOf, readReport } from '../read-report';
import type { ReadyModel } from '../use-virtual';
import { NO_ANSWERS, type Answers, type Incoming } from './incoming';

/** Answers that change how a file is read, and not only what becomes of it. */
const READING: readonly (keyof Answers)[] = ['dateOrder', 'day', 'mapping'];

/**
 * Files on their way in. Each is read in a worker of its own, one after another; whoever takes one
 * out of the list ends its reading. Until something is taken over nothing is kept.
 */
export function useIncoming(model: ReadyModel) {
  const { settings } = useSettings();
  const [files, setFiles] = useState<readonly Incoming[]>([]);
  const stops = useRef(new Map<number, AbortController>());
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const next = useRef(0);
  /** Digests of the files in the list. */
  const listed = useRef(new Map<string, number>());
  const { sessions, reports } = model;
  const days = useMemo(
    () => [...new Set(sessions.map((session) => session.date))].sort(),
    [sessions],
  );
  const known = useRef({ days, reports, profiles: settings.importProfiles });
  useEffect(() => {
    known.current = { days, reports, profiles: settings.importProfiles };
  });

  useEffect(() => {
    const running = stops.current;
    return () => running.forEach((stop) => stop.abort());
  }, []);

  const change = useCallback(
    (id: number, patch: (one: Incoming) => Incoming) =>
      setFiles((all) => all.map((one) => (one.id === id ? patch(one) : one))),
    [],
  );

  const read = useCallback(
    (id: number, bytes: Uint8Array, answers: Answers): void => {
      stops.current.get(id)?.abort();
      const stop = new AbortController();
      stops.current.set(id, stop);
      change(id, (one) => ({ ...one, state: { kind: 'reading' } }));
      const ended = (): boolean => stop.signal.aborted;
      queue.current = queue.current.then(async () => {
        if (ended()) return;
        const { days: meetingDays, profiles } = known.current;
        const options: ReadReportOptions = {
          ...{ meetingDays, profiles },
          ...(answers.dateOrder === null ? {} : { dateOrder: answers.dateOrder }),
          ...(answers.day === null ? {} : { day: answers.day }),
          ...(answers.mapping === null ? {} : { mapping: answers.mapping }),
        };
        try {
          const outcome = await readReport(bytes, options, stop.signal);
          if (ended()) return;
          change(id, (one) => ({ ...one, state: { kind: 'read', outcome } }));
        } catch (error) {
          if (ended()) return;
          const detail = error instanceof Error ? error.message : String(error);
          change(id, (one) => ({ ...one, state: { kind: 'failed', detail } }));
        }
      });
    },
    [change],
  );

  const add = useCallback(
    async ({ name, bytes }: OpenedFile): Promise<void> => {
      const digest = await digestOf(bytes);
      const id = next.current++;
      const before = known.current.reports.find((report) => report.digest === digest);
      const same = before !== undefined || listed.current.has(digest);
      const incoming: Incoming = {
        ...{ id, file: name, bytes, digest, answers: NO_ANSWERS },
        state: same ? { kind: 'same', report: before ?? null } : { kind: 'reading' },
      };
      setFiles((all) => [...all, incoming]);
      if (same) return;
      listed.current.set(digest, id);
      read(id, bytes, NO_ANSWERS);
    },
    [read],
  );

  const drop = useCallback((ids: readonly number[]): void => {
    for (const id of ids) {
      stops.current.get(id)?.abort();
      stops.current.delete(id);
      for (const [digest, of] of listed.current) if (of === id) listed.current.delete(digest);
    }
    setFiles((all) => all.filter((one) => !ids.includes(one.id)));
  }, []);

  const answer = (incoming: Incoming, patch: Partial<Answers>): void => {
    const answers = { ...incoming.answers, ...patch };
    change(incoming.id, (one) => ({ ...one, answers }));
    if (READING.some((field) => field in patch)) read(incoming.id, incoming.bytes, answers);
  };

  return { files, days, add, drop, answer };
}

export type IncomingFiles = ReturnType<typeof useIncoming>;

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importReport, type ReadReport } from '@shared/domain/virtual/decide';
import type { Draft } from '@shared/operation/operation';
import { useRefusal } from '@renderer/features/operators';
import { bridge } from '../../../bridge/client';
import { useAct } from '../../../db/act';
import { toast } from '../../../ui/toasts';
import { runJob } from '../../../workers/run-job';
import { knownPeople } from '../known-people';
import { loginsToStore, shownName } from '../read-report';
import type { ReadyModel } from '../use-virtual';
import { reviewOf, type Incoming, type Review } from './incoming';
import { replacedBy, zoneOf } from './reviewing';

/** Taking over under way. */
interface Saving {
  /** Gives it up, nothing half done; `null`: it is on its way to the register. */
  readonly cancel: (() => void) | null;
}

/** Takes files over: all of them as one act, or nothing. */
export function useTakeOver(model: ReadyModel, onTaken: (ids: readonly number[]) => void) {
  const { t } = useTranslation('virtual');
  const refusal = useRefusal();
  const act = useAct();
  const [saving, setSaving] = useState<Saving | null>(null);

  const reportOf = async (
    incoming: Incoming,
    review: Review,
    signal: AbortSignal,
  ): Promise<ReadReport> => {
    const { report, logins } = review;
    const timeZone = zoneOf(incoming, review, model);
    const matches = await runJob(
      'matchLogins',
      {
        people: knownPeople(model.people, model.nominations, model.parties, model.aliases),
        parties: model.parties,
        logins: logins.map((login) => ({
          ...{ id: login.key, name: shownName(login), email: login.email },
        })),
      },
      signal,
    );
    const replaced = replacedBy(incoming, review, model);
    return {
      meeting: model.meeting.id,
      file: incoming.file.slice(-300),
      title: (report.title ?? '').slice(0, 500),
      ...{ platform: report.platform, generation: report.generation, timeZone },
      ...{ digest: incoming.digest, rows: report.rows },
      // A row may be mended twice; it is one row.
      dropped: new Set(report.dropped.map(({ line }) => line)).size,
      repaired: new Set(report.repaired.map(({ line }) => line)).size,
      replaces:
        replaced === null
          ? null
          : {
              report: replaced.id,
              logins: model.logins.filter((login) => login.report === replaced.id),
            },
      logins: loginsToStore(logins, timeZone, matches),
    };
  };

  const take = async (files: readonly Incoming[], signal: AbortSignal): Promise<void> => {
    const compared: { incoming: Incoming; report: ReadReport }[] = [];
    for (const incoming of files) {
      const review = reviewOf(incoming);
      if (review === null) continue;
      compared.push({ incoming, report: await reportOf(incoming, review, signal) });
    }
    if (signal.aborted) return;
    setSaving({ cancel: null });
    const made: ReadReport[] = [];
    // Files last: whoever gives up until here leaves none behind.
    for (const { incoming, report } of compared) {
      const kept = incoming.answers.keep
        ? await bridge.blobs.put({ bytes: new Uint8Array(incoming.bytes) })
        : null;
      made.push({ ...report, attachment: kept?.hash ?? null });
    }
    const result = await act((context) => {
      const drafts: Draft[] = [];
      for (const report of made) {
        const decision = importReport(context, report, model.reports);
        if (!decision.ok) return decision;
        drafts.push(...decision.drafts);
      }
      return { ok: true, drafts };
    });
    if (!result.ok) {
      const known = result.reason === 'same-file' || result.reason === 'no-logins';
      const own = known ? (`error.${result.reason}` as const) : 'notSaved';
      toast(refusal(result) ?? t(own), { tone: 'bad' });
      return;
    }
    const logins = made.flatMap((report) => report.logins);
    const linked = logins.filter((login) => login.link !== null).length;
    toast(t('imported', { count: logins.length, linked }));
    onTaken(files.map(({ id }) => id));
  };

  return {
    saving,
    take: (files: readonly Incoming[]): void => {
      const stop = new AbortController();
      setSaving({ cancel: () => stop.abort() });
      take(files, stop.signal)
        .catch(() => {
          if (!stop.signal.aborted) toast(t('notSaved'), { tone: 'bad' });
        })
        .finally(() => setSaving(null));
    },
  };
}

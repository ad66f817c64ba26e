import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importReport, type ReadReport } from '@shared/domain/virtual/decide';
import type { Draft } from '@shared/operation/operation';
import { useRefusal } from '@renderer/features/operators';
import { useAct } from '../../../db/act';
import { toast } from '../../../ui/toasts';
import { runJob } from '../../../workers/run-job';
import { loginsToStore } from '../read-report';
import type { ReadyModel } from '../use-virtual';
import { linksAsked } from './ahead';
import { reviewOf, type Incoming, type Review } from './incoming';
import { withKeptFiles } from './kept-files';
import { decidedIn, replacedBy, zoneOf } from './reviewing';

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
    const links = await runJob('linkLogins', linksAsked(model, logins), signal);
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
              logins: decidedIn(replaced, model),
            },
      logins: loginsToStore(logins, timeZone, links),
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
    // Files last: whoever gives up until here leaves none behind.
    const contents = compared.map(({ incoming: { bytes, answers } }) => ({
      ...{ bytes, keep: answers.keep },
    }));
    const result = await withKeptFiles(contents, (hashes) =>
      act((context) => {
        const drafts: Draft[] = [];
        for (const [at, { report }] of compared.entries()) {
          const attachment = hashes[at] ?? null;
          const decision = importReport(context, { ...report, attachment }, model.reports);
          if (!decision.ok) return decision;
          drafts.push(...decision.drafts);
        }
        return { ok: true, drafts };
      }),
    );
    if (!result.ok) {
      const known = result.reason === 'same-file' || result.reason === 'no-logins';
      const own = known ? (`error.${result.reason}` as const) : 'notSaved';
      toast(refusal(result) ?? t(own), { tone: 'bad' });
      return;
    }
    const logins = compared.flatMap(({ report }) => report.logins);
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

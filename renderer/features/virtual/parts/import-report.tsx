import { Button, Group } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DateOrder } from '@shared/codecs/platform-reports/local-time';
import { importReport } from '@shared/domain/virtual/decide';
import { useAct } from '../../../db/act';
import { FileDrop } from '../../../ui/file-drop';
import { Section } from '../../../ui/page';
import { useRefusal } from '@renderer/features/operators';
import { toast } from '../../../ui/toasts';
import { WorkProgress } from '../../../ui/work-progress';
import { runJob } from '../../../workers/run-job';
import { useOpenFile } from '../../files';
import { knownPeople } from '../known-people';
import { loginsToStore, readReport, type ReadOutcome } from '../read-report';
import type { ReadyModel } from '../use-virtual';
import classes from '../virtual.module.css';
import { ReportRefused } from './report-refused';
import { ReportReview } from './report-review';

type Step =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly file: string; readonly stop: AbortController }
  | { readonly kind: 'read'; readonly outcome: ReadOutcome };

const ACCEPT = ['csv', 'xlsx', 'txt', 'tsv'];

/** A report on its way in: dropped, read, looked at, taken over. Until the last nothing is kept. */
export function ImportReport({ model }: { readonly model: ReadyModel }) {
  const { t } = useTranslation('virtual');
  const refusal = useRefusal();
  const act = useAct();
  const [step, setStep] = useState<Step>({ kind: 'idle' });
  const [saving, setSaving] = useState(false);
  const zone = useRef(model.meeting.timeZone);
  const days = [...new Set(model.sessions.map((session) => session.date))].sort();

  const read = (file: string, bytes: Uint8Array, order: DateOrder | null) => {
    const stop = new AbortController();
    setStep({ kind: 'reading', file, stop });
    readReport(file, bytes, days, order, stop.signal).then(
      (outcome) => setStep({ kind: 'read', outcome }),
      (error: unknown) => {
        setStep({ kind: 'idle' });
        if (!stop.signal.aborted)
          toast(t('readFailed', { detail: String(error) }), { tone: 'bad' });
      },
    );
  };

  const { choose, drop } = useOpenFile(ACCEPT, ({ name, bytes }) => read(name, bytes, null));

  const take = async (outcome: Extract<ReadOutcome, { ok: true }>) => {
    const { reviewed } = outcome;
    const { report } = reviewed;
    setSaving(true);
    const matches = await runJob('matchLogins', {
      people: knownPeople(model.people, model.nominations, model.parties, model.aliases),
      parties: model.parties,
      logins: reviewed.logins.map(({ key, name, email }) => ({ id: key, name, email })),
    });
    const logins = loginsToStore(reviewed, zone.current, matches);
    const result = await act((context) =>
      importReport(
        context,
        {
          meeting: model.meeting.id,
          file: reviewed.file,
          title: report.title ?? '',
          platform: report.platform,
          generation: report.generation,
          timeZone: zone.current,
          digest: reviewed.digest,
          rows: report.joins.length + report.totals.length,
          dropped: report.dropped.length,
          logins,
        },
        model.reports,
      ),
    );
    setSaving(false);
    if (!result.ok) {
      const known = result.reason === 'same-file' || result.reason === 'no-logins';
      const own = known ? (`error.${result.reason}` as const) : 'notSaved';
      toast(refusal(result) ?? t(own), { tone: 'bad' });
      return;
    }
    const linked = logins.filter((login) => login.link !== null).length;
    toast(t('imported', { count: logins.length, linked }));
    setStep({ kind: 'idle' });
  };

  switch (step.kind) {
    case 'idle':
      return (
        <FileDrop
          label={t('drop')}
          hint={t('dropHint')}
          accept={ACCEPT}
          onDrop={drop}
          onChoose={choose}
        />
      );
    case 'reading':
      return (
        <Section>
          <WorkProgress
            label={t('reading', { file: step.file })}
            done={0}
            total={null}
            onCancel={() => step.stop.abort()}
          />
        </Section>
      );
    case 'read': {
      const { outcome } = step;
      const back = () => setStep({ kind: 'idle' });
      if (!outcome.ok) return <ReportRefused outcome={outcome} onBack={back} />;
      const { reviewed } = outcome;
      return (
        <Section title={t('review', { file: reviewed.file })}>
          <ReportReview
            reviewed={reviewed}
            model={model}
            onZone={(chosen) => {
              zone.current = chosen;
            }}
            onOrder={(order) => read(reviewed.file, reviewed.bytes, order)}
          />
          <Group className={classes.actions}>
            <Button
              loading={saving}
              disabled={reviewed.logins.length === 0}
              onClick={() => void take(outcome)}
            >
              {t('take')}
            </Button>
            <Button variant="default" onClick={back}>
              {t('discard')}
            </Button>
          </Group>
        </Section>
      );
    }
  }
}

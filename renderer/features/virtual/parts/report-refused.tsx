import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/page';
import { Failed } from '../../../ui/states';
import { useReportWords } from '../use-reason-words';
import type { ReadOutcome } from '../read-report';

interface Props {
  readonly outcome: Extract<ReadOutcome, { ok: false }>;
  readonly onBack: () => void;
}

/** A file that is no report, or none that can be read: what it is, and what to do. */
export function ReportRefused({ outcome, onBack }: Props) {
  const { t } = useTranslation('virtual');
  const words = useReportWords();
  return (
    <Section>
      <Failed title={t('refusedTitle', { file: outcome.file })}>
        <p>{words(outcome.reason, outcome.params)}</p>
        <p>{t('nothingKept')}</p>
        <Button variant="default" onClick={onBack}>
          {t('anotherFile')}
        </Button>
      </Failed>
    </Section>
  );
}

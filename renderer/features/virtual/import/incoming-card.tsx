import { Button, Group } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import { Permitted } from '@renderer/features/operators';
import { Section } from '../../../ui/page';
import { Tag } from '../../../ui/tag';
import { WorkProgress } from '../../../ui/work-progress';
import { ReportRefused } from '../parts/report-refused';
import { ReportReview } from '../parts/report-review';
import { useReportWords } from '../use-reason-words';
import type { ReadyModel } from '../use-virtual';
import { reviewOf, waitsFor, type Answers, type Incoming } from './incoming';
import { MapColumns } from './map-columns';
import classes from './import.module.css';

interface Props {
  readonly incoming: Incoming;
  readonly model: ReadyModel;
  /** One of several: it can be folded, and is as long as nothing is asked. */
  readonly several: boolean;
  readonly saving: boolean;
  readonly onAnswer: (patch: Partial<Answers>) => void;
  readonly onTake: () => void;
  readonly onDiscard: () => void;
}

/** One file on its way in: being read, understood, asked about, or not what belongs here. */
export function IncomingCard({
  incoming,
  model,
  several,
  saving,
  onAnswer,
  onTake,
  onDiscard,
}: Props) {
  const { t, i18n } = useTranslation(['virtual', 'reports']);
  const words = useReportWords();
  const body = useId();
  const { file, state } = incoming;
  const review = reviewOf(incoming);
  const waits = waitsFor(incoming);
  const [folded, setFolded] = useState<boolean | null>(null);
  const [mapping, setMapping] = useState(false);
  const isFolded = several && review !== null && (folded ?? waits === null) && !mapping;

  if (state.kind === 'reading')
    return (
      <Section>
        <WorkProgress label={t('reading', { file })} done={0} total={null} onCancel={onDiscard} />
      </Section>
    );
  if (state.kind === 'same')
    return (
      <Section>
        <div className={classes.line} role="status">
          <p className={classes.plain}>
            <strong>
              <bdi>{file}</bdi>
            </strong>{' '}
            {state.report === null
              ? t('reports:same.listed')
              : t('reports:same.taken', { file: state.report.file })}
          </p>
          <Button variant="default" size="xs" onClick={onDiscard}>
            {t('reports:close')}
          </Button>
        </div>
      </Section>
    );
  if (state.kind === 'failed')
    return (
      <ReportRefused
        file={file}
        why={t('reports:failed', { detail: state.detail })}
        onClose={onDiscard}
      />
    );

  const { outcome } = state;
  const { mappable } = outcome;
  if (mappable !== null && (!outcome.ok || mapping))
    return (
      <Section
        title={t('reports:map.title', { file })}
        aside={
          <Button
            variant="default"
            size="xs"
            onClick={outcome.ok ? () => setMapping(false) : onDiscard}
          >
            {outcome.ok ? t('reports:back') : t('discard')}
          </Button>
        }
      >
        <MapColumns
          {...{ file, mappable }}
          before={incoming.answers.mapping}
          onMapped={(mapped) => {
            setMapping(false);
            onAnswer(mapped);
          }}
        />
      </Section>
    );
  if (!outcome.ok)
    return (
      <ReportRefused file={file} why={words(outcome.reason, outcome.params)} onClose={onDiscard} />
    );

  const { report, logins } = outcome;
  const count = formatNumber(logins.length, i18n.language);
  return (
    <Section
      title={several ? file : t('review', { file })}
      aside={
        several && (
          <Group gap="sm">
            {waits === null ? (
              <Tag>
                {`${t(`platform.${report.platform}`)} · ${t('reports:logins', { count: logins.length, number: count })}`}
              </Tag>
            ) : (
              <Tag tone="warning">{t(`reports:waits.${waits}`)}</Tag>
            )}
            <Button
              variant="subtle"
              size="xs"
              aria-label={t(isFolded ? 'reports:showFile' : 'reports:foldFile', { file })}
              aria-expanded={!isFolded}
              aria-controls={body}
              leftSection={
                isFolded ? (
                  <IconChevronRight size={16} aria-hidden />
                ) : (
                  <IconChevronDown size={16} aria-hidden />
                )
              }
              onClick={() => setFolded(!isFolded)}
            >
              {t(isFolded ? 'reports:show' : 'reports:fold')}
            </Button>
          </Group>
        )
      }
    >
      <div id={body} className={isFolded ? classes.folded : undefined}>
        {!isFolded && (
          <>
            <ReportReview {...{ incoming, model, saving, onAnswer }} review={outcome} />
            <Group className={classes.actions}>
              <Permitted act="report.imported">
                <Button loading={saving} disabled={waits !== null} onClick={onTake}>
                  {t('take')}
                </Button>
              </Permitted>
              <Button variant="default" disabled={saving} onClick={onDiscard}>
                {t('discard')}
              </Button>
              {mappable !== null && (
                <Button variant="subtle" disabled={saving} onClick={() => setMapping(true)}>
                  {t('reports:map.again')}
                </Button>
              )}
              {waits !== null && waits !== 'reading' && (
                <span className={classes.quiet}>{t(`reports:waitsHint.${waits}`)}</span>
              )}
            </Group>
          </>
        )}
      </div>
    </Section>
  );
}

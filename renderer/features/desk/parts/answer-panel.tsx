import { Loader } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconDatabaseX,
} from '@tabler/icons-react';
import { displayName } from '@shared/domain/person/rules';
import { formatTime } from '@shared/i18n/format';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '@renderer/features/operators';
import { useRecords } from '../../../db/hooks';
import { Tag } from '../../../ui/tag';
import classes from '../desk.module.css';
import type { DeskModel, DeskResult } from '../use-desk';
import { DelegationName } from './delegation-name';

interface Props {
  readonly model: DeskModel;
  readonly result: DeskResult;
}

/** The one large answer: colour, icon and words, readable from two metres. */
export function AnswerPanel({ model, result }: Props) {
  const { t } = useTranslation(['desk', 'domain']);
  const person = model.directory.person(result.person);
  const { answer } = result;
  const tone = result.state === 'failed' ? 'refused' : answer.kind;
  const { nomination } = answer;
  return (
    <section className={classes.answer} data-tone={tone} aria-label={t('desk:answer')}>
      <div className={classes.answerHead}>
        <AnswerIcon result={result} />
        <div>
          <AnswerWords model={model} result={result} />
        </div>
      </div>
      {person !== undefined && (
        <div className={classes.card}>
          <p className={classes.cardName}>
            <bdi>{displayName(person)}</bdi>
          </p>
          {person.native !== '' && (
            <p className={classes.cardNative}>
              <bdi>{person.native}</bdi>
            </p>
          )}
          <p className={classes.cardLine}>
            <DelegationName party={model.directory.party(result.person)} />
          </p>
          <p className={classes.cardLine}>
            {[person.jobTitle, person.institution].filter((part) => part !== '').join(' · ')}
          </p>
          {nomination !== null && (
            <p className={classes.cardMarks}>
              <Tag tone="accent">{t(`domain:capacity.${nomination.capacity}`)}</Tag>
              <Tag>
                {t('desk:planned', { modality: t(`domain:modality.${nomination.modality}`) })}
              </Tag>
            </p>
          )}
        </div>
      )}
    </section>
  );
}

function AnswerIcon({ result }: { readonly result: DeskResult }) {
  const icon = { size: 56, stroke: 1.8, 'aria-hidden': true } as const;
  if (result.state === 'saving') return <Loader size={48} />;
  if (result.state === 'failed') return <IconDatabaseX {...icon} />;
  switch (result.answer.kind) {
    case 'welcome':
      return <IconCircleCheck {...icon} />;
    case 'already':
      return <IconAlertTriangle {...icon} />;
    case 'refused':
      return <IconCircleX {...icon} />;
  }
}

function AnswerWords({ model, result }: Props) {
  const { t, i18n } = useTranslation(['desk']);
  const refusal = useRefusal();
  const desks = useRecords('desks');
  const { answer } = result;
  if (result.state === 'failed') {
    return (
      <>
        <p className={classes.answerTitle}>{t('desk:notSaved')}</p>
        <p className={classes.answerText}>{refusal(result) ?? t('desk:notSavedReason')}</p>
      </>
    );
  }
  switch (answer.kind) {
    case 'welcome':
      return (
        <p className={classes.answerTitle}>
          {t(result.state === 'saving' ? 'desk:saving' : 'desk:welcome')}
        </p>
      );
    case 'already': {
      const time = formatTime(answer.first.when, i18n.language, model.meeting.timeZone);
      const all = desks.state === 'ready' ? desks.value : [];
      const desk = all.find((one) => one.id.startsWith(answer.first.replica))?.name;
      return (
        <>
          <p className={classes.answerTitle}>{t('desk:already')}</p>
          <p className={classes.answerText}>
            {desk ? t('desk:sinceAtDesk', { time, desk }) : t('desk:since', { time })}
          </p>
        </>
      );
    }
    case 'refused':
      return (
        <>
          <p className={classes.answerTitle}>{t('desk:refused')}</p>
          <p className={classes.answerText}>{t(`desk:refusedReason.${answer.reason}`)}</p>
        </>
      );
  }
}

import { Loader } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconClockPause,
  IconDatabaseX,
  IconDoorExit,
  IconUsersGroup,
} from '@tabler/icons-react';
import { speakingNomination } from '@shared/domain/attendance/desk';
import { isProvisional } from '@shared/domain/nomination/rules';
import { displayName } from '@shared/domain/person/rules';
import { formatTime } from '@shared/i18n/format';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../../ui/tag';
import type { DeskResult } from '../acts/results';
import type { Offer } from '../acts/use-offers';
import { toneOf } from '../acts/use-telling';
import classes from './stage.module.css';
import type { DeskModel } from '../use-desk';
import { AnswerActions } from './answer-actions';
import { AnswerWords } from './answer-words';
import { DelegationName } from './delegation-name';

interface Props {
  readonly model: DeskModel;
  readonly result: DeskResult;
  readonly offers: readonly Offer[];
  /** Something else fills the middle: only the answer itself, small. */
  readonly small?: boolean;
}

/** The one large answer: colour, icon and words, readable from two metres, and what to do next. */
export function AnswerPanel({ model, result, offers, small = false }: Props) {
  const { t } = useTranslation('desk');
  const person = personOf(model, result);
  return (
    <section
      className={classes.answer}
      data-tone={toneOf(result)}
      data-left={result.kind === 'person' && result.answer.kind === 'left'}
      data-small={small}
      aria-label={t('answer')}
    >
      <div className={classes.answerHead}>
        <AnswerIcon result={result} small={small} />
        <div>
          {small && person !== null && <NameLine model={model} person={person} />}
          <AnswerWords model={model} result={result} />
        </div>
      </div>
      {!small && person !== null && <Card model={model} person={person} />}
      <AnswerActions offers={offers} />
    </section>
  );
}

/** Whose answer it is, as far as one person is meant. */
function personOf({ directory }: DeskModel, result: DeskResult): string | null {
  if (result.kind === 'person') return result.person;
  if (result.kind !== 'code') return null;
  const { answer } = result;
  const person =
    answer.kind === 'revoked' || answer.kind === 'other-meeting' ? answer.person : null;
  return person === null ? null : directory.rootOf(person);
}

interface OfPerson {
  readonly model: DeskModel;
  readonly person: string;
}

function NameLine({ model, person }: OfPerson) {
  const known = model.directory.person(person);
  if (known === undefined) return null;
  return (
    <p className={classes.answerName}>
      <bdi>{displayName(known)}</bdi>
    </p>
  );
}

/** Who it is: name as on the badge, delegation, capacity, and what the desk has to know of them. */
function Card({ model, person: id }: OfPerson) {
  const { t, i18n } = useTranslation(['desk', 'domain']);
  const { directory, meeting } = model;
  const person = directory.person(id);
  if (person === undefined) return null;
  const nomination = speakingNomination(directory.nominationsOf.get(id) ?? []);
  const line = [person.jobTitle, person.institution].filter((part) => part !== '').join(' · ');
  const seen = nomination?.identitySeenAt ?? null;
  return (
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
        <DelegationName party={directory.party(id)} />
      </p>
      {line !== '' && <p className={classes.cardLine}>{line}</p>}
      {nomination !== null && (
        <p className={classes.cardMarks}>
          <Tag tone="accent">{t(`domain:capacity.${nomination.capacity}`)}</Tag>
          <Tag>{t('desk:planned', { modality: t(`domain:modality.${nomination.modality}`) })}</Tag>
          {isProvisional(nomination) && <Tag tone="warning">{t('desk:provisional')}</Tag>}
          {seen !== null && (
            <Tag tone="good">
              {t('desk:identity.seen', {
                time: formatTime(seen, i18n.language, meeting.timeZone),
              })}
            </Tag>
          )}
          {seen === null && meeting.identityCheck && (
            <Tag tone="warning">{t('desk:identity.open')}</Tag>
          )}
        </p>
      )}
    </div>
  );
}

function AnswerIcon({ result, small }: { readonly result: DeskResult; readonly small: boolean }) {
  const icon = { size: small ? 32 : 56, stroke: 1.8, 'aria-hidden': true } as const;
  if (result.kind === 'code') {
    return result.answer.kind === 'unknown' && result.kept !== 'not-kept' ? (
      <IconClockPause {...icon} />
    ) : (
      <IconCircleX {...icon} />
    );
  }
  if (result.state === 'saving') return <Loader size={small ? 28 : 48} />;
  if (result.state === 'failed') return <IconDatabaseX {...icon} />;
  if (result.kind === 'group') return <IconUsersGroup {...icon} />;
  switch (result.answer.kind) {
    case 'welcome':
      return <IconCircleCheck {...icon} />;
    case 'already':
      return <IconAlertTriangle {...icon} />;
    case 'left':
      return <IconDoorExit {...icon} />;
    case 'refused':
      return <IconCircleX {...icon} />;
  }
}

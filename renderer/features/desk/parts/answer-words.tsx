import { useTranslation } from 'react-i18next';
import { cameInstead } from '@shared/domain/attendance/desk';
import { formatBadgeCode } from '@shared/domain/badge/code';
import { nameIn } from '@shared/domain/language';
import { displayName } from '@shared/domain/person/rules';
import { formatTime } from '@shared/i18n/format';
import { useRefusal } from '@renderer/features/operators';
import { useRecord, useRecords } from '../../../db/hooks';
import type { CodeResult, DeskResult, GroupResult, PersonResult } from '../acts/results';
import classes from './stage.module.css';
import type { DeskModel } from '../use-desk';

interface Of<Result> {
  readonly model: DeskModel;
  readonly result: Result;
}

/** What the answer says: a word that is read at a glance, and the line that explains it. */
export function AnswerWords({ model, result }: Of<DeskResult>) {
  switch (result.kind) {
    case 'person':
      return <PersonWords model={model} result={result} />;
    case 'group':
      return <GroupWords model={model} result={result} />;
    case 'code':
      return <CodeWords model={model} result={result} />;
  }
}

function Said({ title, text }: { readonly title: string; readonly text?: string | undefined }) {
  return (
    <>
      <p className={classes.answerTitle}>{title}</p>
      {text !== undefined && <p className={classes.answerText}>{text}</p>}
    </>
  );
}

function NotSaved({ reason }: { readonly reason: string }) {
  const { t } = useTranslation('desk');
  const refusal = useRefusal();
  const text =
    reason === 'not-inside' ? t('notInside') : (refusal({ reason }) ?? t('notSavedReason'));
  return <Said title={t('notSaved')} text={text} />;
}

function PersonWords({ model, result }: Of<PersonResult>) {
  const { t, i18n } = useTranslation('desk');
  const desks = useRecords('desks');
  const { answer } = result;
  const at = (when: string) => formatTime(when, i18n.language, model.meeting.timeZone);
  if (result.state === 'failed') return <NotSaved reason={result.reason} />;
  switch (answer.kind) {
    case 'welcome': {
      if (result.state === 'saving') return <Said title={t('saving')} />;
      const title = t(answer.back ? 'welcomeBack' : 'welcome');
      return <Said title={title} text={answer.provisional ? t('provisionalHint') : undefined} />;
    }
    case 'already': {
      const time = at(answer.first.when);
      const all = desks.state === 'ready' ? desks.value : [];
      const desk = all.find((one) => one.id.startsWith(answer.first.replica))?.name;
      const text = desk ? t('sinceAtDesk', { time, desk }) : t('since', { time });
      return <Said title={t('already')} text={text} />;
    }
    case 'left':
      return <Said title={t('left')} text={t('leftAt', { time: at(answer.when) })} />;
    case 'refused': {
      const { directory } = model;
      const { nomination, reason } = answer;
      const instead =
        reason === 'replaced' && nomination !== null
          ? cameInstead(nomination, directory.nominationsById)
          : null;
      const person = instead === null ? undefined : directory.person(instead.person);
      const text =
        person === undefined
          ? t(`refusedReason.${reason}`)
          : t('replacedBy', { name: displayName(person) });
      return <Said title={t('refused')} text={text} />;
    }
  }
}

function GroupWords({ model, result }: Of<GroupResult>) {
  const { t, i18n } = useTranslation('desk');
  const session = useRecord(
    'sessions',
    result.act === 'close-out' ? result.about : '',
    model.meeting.id,
  );
  if (result.state === 'failed') return <NotSaved reason={result.reason} />;
  const title = t(`group.${result.act}`, { count: result.people });
  const party = model.directory.parties.get(result.about);
  const about =
    party === undefined
      ? session.state === 'ready'
        ? session.value?.name
        : undefined
      : nameIn(party.names, i18n.language);
  return <Said title={title} text={about} />;
}

function CodeWords({ model, result }: Of<CodeResult>) {
  const { t, i18n } = useTranslation(['desk', 'domain']);
  const { answer } = result;
  const meeting = useRecord(
    'meetings',
    answer.kind === 'other-meeting' ? answer.badge.meeting : '',
  );
  const title = t(`desk:code.${answer.kind}`);
  switch (answer.kind) {
    case 'unknown': {
      const code = formatBadgeCode(answer.code);
      const text =
        result.kept === 'not-kept' ? t('desk:codeNotKept') : t('desk:codeKept', { code });
      return <Said title={title} text={text} />;
    }
    case 'revoked': {
      const why = t(`desk:revokedFor.${answer.why}`);
      const next = answer.successor;
      const text =
        next === null ? why : `${why} ${t('desk:successor', { code: formatBadgeCode(next.code) })}`;
      return <Said title={title} text={text} />;
    }
    case 'other-meeting': {
      const of = meeting.state === 'ready' ? meeting.value?.title : undefined;
      return (
        <Said
          title={title}
          text={
            of === undefined ? t('desk:otherMeeting') : t('desk:otherMeetingOf', { meeting: of })
          }
        />
      );
    }
    case 'not-lent': {
      const { label, party } = answer.badge;
      const of = party === null ? undefined : model.directory.parties.get(party);
      const name = of === undefined ? '' : nameIn(of.names, i18n.language);
      return <Said title={title} text={t('desk:notLent', { label, delegation: name })} />;
    }
    case 'not-a-code':
    case 'wrong-check':
    case 'too-long':
      return <Said title={title} text={t(`desk:codeHint.${answer.kind}`)} />;
  }
}

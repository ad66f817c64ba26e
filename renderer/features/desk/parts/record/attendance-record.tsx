import { Button } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isDeskClosed } from '@shared/domain/attendance/desk';
import type { RecordedEvent, Written } from '@shared/domain/attendance/record';
import { inOrder } from '@shared/domain/meeting/rules';
import type { Meeting, Session } from '@shared/domain/meeting/types';
import { formatInstant } from '@shared/i18n/format';
import { useRecords } from '../../../../db/hooks';
import { Loaded } from '../../../../ui/states';
import { Permitted, useOperatorName, usePermission } from '../../../operators';
import { CorrectionForm, type Correcting } from './correction-form';
import classes from './record.module.css';
import { useRecordOf } from './use-record-of';
import { useScopeName } from './use-scope-name';

interface Props {
  readonly meeting: Meeting;
  readonly person: string;
  /** A correction was saved or given up: the focus may go back to where one works. */
  readonly onDone?: () => void;
}

const NO_SESSIONS: readonly Session[] = [];

/**
 * What was recorded of a person at a meeting, at which desk and by whom, and what was corrected:
 * the original stays, struck out. Once the meeting is over, the coordinator corrects.
 */
export function AttendanceRecord({ meeting, person, onDone }: Props) {
  const { t } = useTranslation('desk');
  const { role, roles } = usePermission();
  const record = useRecordOf(meeting.id, person);
  const loaded = useRecords('sessions', meeting.id);
  const sessions = loaded.state === 'ready' ? inOrder(loaded.value) : NO_SESSIONS;
  const [correcting, setCorrecting] = useState<Correcting | null>(null);
  const mayNow = !isDeskClosed(meeting.state) || !roles || role === 'coordinator';
  const done = () => {
    setCorrecting(null);
    onDone?.();
  };
  return (
    <div className={classes.record}>
      <Loaded of={record}>
        {(events) => (
          <>
            {events.length === 0 && <p className={classes.quiet}>{t('record.nothing')}</p>}
            <ol className={classes.events} aria-label={t('record.title')}>
              {events.map((one) => (
                <li key={one.event.id} data-retracted={one.retracted !== null}>
                  <EventLine meeting={meeting} sessions={sessions} recorded={one} />
                  {one.retracted === null && mayNow && correcting?.wrong !== one && (
                    <span className={classes.acts}>
                      <Permitted act="attendance.retracted">
                        <Button
                          variant="subtle"
                          className={classes.touch}
                          leftSection={<IconPencil size={16} aria-hidden />}
                          onClick={() => setCorrecting({ kind: 'correct', wrong: one })}
                        >
                          {t('record.correct')}
                        </Button>
                      </Permitted>
                      <Permitted act="attendance.retracted">
                        <Button
                          variant="subtle"
                          className={classes.touch}
                          leftSection={<IconTrash size={16} aria-hidden />}
                          onClick={() => setCorrecting({ kind: 'retract', wrong: one })}
                        >
                          {t('record.retract')}
                        </Button>
                      </Permitted>
                    </span>
                  )}
                  {correcting?.wrong === one && (
                    <CorrectionForm {...{ meeting, sessions, person, correcting }} onDone={done} />
                  )}
                </li>
              ))}
            </ol>
          </>
        )}
      </Loaded>
      {!mayNow && <p className={classes.quiet}>{t('record.coordinatorOnly')}</p>}
      {mayNow && correcting?.kind !== 'add' && (
        <div>
          <Permitted act="attendance.arrived">
            <Button
              variant="default"
              className={classes.touch}
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => setCorrecting({ kind: 'add', wrong: null })}
            >
              {t('record.add')}
            </Button>
          </Permitted>
        </div>
      )}
      {correcting?.kind === 'add' && (
        <CorrectionForm {...{ meeting, sessions, person, correcting }} onDone={done} />
      )}
    </div>
  );
}

interface LineProps {
  readonly meeting: Meeting;
  readonly sessions: readonly Session[];
  readonly recorded: RecordedEvent;
}

function EventLine({ meeting, sessions, recorded }: LineProps) {
  const { t, i18n } = useTranslation(['desk', 'domain', 'journal']);
  const scopeName = useScopeName(sessions);
  const { event, written, retracted } = recorded;
  return (
    <span className={classes.line}>
      <span className={classes.what}>
        <time dateTime={event.when}>
          {formatInstant(event.when, i18n.language, meeting.timeZone)}
        </time>{' '}
        {t(`desk:record.kind.${event.kind}`)}, {scopeName(event.scope)},{' '}
        {t(`domain:modality.${event.modality}`)}
      </span>
      <span className={classes.quiet}>
        {t(`journal:source.${event.source}`)} · <By meeting={meeting} written={written} />
      </span>
      {retracted !== null && (
        <span className={classes.quiet}>
          {t('desk:record.retracted')} <By meeting={meeting} written={retracted} />
        </span>
      )}
    </span>
  );
}

/** Desk, operator and time of an entry, and the reason where one was given. */
function By({ meeting, written }: { readonly meeting: Meeting; readonly written: Written }) {
  const { t, i18n } = useTranslation('desk');
  const desks = useRecords('desks');
  const operators = useRecords('operators');
  const nameOf = useOperatorName();
  const desk =
    desks.state === 'ready'
      ? desks.value.find(({ id }) => id === written.replica)?.name
      : undefined;
  const operator =
    operators.state === 'ready'
      ? operators.value.find(({ id }) => id === written.actor)
      : undefined;
  const parts = [
    desk,
    operator === undefined ? undefined : nameOf(operator),
    t('record.writtenAt', { when: formatInstant(written.at, i18n.language, meeting.timeZone) }),
  ].filter((part) => part !== undefined && part !== '');
  return (
    <>
      {parts.join(' · ')}
      {written.note !== null && (
        <>
          {' · '}
          <bdi>“{written.note}”</bdi>
        </>
      )}
    </>
  );
}

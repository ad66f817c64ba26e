import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announceMeeting, moveMeeting } from '@shared/domain/meeting/decide';
import { canAnnounce, movesFrom } from '@shared/domain/meeting/rules';
import type { Meeting, MeetingState, Session } from '@shared/domain/meeting/types';
import { useAct } from '@renderer/db/act';
import { Permitted } from '@renderer/features/operators';
import { ConfirmInline } from '@renderer/ui/confirm-inline';
import { Section } from '@renderer/ui/page';
import { useMeetingDates } from './meeting-dates';
import { PostponeDialog } from './postpone-dialog';
import { MadeAfter } from './reconvening';
import { Schedules } from './schedules';
import { useMeetingHeads, useTellResult } from './use-meeting-acts';
import classes from './life-cycle.module.css';

/** The way that every meeting goes when nothing comes between. */
const WAY: readonly MeetingState[] = [
  'planned',
  'nominations-open',
  'nominations-closed',
  'in-session',
  'closed',
  'archived',
];

interface LifeCycleProps {
  meeting: Meeting;
  sessions: readonly Session[];
}

/** Where the meeting stands, where it can go from here, and what each step brings with it. */
export function LifeCycle({ meeting, sessions }: LifeCycleProps) {
  const { t } = useTranslation('meetings');
  const { t: word } = useTranslation('domain');
  const act = useAct();
  const tell = useTellResult();
  const heads = useMeetingHeads(meeting.id);
  const dates = useMeetingDates();
  const [postponing, setPostponing] = useState(false);
  const moves = movesFrom(meeting.state);
  const at = WAY.indexOf(meeting.state);

  const move = async (to: Exclude<MeetingState, 'postponed'>) => {
    const result = await act(async (context) =>
      moveMeeting(context, { meeting, to, headsOf: await heads() }),
    );
    tell(result, t('moved', { state: word(`meetingState.${to}`) }));
  };
  const announce = async () => {
    const result = await act(async (context) =>
      announceMeeting(context, { meeting, headsOf: await heads() }),
    );
    tell(result, t('announced'));
  };

  const onward = moves.filter((to) => to !== 'postponed' && to !== 'cancelled');
  const announceable = canAnnounce(meeting);
  return (
    <Section title={t('lifeCycle.title')} aside={<MadeAfter meeting={meeting} />}>
      <ol className={classes.way}>
        {WAY.map((state, index) => (
          <li
            key={state}
            className={classes.step}
            data-done={index < at || undefined}
            aria-current={state === meeting.state ? 'step' : undefined}
          >
            {word(`meetingState.${state}`)}
          </li>
        ))}
      </ol>
      <Schedules meeting={meeting} />
      {(moves.length > 0 || announceable) && (
        <ul className={classes.moves}>
          {onward.map((to, index) => (
            <Move key={to} then={t(consequence(meeting.state, to))}>
              <Permitted act="meeting.moved">
                <Button variant={index === 0 ? 'filled' : 'default'} onClick={() => void move(to)}>
                  {t(`lifeCycle.to.${to}`)}
                </Button>
              </Permitted>
            </Move>
          ))}
          {announceable && (
            <Move then={t('lifeCycle.then.announce', { dates: dates(meeting.planned) })}>
              <Permitted act="meeting.changed">
                <Button variant="default" onClick={() => void announce()}>
                  {t('lifeCycle.announce')}
                </Button>
              </Permitted>
            </Move>
          )}
          {moves.includes('postponed') && (
            <Move then={t('lifeCycle.then.postpone')}>
              <Permitted act="meeting.postponed">
                <Button variant="default" onClick={() => setPostponing(true)}>
                  {t('lifeCycle.postpone')}
                </Button>
              </Permitted>
            </Move>
          )}
          {moves.includes('cancelled') && (
            <Move then={t('lifeCycle.then.cancel')}>
              <ConfirmInline
                label={t('lifeCycle.cancel')}
                question={t('lifeCycle.cancelQuestion')}
                confirm={t('lifeCycle.cancelConfirm')}
                danger
                onConfirm={() => void move('cancelled')}
              />
            </Move>
          )}
        </ul>
      )}
      {postponing && (
        <PostponeDialog
          meeting={meeting}
          sessions={sessions}
          onClose={() => setPostponing(false)}
        />
      )}
    </Section>
  );
}

/** A step that can be taken, and what it brings with it. */
function Move({ then, children }: { then: string; children: ReactNode }) {
  return (
    <li className={classes.move}>
      {children}
      <span className={classes.then}>{then}</span>
    </li>
  );
}

/** What a move brings, by its key: to open nominations is another thing the second time. */
function consequence(from: MeetingState, to: MeetingState) {
  if (to === 'nominations-open' && from === 'postponed') return 'lifeCycle.then.afterPostponement';
  if (to === 'nominations-open' && from === 'nominations-closed') return 'lifeCycle.then.again';
  switch (to) {
    case 'nominations-open':
    case 'nominations-closed':
    case 'in-session':
    case 'closed':
    case 'archived':
      return `lifeCycle.then.${to}` as const;
    case 'planned':
    case 'postponed':
    case 'cancelled':
      return 'lifeCycle.then.cancel';
  }
}

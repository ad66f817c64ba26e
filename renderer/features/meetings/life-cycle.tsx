import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moveMeeting } from '@shared/domain/meeting/decide';
import { movesFrom, scheduleOf } from '@shared/domain/meeting/rules';
import type { Meeting, MeetingState, Session } from '@shared/domain/meeting/types';
import { useAct } from '@renderer/db/act';
import { ConfirmInline } from '@renderer/ui/confirm-inline';
import { Facts } from '@renderer/ui/facts';
import { Section } from '@renderer/ui/page';
import { useMeetingDates } from './meeting-dates';
import { PostponeDialog } from './postpone-dialog';
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

/** Where the meeting stands, and where it can go from here. */
export function LifeCycle({ meeting, sessions }: LifeCycleProps) {
  const { t } = useTranslation('meetings');
  const { t: word } = useTranslation('domain');
  const act = useAct();
  const tell = useTellResult();
  const heads = useMeetingHeads(meeting.id);
  const [postponing, setPostponing] = useState(false);
  const moves = movesFrom(meeting.state);
  const at = WAY.indexOf(meeting.state);

  const move = async (to: Exclude<MeetingState, 'postponed'>) => {
    const result = await act(async (context) =>
      moveMeeting(context, { meeting, to, headsOf: await heads() }),
    );
    tell(result, t('moved', { state: word(`meetingState.${to}`) }));
  };

  const onward = moves.filter((to) => to !== 'postponed' && to !== 'cancelled');
  return (
    <Section title={t('lifeCycle.title')}>
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
      {moves.length > 0 && (
        <Group gap="sm" mt="md">
          {onward.map((to, index) => (
            <Button
              key={to}
              variant={index === 0 ? 'filled' : 'default'}
              onClick={() => void move(to)}
            >
              {t(`lifeCycle.to.${to}`)}
            </Button>
          ))}
          {moves.includes('postponed') && (
            <Button variant="default" onClick={() => setPostponing(true)}>
              {t('lifeCycle.postpone')}
            </Button>
          )}
          {moves.includes('cancelled') && (
            <ConfirmInline
              label={t('lifeCycle.cancel')}
              question={t('lifeCycle.cancelQuestion')}
              confirm={t('lifeCycle.cancelConfirm')}
              danger
              onConfirm={() => void move('cancelled')}
            />
          )}
        </Group>
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

/** Dates and format as they were planned, announced and held, as far as they differ. */
function Schedules({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  const { t: word } = useTranslation('domain');
  const dates = useMeetingDates();
  const stages = (['planned', 'announced', 'actual'] as const).flatMap((stage) => {
    const schedule = meeting[stage];
    return schedule === null ? [] : [{ stage, schedule }];
  });
  if (stages.length < 2 && meeting.changeReason === null) return null;
  const now = scheduleOf(meeting);
  return (
    <Facts
      facts={[
        ...stages.map(({ stage, schedule }) => {
          const format = schedule.format === null ? '' : ` · ${word(`format.${schedule.format}`)}`;
          const text = `${dates(schedule)}${format}`;
          return [
            t(`stage.${stage}`),
            schedule === now ? <strong key={stage}>{text}</strong> : text,
          ] as const;
        }),
        ...(meeting.changeReason === null
          ? []
          : [[t('stage.reason'), meeting.changeReason] as const]),
      ]}
    />
  );
}

import { Button, Checkbox, Popover, SegmentedControl, Select } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { meetingLabel } from '@shared/codecs/documents/names';
import { nameIn } from '@shared/domain/language';
import { scheduleOf } from '@shared/domain/meeting/rules';
import type { Meeting, Session } from '@shared/domain/meeting/types';
import type { Programme } from '@shared/domain/programme/operations';
import { formatDay } from '@shared/i18n/format';
import type { Scope } from '@shared/statistics/scope';
import { useSettings } from '../../settings';
import { LEVELS, levelOf, yearsOf, type Level } from '../scope-address';
import classes from './scope-bar.module.css';

interface BarProps {
  readonly level: Level;
  /** Levels that have nothing to show here. */
  readonly closed: readonly Level[];
  readonly onLevel: (level: Level) => void;
  readonly children?: ReactNode;
}

/** What the figures are about: from one session to any set of a year's meetings. */
function Bar({ level, closed, onLevel, children }: BarProps) {
  const { t } = useTranslation('statistics');
  return (
    <div className={classes.bar} role="group" aria-label={t('scope.label')}>
      <SegmentedControl
        className={classes.levels}
        aria-label={t('scope.label')}
        value={level}
        data={LEVELS.map((value) => ({
          value,
          label: t(`scope.level.${value}`),
          disabled: closed.includes(value),
        }))}
        onChange={(value) => {
          const chosen = LEVELS.find((one) => one === value);
          if (chosen !== undefined) onLevel(chosen);
        }}
      />
      {children}
    </div>
  );
}

interface MeetingScopeBarProps {
  readonly meeting: string;
  readonly scope: Scope;
  readonly sessions: readonly Session[];
  /** `null`: the meeting has no date yet, and so is in no year. */
  readonly year: number | null;
}

/** On a meeting's page: the meeting, a day, a session; or on to its year. */
export function MeetingScopeBar({ meeting, scope, sessions, year }: MeetingScopeBarProps) {
  const { t, i18n } = useTranslation('statistics');
  const navigate = useNavigate();
  const [query, setQuery] = useSearchParams();
  const days = [...new Set(sessions.map((session) => session.date))];
  const go = (level: Level) => {
    const [session] = sessions;
    if (level === 'meeting') setQuery({}, { replace: true });
    else if (level === 'day' && days[0]) setQuery({ day: days[0] }, { replace: true });
    else if (level === 'session' && session) setQuery({ session: session.id }, { replace: true });
    else if (year !== null) void navigate(yearAddress(level, year, undefined, meeting));
  };
  const closed: Level[] = [
    ...(sessions.length === 0 ? (['day', 'session'] as const) : []),
    ...(year === null ? (['year', 'expert', 'chosen'] as const) : []),
  ];
  return (
    <Bar level={levelOf(scope, query)} closed={closed} onLevel={go}>
      {scope.kind === 'day' && (
        <Select
          className={classes.select}
          aria-label={t('scope.level.day')}
          allowDeselect={false}
          value={scope.date}
          data={days.map((day) => ({ value: day, label: formatDay(day, i18n.language) }))}
          onChange={(day) => day && setQuery({ day }, { replace: true })}
        />
      )}
      {scope.kind === 'session' && (
        <Select
          className={classes.select}
          aria-label={t('scope.level.session')}
          allowDeselect={false}
          value={scope.session}
          data={sessions.map(({ id, name, date }) => ({
            value: id,
            label: `${name} · ${formatDay(date, i18n.language, 'medium')}`,
          }))}
          onChange={(session) => session && setQuery({ session }, { replace: true })}
        />
      )}
    </Bar>
  );
}

/** `chosen`: what the choice of meetings begins with. */
function yearAddress(level: Level, year: number, programme?: string, chosen = ''): string {
  const query = new URLSearchParams({ year: String(year) });
  if (programme !== undefined) query.set('programme', programme);
  if (level === 'expert') query.set('meetings', 'expert');
  if (level === 'chosen') query.set('meetings', chosen);
  return `/statistics?${query.toString()}`;
}

interface YearScopeBarProps {
  readonly scope: Scope;
  readonly year: number;
  readonly programme: Programme;
  readonly programmes: readonly Programme[];
  /** Of the programme. */
  readonly all: readonly Meeting[];
  /** Of the year. */
  readonly meetings: readonly Meeting[];
}

/** On a year's page: the year, its expert meetings, any of its meetings; or back to one of them. */
export function YearScopeBar(props: YearScopeBarProps) {
  const { scope, year, programme, programmes, all, meetings } = props;
  const { t, i18n } = useTranslation('statistics');
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const { lastMeeting } = useSettings().settings;
  const start = (meeting: Meeting) => scheduleOf(meeting).start ?? '~';
  const ordered = [...meetings].sort((a, b) => (start(a) < start(b) ? -1 : 1));
  const back = ordered.find((meeting) => meeting.id === lastMeeting) ?? ordered[0];
  const several = programmes.length > 1 ? programme.id : undefined;
  const go = (level: Level) => {
    if (level === 'chosen') choose(ordered.map((meeting) => meeting.id));
    else if (level === 'year' || level === 'expert') {
      void navigate(yearAddress(level, year, several), { replace: true });
    } else if (back !== undefined) void navigate(`/m/${back.id}/statistics`);
  };
  const choose = (ids: readonly string[]) => {
    const address = new URLSearchParams({ year: String(year), meetings: ids.join(',') });
    if (several !== undefined) address.set('programme', several);
    void navigate(`/statistics?${address.toString()}`, { replace: true });
  };
  const level = levelOf(scope, query);
  const chosen = scope.kind === 'meetings' ? scope.meetings : [];
  return (
    <Bar level={level} closed={['day', 'session']} onLevel={go}>
      {several !== undefined && (
        <Select
          className={classes.select}
          aria-label={t('scope.programme')}
          allowDeselect={false}
          value={programme.id}
          data={programmes.map(({ id, names }) => ({
            value: id,
            label: nameIn(names, i18n.language),
          }))}
          onChange={(id) => id && void navigate(`/statistics?programme=${id}`, { replace: true })}
        />
      )}
      <Select
        className={classes.year}
        aria-label={t('scope.level.year')}
        allowDeselect={false}
        value={String(year)}
        data={yearsOf(all).map(String)}
        onChange={(value) => {
          const kept = level === 'chosen' ? 'year' : level;
          if (value) void navigate(yearAddress(kept, Number(value), several), { replace: true });
        }}
      />
      {level === 'chosen' && (
        <Popover position="bottom-start" width={360} shadow="md" trapFocus>
          <Popover.Target>
            <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
              {t('scope.chosen', { count: chosen.length, all: meetings.length })}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <Checkbox.Group
              label={t('scope.choose')}
              value={[...chosen]}
              onChange={(ids) => choose(ids)}
            >
              <div className={classes.choices}>
                {ordered.map((meeting) => (
                  <Checkbox
                    key={meeting.id}
                    value={meeting.id}
                    label={meetingLabel(meeting, programme, i18n.language)}
                    description={meeting.title}
                  />
                ))}
              </div>
            </Checkbox.Group>
          </Popover.Dropdown>
        </Popover>
      )}
    </Bar>
  );
}

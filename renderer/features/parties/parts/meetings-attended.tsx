import { Anchor } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { meetingDates } from '@shared/codecs/documents/names';
import { cameBy, type PartyAt, type PersonAt } from '@shared/codecs/parties/attended';
import type { Person } from '@shared/domain/person/types';
import { formatNumber } from '@shared/i18n/format';
import { useRecords } from '../../../db/hooks';
import { Loaded } from '../../../ui/states';
import { sortedPeople } from '../people';
import classes from '../parties.module.css';

/** Who came to which meeting, and in which modality; meetings that were only nominated for, too. */
export function MeetingsAttended({ at }: { at: readonly PartyAt[] }) {
  const { t } = useTranslation('parties');
  const people = useRecords('people');
  if (at.length === 0) return <p className={classes.quiet}>{t('meetings.none')}</p>;
  return (
    <Loaded of={people}>
      {(all) => (
        <ul className={classes.meetings}>
          {at.map((one) => (
            <AtMeeting key={one.meeting.id} at={one} people={all} />
          ))}
        </ul>
      )}
    </Loaded>
  );
}

function AtMeeting({ at, people }: { at: PartyAt; people: readonly Person[] }) {
  const { t, i18n } = useTranslation('parties');
  const { meeting, expected, came } = at;
  const figures = useFigures(came);
  const number = formatNumber(expected, i18n.language);
  return (
    <li className={classes.meeting}>
      <Anchor component={Link} to={`/m/${meeting.id}/delegates`}>
        {meeting.title}
      </Anchor>
      <span className={classes.quiet}>
        {[
          meetingDates(meeting, i18n.language),
          ...figures,
          t('meetings.expected', { count: expected, number }),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
      {came.length > 0 && <Came came={came} people={people} />}
    </li>
  );
}

/** "3 in person", "1 online": the ways in which somebody came. */
function useFigures(came: readonly PersonAt[]): string[] {
  const { t, i18n } = useTranslation('parties');
  const count = cameBy(came);
  if (came.length === 0) return [t('meetings.nobody')];
  return (['in-person', 'virtual', 'both'] as const)
    .filter((how) => count[how] > 0)
    .map((how) =>
      t(`meetings.came.${how}`, {
        count: count[how],
        number: formatNumber(count[how], i18n.language),
      }),
    );
}

function Came({ came, people }: { came: readonly PersonAt[]; people: readonly Person[] }) {
  const { t, i18n } = useTranslation(['parties', 'domain']);
  const named = useMemo(
    () => sortedPeople(came, people, i18n.language),
    [came, people, i18n.language],
  );
  return (
    <details>
      <summary>{t('parties:meetings.who')}</summary>
      <ul className={classes.items}>
        {named.map(({ person, name, capacity, attending }) => (
          <li key={person}>
            <bdi>{name}</bdi>
            <span className={classes.quiet}>
              {capacity !== null && <> · {t(`domain:capacity.${capacity}`)}</>} ·{' '}
              {t(`parties:attending.${attending}`)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

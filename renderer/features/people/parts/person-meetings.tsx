import { Anchor } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { meetingName } from '@shared/codecs/documents/names';
import type { AttendanceEvent } from '@shared/domain/attendance/types';
import { nameIn } from '@shared/domain/language';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Login } from '@shared/domain/virtual/types';
import { formatInstant, formatTime } from '@shared/i18n/format';
import { evidenceLogins } from '@shared/statistics/virtual/evidence';
import { attendanceView } from '@shared/projections/attendance';
import { attendanceId } from '@shared/projections/row';
import { LOADING, type Loadable } from '../../../db/collections';
import { useStore } from '../../../db/hooks';
import type { Store } from '../../../db/store';
import { Section } from '../../../ui/page';
import { Loaded } from '../../../ui/states';
import { Tag } from '../../../ui/tag';
import type { PeopleModel, PersonEntry } from '../use-people';
import classes from '../people.module.css';

interface AtMeeting {
  readonly meeting: Meeting;
  readonly nominations: readonly Nomination[];
  readonly events: readonly AttendanceEvent[];
  readonly logins: readonly Login[];
}

interface PersonMeetingsProps {
  readonly entry: PersonEntry;
  readonly model: PeopleModel;
}

/** Where the person was named and seen, the latest meeting first. */
export function PersonMeetings({ entry, model }: PersonMeetingsProps) {
  const { t } = useTranslation('people');
  const meetings = useMeetings(entry);
  return (
    <Section title={t('overAllMeetings')}>
      {entry.meetings.length === 0 ? (
        <p className={classes.lead}>{t('noMeetings')}</p>
      ) : (
        <Loaded of={meetings}>
          {(value) => (
            <ul className={classes.records}>
              {value.map((one) => (
                <li key={one.meeting.id} className={classes.meeting}>
                  <OneMeeting at={one} model={model} />
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      )}
    </Section>
  );
}

function OneMeeting({ at, model }: { readonly at: AtMeeting; readonly model: PeopleModel }) {
  const { t, i18n } = useTranslation(['people', 'domain']);
  const { meeting, nominations, events, logins } = at;
  const { language } = i18n;
  return (
    <>
      <Anchor component={Link} to={`/m/${meeting.id}/delegates`} className={classes.name}>
        {meetingName(meeting, language)}
      </Anchor>
      {nominations.map((one) => {
        const party = model.parties.get(one.party);
        return (
          <span key={one.id} className={classes.line}>
            {party !== undefined && <span>{nameIn(party.names, language)}</span>}
            <span className={classes.quiet}>
              {t(`domain:capacity.${one.capacity}`)}, {t(`domain:modality.${one.modality}`)}
            </span>
            <Tag>{t(`domain:nominationState.${one.state}`)}</Tag>
          </span>
        );
      })}
      {events.map((event) => (
        <span key={event.id} className={classes.quiet}>
          {t(`people:event.${event.kind}`, {
            when: formatInstant(event.when, language, meeting.timeZone),
            modality: t(`domain:modality.${event.modality}`),
          })}
        </span>
      ))}
      {logins.map((login) => (
        <span key={login.id} className={classes.quiet}>
          {t('people:event.login')} <bdi>{login.name}</bdi>
          {': '}
          {login.intervals
            .map(([start, end]) => formatSpan(start, end, language, meeting.timeZone))
            .join('; ')}
        </span>
      ))}
      {events.length === 0 && logins.length === 0 && (
        <span className={classes.quiet}>{t('people:event.none')}</span>
      )}
    </>
  );
}

/** "13 Jun 2023, 10:02–12:58" on the meeting's clock. */
function formatSpan(start: number, end: number, language: string, timeZone: string): string {
  const [from, to] = [start, end].map((instant) => new Date(instant).toISOString());
  return `${formatInstant(from ?? '', language, timeZone)}–${formatTime(to ?? '', language, timeZone)}`;
}

function useMeetings(entry: PersonEntry): Loadable<readonly AtMeeting[]> {
  const store = useStore();
  const [read, setRead] = useState<Loadable<readonly AtMeeting[]>>(LOADING);
  useEffect(() => {
    let current = true;
    readMeetings(store, entry).then(
      (value) => {
        if (current) setRead({ state: 'ready', value });
      },
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        if (current) setRead({ state: 'failed', message });
      },
    );
    return () => {
      current = false;
    };
  }, [store, entry]);
  return read;
}

async function readMeetings(store: Store, entry: PersonEntry): Promise<AtMeeting[]> {
  const ids = entry.records.map(({ id }) => id);
  // Two desks may have linked one login to two records that were merged since: it is this person's.
  const rootOf = (person: string) => (ids.includes(person) ? entry.id : person);
  const found: AtMeeting[] = [];
  for (const meeting of entry.meetings) {
    const rows = await store.collections.load('attendance', meeting.id);
    const events = ids.flatMap((id) => {
      const row = rows.get(attendanceId(meeting.id, id));
      return row?.table === 'attendance' ? attendanceView(row).events : [];
    });
    const named = await store.list('nominations', meeting.id);
    const logins = evidenceLogins(
      await store.list('reports', meeting.id),
      await store.list('logins', meeting.id),
      rootOf,
    );
    found.push({
      meeting,
      nominations: named.filter(({ person }) => ids.includes(person)),
      events: events.toSorted((a, b) => (a.when < b.when ? -1 : 1)),
      logins: logins.filter(
        ({ link }) => link?.kind === 'persons' && link.persons.some((id) => ids.includes(id)),
      ),
    });
  }
  return found;
}

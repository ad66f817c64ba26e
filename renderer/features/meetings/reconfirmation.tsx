import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { partyName } from '@shared/codecs/documents/names';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Nomination } from '@shared/domain/nomination/types';
import { listName } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/types';
import { awaitsReconfirmation } from '@shared/statistics/reconfirmation';
import { formatNumber } from '@shared/i18n/format';
import { useRecords, useStore } from '@renderer/db/hooks';
import { readPeople } from '@renderer/db/read-world';
import { Section } from '@renderer/ui/page';
import { today } from '@renderer/ui/today';
import classes from './meetings.module.css';

/** After a postponement: who was accepted for the dates before and has not said yes to the new. */
export function Reconfirmation({ meeting }: { meeting: Meeting }) {
  // A meeting that is over asks nobody any more: its statistics say who had not answered.
  const isOver = ['closed', 'archived', 'cancelled'].includes(meeting.state);
  const nominations = useRecords('nominations', meeting.id);
  const waiting = useMemo(() => {
    const all = nominations.state === 'ready' ? nominations.value : [];
    return all.filter(awaitsReconfirmation(meeting, all));
  }, [meeting, nominations]);
  const reconfirmed =
    nominations.state === 'ready'
      ? nominations.value.filter(({ state }) => state === 'reconfirmed').length
      : 0;
  if (isOver) return null;
  if (waiting.length === 0 && (meeting.postponedOn === null || reconfirmed === 0)) return null;
  return <Waiting meeting={meeting} waiting={waiting} reconfirmed={reconfirmed} />;
}

interface WaitingProps {
  meeting: Meeting;
  waiting: readonly Nomination[];
  reconfirmed: number;
}

function Waiting({ meeting, waiting, reconfirmed }: WaitingProps) {
  const { t, i18n } = useTranslation('meetings');
  const parties = useRecords('parties');
  const people = usePeople(waiting);
  const { language } = i18n;
  const delegations = useMemo(() => {
    const known = parties.state === 'ready' ? parties.value : [];
    const collator = new Intl.Collator(language);
    const day = today();
    return [...Map.groupBy(waiting, ({ party }) => party)]
      .map(([id, nominations]) => {
        const party = known.find((one) => one.id === id);
        return {
          id,
          name: party === undefined ? '…' : partyName(party, language, day),
          people: nominations
            .flatMap(({ person }) => people.get(person) ?? [])
            .map((person) => listName(person))
            .sort((a, b) => collator.compare(a, b)),
          count: nominations.length,
        };
      })
      .sort((a, b) => collator.compare(a.name, b.name));
  }, [waiting, parties, people, language]);
  const number = (value: number) => formatNumber(value, language);
  return (
    <Section title={t('reconfirm.title')}>
      <p className={classes.waiting}>
        {waiting.length === 0
          ? t('reconfirm.none')
          : t('reconfirm.waiting', { count: waiting.length, number: number(waiting.length) })}{' '}
        {t('reconfirm.done', { count: reconfirmed, number: number(reconfirmed) })}{' '}
        <Link to={`/m/${meeting.id}/delegates${waiting.length === 0 ? '' : `?state=awaiting`}`}>
          {t('reconfirm.link')}
        </Link>
      </p>
      {delegations.length > 0 && (
        <ul className={classes.delegations} aria-label={t('reconfirm.title')}>
          {delegations.map(({ id, name, people: names, count }) => (
            <li key={id} className={classes.delegation}>
              {name} ({number(count)})
              {names.length > 0 && <div className={classes.names}>{names.join('; ')}</div>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const NOBODY: ReadonlyMap<string, Person> = new Map();

/** The people of these nominations: they are read, not all that there are. */
function usePeople(nominations: readonly Nomination[]): ReadonlyMap<string, Person> {
  const store = useStore();
  const [people, setPeople] = useState(NOBODY);
  useEffect(() => {
    let wanted = true;
    const ids = nominations.map(({ person }) => person);
    readPeople(store.db, ids).then(
      (read) => {
        if (wanted) setPeople(read);
      },
      (error: unknown) => {
        store.examine(error).catch(() => undefined);
      },
    );
    return () => {
      wanted = false;
    };
  }, [store, nominations]);
  return people;
}

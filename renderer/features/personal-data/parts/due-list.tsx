import { Anchor, Button, Checkbox } from '@mantine/core';
import { IconClockCheck } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { meetingName } from '@shared/codecs/documents/names';
import type { Meeting } from '@shared/domain/meeting/types';
import { listName } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/types';
import { formatDay, formatNumber } from '@shared/i18n/format';
import { useRecords, useStore } from '../../../db/hooks';
import { DataTable, type Column } from '../../../ui/data-table';
import { Section } from '../../../ui/page';
import { Empty, Loaded } from '../../../ui/states';
import { today } from '../../../ui/today';
import { findDue, type DuePerson } from '../due';
import { useLoaded } from '../use-loaded';
import classes from '../personal-data.module.css';

interface DueListProps {
  /** As they are now: whenever they change, who is due is asked again. */
  readonly people: readonly Person[];
  readonly onForget: (people: readonly Person[]) => void;
}

const SORT = [{ id: 'due', desc: false }];

/** Those whose time has come, and meetings that never said how long they need their participants. */
export function DueList(props: DueListProps) {
  const meetings = useRecords('meetings');
  return <Loaded of={meetings}>{(all) => <Both {...props} meetings={all} />}</Loaded>;
}

function Both({ people, meetings, onForget }: DueListProps & { meetings: readonly Meeting[] }) {
  const store = useStore();
  const load = useCallback(
    () => findDue(store, people, meetings, today()),
    [store, people, meetings],
  );
  const due = useLoaded(load);
  return (
    <div className={classes.parts}>
      <Loaded of={due}>{(list) => <Due due={list} onForget={onForget} />}</Loaded>
      <WithoutTime meetings={meetings} />
    </div>
  );
}

interface DueProps {
  readonly due: readonly DuePerson[];
  readonly onForget: (people: readonly Person[]) => void;
}

function Due({ due, onForget }: DueProps) {
  const { t, i18n } = useTranslation('personal');
  const { language } = i18n;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const wanted = due.filter(({ id }) => chosen.has(id));
  const choose = useCallback((ids: readonly string[], on: boolean) => {
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (on) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  }, []);
  const columns = useMemo(
    (): Column<DuePerson>[] => [
      {
        id: 'chosen',
        header: t('due.choose'),
        width: '5.5rem',
        sortable: false,
        value: () => null,
        cell: ({ id, person }) => (
          <Checkbox
            aria-label={t('due.chooseOne', { name: listName(person) })}
            checked={chosen.has(id)}
            onChange={(event) => choose([id], event.currentTarget.checked)}
          />
        ),
      },
      {
        id: 'name',
        header: t('due.name'),
        width: 'minmax(12rem, 1.5fr)',
        value: ({ person }) => listName(person),
        cell: ({ person }) => <bdi>{listName(person)}</bdi>,
      },
      {
        id: 'due',
        header: t('due.since'),
        width: '10rem',
        value: ({ due: day }) => day,
        cell: ({ due: day }) => formatDay(day, language, 'medium'),
      },
      {
        id: 'meetings',
        header: t('due.meetings'),
        width: 'minmax(16rem, 2.5fr)',
        value: ({ meetings }) => meetings.map((one) => meetingName(one, language)).join('; '),
      },
    ],
    [t, language, chosen, choose],
  );
  if (due.length === 0) {
    return (
      <Section title={t('due.title')}>
        <Empty icon={<IconClockCheck size={28} stroke={1.5} />} title={t('due.nobody')}>
          {t('due.nobodyHint')}
        </Empty>
      </Section>
    );
  }
  const all = due.map(({ id }) => id);
  return (
    <Section title={t('due.title')}>
      <p className={classes.lead}>{t('due.lead')}</p>
      <DataTable
        label={t('due.title')}
        rows={due}
        idOf={({ id }) => id}
        columns={columns}
        initialSort={SORT}
        filter={t('due.filter')}
        height="24rem"
        toolbar={
          <div className={classes.toolbar}>
            <Button variant="default" onClick={() => choose(all, wanted.length < all.length)}>
              {t(wanted.length < all.length ? 'due.all' : 'due.none')}
            </Button>
            <Button
              color="red.8"
              disabled={wanted.length === 0}
              onClick={() => onForget(wanted.map(({ person }) => person))}
            >
              {wanted.length === 0
                ? t('forget.nobody')
                : t('forget.people', {
                    count: wanted.length,
                    number: formatNumber(wanted.length, language),
                  })}
            </Button>
          </div>
        }
      />
    </Section>
  );
}

/** Meetings whose participants are never due, because nobody said for how long they are needed. */
function WithoutTime({ meetings }: { meetings: readonly Meeting[] }) {
  const { t, i18n } = useTranslation('personal');
  const open = meetings.filter((one) => one.retentionMonths === null);
  if (open.length === 0) return null;
  return (
    <Section title={t('due.withoutTime')}>
      <p className={classes.lead}>{t('due.withoutTimeHint')}</p>
      <ul className={classes.links}>
        {open.map((meeting) => (
          <li key={meeting.id}>
            <Anchor component={Link} to={`/m/${meeting.id}/setup`}>
              {meetingName(meeting, i18n.language)}
            </Anchor>
          </li>
        ))}
      </ul>
    </Section>
  );
}

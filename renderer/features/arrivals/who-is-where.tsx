import { Button, SegmentedControl } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Overview } from '@shared/domain/attendance/overview';
import type { Whereabouts } from '@shared/domain/attendance/inside';
import { nameIn } from '@shared/domain/language';
import { listName } from '@shared/domain/person/rules';
import type { Party } from '@shared/domain/party/types';
import { formatTime } from '@shared/i18n/format';
import { ExportDialog } from '@renderer/features/nominations';
import type { MeetingPeople } from '../../db/meeting-people';
import { DataTable, type Column } from '../../ui/data-table';
import { Section } from '../../ui/page';
import { Empty } from '../../ui/states';
import type { TableText } from '../../ui/table-text';
import classes from './arrivals.module.css';

/** A figure that people stand behind; walk-ins that nobody approved yet are in none of the others. */
export type Where = Whereabouts | 'provisional';

export interface Shown {
  readonly where: Where;
  /** Only this delegation; `null`: all. */
  readonly party: string | null;
}

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly native: string;
  readonly delegation: string;
  readonly capacity: string;
  readonly institution: string;
  readonly emails: readonly string[];
  readonly focalPoints: string;
  /** When they were last seen, on the meeting's clock; `null`: never. */
  readonly seen: string | null;
}

interface Props {
  readonly model: MeetingPeople;
  readonly overview: Overview;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}

const WHERE: readonly Where[] = ['missing', 'here', 'online', 'left'];
const SORT = [
  { id: 'delegation', desc: false },
  { id: 'name', desc: false },
];

/** The people behind a figure: the missing ones with whom to write to, to be called one by one. */
export function WhoIsWhere({ model, overview, shown, onShow }: Props) {
  const { t, i18n } = useTranslation('arrivals');
  const [table, setTable] = useState<TableText | null>(null);
  const entries = useEntries(model, overview, shown);
  const columns = useColumns(shown.where);
  const choices = overview.provisional.length > 0 ? [...WHERE, 'provisional' as const] : WHERE;
  const party = shown.party === null ? undefined : model.parties.get(shown.party);
  return (
    <Section
      title={t('people')}
      aside={
        <SegmentedControl
          aria-label={t('show')}
          value={shown.where}
          data={choices.map((value) => ({ value, label: t(`figure.${value}`) }))}
          onChange={(where) => onShow({ ...shown, where })}
        />
      }
    >
      <DataTable
        label={t(`list.${shown.where}`)}
        rows={entries}
        idOf={idOf}
        columns={columns}
        initialSort={SORT}
        filter={t('filterPeople')}
        tableId={shown.where === 'missing' ? 'arrivals-missing' : 'arrivals-people'}
        onExport={setTable}
        height="26rem"
        toolbar={
          party !== undefined && (
            <Button
              size="compact-sm"
              variant="light"
              rightSection={<IconX size={14} aria-hidden />}
              aria-label={t('allDelegations', { name: nameIn(party.names, i18n.language) })}
              onClick={() => onShow({ ...shown, party: null })}
            >
              {nameIn(party.names, i18n.language)}
            </Button>
          )
        }
        empty={<Empty title={t(`none.${shown.where}`)} />}
      />
      <ExportDialog table={table} title={t(`list.${shown.where}`)} onClose={() => setTable(null)} />
    </Section>
  );
}

const idOf = ({ id }: Entry) => id;

const written = ({ focalPoints }: Party): string =>
  focalPoints.map(({ name, email }) => (email === '' ? name : `${name} <${email}>`)).join('; ');

function useEntries(model: MeetingPeople, overview: Overview, shown: Shown): readonly Entry[] {
  const { t, i18n } = useTranslation(['arrivals', 'domain']);
  const { language } = i18n;
  return useMemo(() => {
    const { where, party: only } = shown;
    const pool =
      where === 'provisional'
        ? overview.provisional
        : overview.people.filter((one) => one.where === where);
    return pool.flatMap(({ nomination }): Entry[] => {
      const person = model.people.get(nomination.person);
      if (person === undefined || (only !== null && nomination.party !== only)) return [];
      const party = model.parties.get(nomination.party);
      const last = model.attendance.get(nomination.person)?.events.at(-1);
      const name = listName(person);
      return [
        {
          ...{ id: nomination.id, name, institution: person.institution, emails: person.emails },
          native: person.native === name ? '' : person.native,
          delegation:
            party === undefined ? t('arrivals:noDelegation') : nameIn(party.names, language),
          capacity: t(`domain:capacity.${nomination.capacity}`),
          focalPoints: party === undefined ? '' : written(party),
          seen: last === undefined ? null : formatTime(last.when, language, model.meeting.timeZone),
        },
      ];
    });
  }, [model, overview, shown, t, language]);
}

function useColumns(where: Where): Column<Entry>[] {
  const { t } = useTranslation('arrivals');
  return useMemo(() => {
    const seen: Column<Entry> = {
      id: 'seen',
      header: t('column.seen'),
      width: '7rem',
      value: (row) => row.seen,
    };
    return [
      {
        id: 'name',
        header: t('column.name'),
        width: 'minmax(12rem, 2fr)',
        value: ({ name, native }) => [name, native].filter(Boolean).join(' '),
        cell: ({ name, native }) => (
          <>
            <bdi className={classes.name}>{name}</bdi>
            {native !== '' && <bdi className={classes.native}>{native}</bdi>}
          </>
        ),
      },
      {
        id: 'delegation',
        header: t('column.delegation'),
        width: 'minmax(9rem, 1.5fr)',
        value: ({ delegation }) => delegation,
      },
      {
        id: 'capacity',
        header: t('column.capacity'),
        width: 'minmax(7.5rem, 1fr)',
        value: ({ capacity }) => capacity,
      },
      ...(where === 'missing' ? [] : [seen]),
      {
        id: 'institution',
        header: t('column.institution'),
        width: 'minmax(8rem, 1.3fr)',
        value: ({ institution }) => institution,
        hidden: where !== 'missing',
      },
      {
        id: 'emails',
        header: t('column.emails'),
        width: 'minmax(10rem, 1.5fr)',
        value: ({ emails }) => emails.join(', '),
        cell: ({ emails }) =>
          emails.map((email) => (
            <a key={email} className={classes.mail} href={`mailto:${encodeURIComponent(email)}`}>
              {email}
            </a>
          )),
      },
      {
        id: 'focalPoints',
        header: t('column.focalPoints'),
        width: 'minmax(10rem, 1.5fr)',
        value: ({ focalPoints }) => focalPoints,
        hidden: where !== 'missing',
      },
    ];
  }, [t, where]);
}

import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listName } from '@shared/domain/person/rules';
import { formatNumber } from '@shared/i18n/format';
import type { Selection } from '@shared/statistics/behind';
import { LOADING, type Loadable } from '../../../db/collections';
import { useStore } from '../../../db/hooks';
import { readPeople } from '../../../db/read-world';
import { DataTable, type Column } from '../../../ui/data-table';
import { SidePanel } from '../../../ui/dialog';
import { Empty, Loaded } from '../../../ui/states';
import type { Show, Shown, StatisticsModel } from '../model';
import type { Names } from '../names';
import classes from './behind-panel.module.css';

interface BehindPanelProps {
  readonly model: StatisticsModel;
  readonly names: Names;
  readonly shown: Shown | null;
  readonly onShow: Show;
  readonly onClose: () => void;
}

/** Who or what a number counts, beside the page. */
export function BehindPanel({ model, names, shown, onShow, onClose }: BehindPanelProps) {
  return (
    <SidePanel opened={shown !== null} title={shown?.title ?? ''} onClose={onClose} size="lg">
      {shown !== null && <Content model={model} names={names} shown={shown} onShow={onShow} />}
    </SidePanel>
  );
}

interface ContentProps extends Omit<BehindPanelProps, 'shown' | 'onClose'> {
  readonly shown: Shown;
}

function Content({ model, names, shown, onShow }: ContentProps) {
  switch (shown.kind) {
    case 'people':
      return <People model={model} names={names} selection={shown.selection} />;
    case 'parties':
      return <Parties model={model} names={names} parties={shown.parties} onShow={onShow} />;
    case 'recommendations':
      return <Recommendations model={model} names={names} />;
  }
}

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly party: string;
  readonly meeting: string;
}

interface PeopleProps {
  readonly model: StatisticsModel;
  readonly names: Names;
  readonly selection: Selection;
}

function usePersonRows({ model, names, selection }: PeopleProps): Loadable<PersonRow[]> {
  const { t } = useTranslation('statistics');
  const store = useStore();
  const { behind } = model;
  const [rows, setRows] = useState<Loadable<PersonRow[]>>(LOADING);
  useEffect(() => {
    let gone = false;
    const read = async () => {
      const found = await behind(selection);
      const people = await readPeople(store.db, [...new Set(found.map((one) => one.person))]);
      return found.map(({ person, party, meeting }): PersonRow => {
        const known = people.get(person);
        return {
          id: `${meeting} ${person}`,
          name: known === undefined ? t('behind.unknown') : listName(known),
          party: party === null ? t('behind.noParty') : names.party(party),
          meeting: names.meeting(meeting),
        };
      });
    };
    read().then(
      (value) => {
        if (!gone) setRows({ state: 'ready', value });
      },
      (error: unknown) => {
        if (gone) return;
        setRows({
          state: 'failed',
          message: error instanceof Error ? error.message : String(error),
        });
      },
    );
    return () => {
      gone = true;
    };
  }, [store, behind, selection, names, t]);
  return rows;
}

const BY_NAME = [{ id: 'name', desc: false }];

function People(props: PeopleProps) {
  const { t } = useTranslation('statistics');
  const rows = usePersonRows(props);
  const several = props.model.statistics.meetings.length > 1;
  const columns = useMemo<Column<PersonRow>[]>(
    () => [
      {
        id: 'name',
        header: t('behind.name'),
        value: ({ name }) => name,
        width: 'minmax(10rem, 3fr)',
      },
      {
        id: 'party',
        header: t('behind.party'),
        value: ({ party }) => party,
        width: 'minmax(9rem, 3fr)',
      },
      ...(several
        ? [
            {
              id: 'meeting',
              header: t('behind.meeting'),
              value: ({ meeting }: PersonRow) => meeting,
              width: 'minmax(9rem, 2fr)',
            },
          ]
        : []),
    ],
    [t, several],
  );
  return (
    <Loaded of={rows}>
      {(value) => (
        <DataTable
          label={t('behind.people')}
          rows={value}
          idOf={({ id }) => id}
          columns={columns}
          initialSort={BY_NAME}
          filter={t('behind.filter')}
          height="min(70vh, 44rem)"
          empty={<Empty title={t('behind.nobody')} />}
        />
      )}
    </Loaded>
  );
}

interface PartiesProps extends Omit<PeopleProps, 'selection'> {
  readonly parties: readonly string[];
  readonly onShow: Show;
}

/** Countries or organizations with the number of their people; each leads on to those. */
function Parties({ model, names, parties, onShow }: PartiesProps) {
  const { t, i18n } = useTranslation(['statistics', 'domain']);
  const wanted = new Set(parties);
  const collator = new Intl.Collator(i18n.language);
  const rows = model.statistics.parties
    .filter(({ party }) => wanted.has(party))
    .map((row) => ({ ...row, name: names.party(row.party) }))
    .sort((a, b) => collator.compare(a.name, b.name));
  if (rows.length === 0) return <Empty title={t('statistics:behind.nobody')} />;
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('statistics:behind.party')}</th>
          <th scope="col">{t('statistics:matrix.status')}</th>
          <th scope="col">{t('statistics:matrix.persons')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ party, name, status, persons }) => (
          <tr key={party}>
            <th scope="row">
              <button
                type="button"
                className={classes.open}
                onClick={() =>
                  onShow({
                    kind: 'people',
                    title: name,
                    selection: { kind: 'party', party, meeting: null },
                  })
                }
              >
                {name}
              </button>
            </th>
            <td>{t(`domain:partyStatus.${status}`)}</td>
            <td>{formatNumber(persons.attended, i18n.language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const RECOMMENDED = ['agreed', 'endorsed', 'endorsedHere'] as const;

/** The figures of recommendations, and those agreed by meeting. */
function Recommendations({ model, names }: Omit<PeopleProps, 'selection'>) {
  const { t, i18n } = useTranslation(['statistics', 'figures']);
  const { recommendations, meetings } = model.statistics;
  const number = (value: number) => formatNumber(value, i18n.language);
  if (recommendations === null) return <Empty title={t('statistics:behind.nobody')} />;
  const byMeeting = new Map(recommendations.byMeeting.map((count) => [count.part, count]));
  return (
    <>
      <dl className={classes.definitions}>
        {RECOMMENDED.map((figure) => (
          <div key={figure}>
            <dt>
              {t(`figures:recommendations.${figure}.name`)} <b>{number(recommendations[figure])}</b>
            </dt>
            <dd>{t(`figures:recommendations.${figure}.definition`)}</dd>
          </div>
        ))}
      </dl>
      {byMeeting.size > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('statistics:behind.meeting')}</th>
              <th scope="col">{t('statistics:recommendations.agreed')}</th>
              <th scope="col">{t('statistics:recommendations.endorsed')}</th>
            </tr>
          </thead>
          <tbody>
            {meetings.flatMap((meeting) => {
              const count = byMeeting.get(meeting);
              if (count === undefined) return [];
              return [
                <tr key={meeting}>
                  <th scope="row">{names.meetingTitle(meeting)}</th>
                  <td>{number(count.agreed)}</td>
                  <td>{number(count.endorsed)}</td>
                </tr>,
              ];
            })}
          </tbody>
        </table>
      )}
    </>
  );
}

import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wallClock } from '@shared/codecs/documents/names';
import { formatDay, formatNumber, formatTime } from '@shared/i18n/format';
import { CAPACITIES } from '@shared/domain/nomination/types';
import { ExportDialog, PartyName } from '@renderer/features/nominations';
import { DataTable, type Column } from '../../../ui/data-table';
import type { RowSelection } from '../../../ui/row-selection';
import { Empty } from '../../../ui/states';
import type { TableText } from '../../../ui/table-text';
import { Tag } from '../../../ui/tag';
import type { Tone } from '../../../ui/tones';
import { useNarrow } from '../../../ui/use-narrow';
import {
  nameOf,
  partyNameOf,
  stateOf,
  type BadgeEntry,
  type BadgeState,
  type BadgeWorld,
} from '../world';

interface Props {
  readonly world: BadgeWorld;
  readonly entries: readonly BadgeEntry[];
  /** It is about plates, not badges. */
  readonly plate: boolean;
  readonly open: string | null;
  readonly marked: RowSelection;
  readonly onOpen: (person: string) => void;
}

const SORT = [
  { id: 'delegation', desc: false },
  { id: 'name', desc: false },
];

export const STATE_TONES: Readonly<Record<BadgeState, Tone>> = {
  'not-printed': 'neutral',
  printed: 'good',
  revoked: 'bad',
};

/** Participants, one a row, with what was printed of them. */
export function PeopleTable({ world, entries, plate, open, marked, onOpen }: Props) {
  const { t, i18n } = useTranslation(['badges', 'domain']);
  const { timeZone } = world.meeting;
  const narrow = useNarrow();
  const [exported, setExported] = useState<TableText | null>(null);
  const columns = useMemo((): Column<BadgeEntry>[] => {
    const capacities = new Map(CAPACITIES.map((one) => [one, t(`domain:capacity.${one}`)]));
    const number = (value: number) => formatNumber(value, i18n.language);
    const printsOf = (entry: BadgeEntry) => (plate ? entry.plates : entry.prints);
    const stateWord = (entry: BadgeEntry): string => {
      const { length: count } = printsOf(entry);
      if (count > 0) return t('badges:printedTimes', { count, number: number(count) });
      return plate ? t('badges:plateNotPrinted') : t(`badges:state.${stateOf(entry)}`);
    };
    return [
      {
        id: 'name',
        header: t('badges:column.name'),
        width: narrow ? 'minmax(9rem, 1.2fr)' : 'minmax(11rem, 1.5fr)',
        value: (entry) => [nameOf(entry), entry.person.native].filter(Boolean).join(' '),
        cell: (entry) => <bdi>{nameOf(entry)}</bdi>,
        text: nameOf,
      },
      {
        id: 'delegation',
        header: t('badges:column.delegation'),
        width: narrow ? 'minmax(9.25rem, 1fr)' : 'minmax(8.5rem, 1.2fr)',
        value: (entry) => `${partyNameOf(entry, i18n.language)} ${entry.party?.code ?? ''}`.trim(),
        cell: ({ party }) => <PartyName party={party} />,
      },
      {
        id: 'state',
        header: t(plate ? 'badges:column.plate' : 'badges:column.badge'),
        width: '9.5rem',
        value: stateWord,
        cell: (entry) => (
          <Tag
            tone={
              printsOf(entry).length > 0
                ? 'good'
                : STATE_TONES[plate ? 'not-printed' : stateOf(entry)]
            }
          >
            {stateWord(entry)}
          </Tag>
        ),
      },
      {
        id: 'capacity',
        header: t('badges:column.capacity'),
        width: narrow ? 'minmax(11rem, 0.6fr)' : 'minmax(10.75rem, 1fr)',
        value: ({ nomination }) => capacities.get(nomination.capacity) ?? '',
      },
      {
        id: 'last',
        header: t('badges:column.last'),
        width: '10.5rem',
        hidden: narrow,
        value: (entry) => printsOf(entry)[0]?.at ?? null,
        text: (entry) => printsOf(entry)[0]?.at ?? null,
        cell: (entry) => {
          const [last] = printsOf(entry);
          if (last === undefined) return null;
          const day = wallClock(last.at, timeZone).slice(0, 10);
          const time = formatTime(last.at, i18n.language, timeZone);
          return `${formatDay(day, i18n.language, 'short')}, ${time}`;
        },
      },
    ];
  }, [t, i18n.language, plate, timeZone, narrow]);
  return (
    <>
      <DataTable
        label={t('badges:title')}
        tableId="badges"
        filter={t('badges:filter.words')}
        rows={entries}
        idOf={({ id }) => id}
        columns={columns}
        initialSort={SORT}
        selected={open}
        selection={marked}
        onSelect={({ id }) => onOpen(id)}
        onOpen={({ id }) => onOpen(id)}
        onExport={setExported}
        empty={<Empty title={t('badges:empty.filtered')} />}
      />
      <ExportDialog table={exported} title={t('badges:title')} onClose={() => setExported(null)} />
    </>
  );
}

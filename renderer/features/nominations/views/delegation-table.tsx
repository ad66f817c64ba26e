import { Button } from '@mantine/core';
import { IconMail, IconStarFilled } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Modality } from '@shared/domain/nomination/types';
import { capOf } from '@shared/domain/nomination/warnings';
import { DataTable, type Column } from '../../../ui/data-table';
import type { RowSelection } from '../../../ui/row-selection';
import type { TableText } from '../../../ui/table-text';
import { Tag } from '../../../ui/tag';
import { useNarrow } from '../../../ui/use-narrow';
import { PartyName } from '../parts/party-name';
import classes from '../nominations.module.css';
import type { DelegationEntry } from './use-delegations';

interface Props {
  readonly entries: readonly DelegationEntry[];
  readonly meeting: Meeting;
  readonly open: string | null;
  readonly marked: RowSelection;
  readonly onOpen: (party: string) => void;
  readonly onLetters: (parties: readonly string[]) => void;
  readonly onExport: (table: TableText) => void;
}

const SORT = [{ id: 'delegation', desc: false }];

/** Every partner of the programme, with whom it sends and what is missing. */
export function DelegationTable(props: Props) {
  const { entries, meeting, open, marked, onOpen, onLetters, onExport } = props;
  const { t } = useTranslation(['nominations', 'domain']);
  const narrow = useNarrow();
  const columns = useMemo((): Column<DelegationEntry>[] => {
    const share = (modality: Modality): Column<DelegationEntry> => {
      const cap = capOf(meeting, modality);
      return {
        id: modality,
        header: t(`domain:modality.${modality}`),
        width: '6rem',
        align: 'end',
        value: ({ expected }) => expected[modality],
        cell: ({ expected }) =>
          cap === null ? (
            expected[modality]
          ) : (
            <span className={classes.share} data-over={expected[modality] > cap || undefined}>
              {t('nominations:delegation.ofCap', { count: expected[modality], cap })}
            </span>
          ),
      };
    };
    return [
      {
        id: 'delegation',
        header: t('nominations:column.delegation'),
        width: 'minmax(13rem, 1.6fr)',
        value: ({ partyName, known }) => `${partyName} ${known?.code ?? ''}`,
        text: ({ partyName }) => partyName,
        cell: ({ known }) => <PartyName party={known} />,
      },
      {
        id: 'missing',
        header: t('nominations:delegation.missing'),
        width: 'minmax(11.5rem, 1.1fr)',
        value: ({ gaps }) =>
          gaps.map((gap) => t(`nominations:delegation.gap.${gap}`)).join(', ') || null,
        cell: ({ gaps }) => (
          <span className={classes.gaps}>
            {gaps.map((gap) => (
              <Tag key={gap} tone={gap === 'no-nomination' ? 'neutral' : 'warning'}>
                {t(`nominations:delegation.gap.${gap}`)}
              </Tag>
            ))}
          </span>
        ),
      },
      {
        id: 'head',
        header: t('nominations:delegation.head'),
        width: 'minmax(9rem, 1.1fr)',
        value: ({ headNames }) => headNames || null,
        cell: ({ headNames }) =>
          headNames === '' ? null : (
            <span className={classes.head}>
              <IconStarFilled size={14} aria-hidden />
              <bdi>{headNames}</bdi>
            </span>
          ),
      },
      {
        id: 'people',
        header: t('nominations:delegation.people'),
        width: 'minmax(8rem, 1.4fr)',
        // Their names are in the panel of the delegation.
        hidden: narrow,
        value: ({ names }) => names || null,
        cell: ({ names }) => <bdi>{names}</bdi>,
      },
      share('in-person'),
      share('virtual'),
      {
        id: 'waiting',
        header: t('nominations:delegation.waiting'),
        width: '6rem',
        align: 'end',
        value: ({ waiting }) => waiting,
        cell: ({ waiting }) => (waiting === 0 ? null : waiting),
      },
    ];
  }, [t, meeting, narrow]);
  return (
    <DataTable
      label={t('nominations:delegation.list')}
      rows={entries}
      idOf={idOf}
      columns={columns}
      initialSort={SORT}
      filter={t('nominations:delegation.filter')}
      tableId="delegations"
      selection={marked}
      selected={open}
      onOpen={({ id }) => onOpen(id)}
      onExport={onExport}
      toolbar={
        marked.selected.size > 0 && (
          <Button
            leftSection={<IconMail size={16} aria-hidden />}
            onClick={() => onLetters([...marked.selected])}
          >
            {t('nominations:bulk.letters')}
          </Button>
        )
      }
    />
  );
}

function idOf({ id }: DelegationEntry): string {
  return id;
}

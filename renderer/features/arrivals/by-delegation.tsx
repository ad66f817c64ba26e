import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Arrivals, Overview } from '@shared/domain/attendance/overview';
import { nameIn } from '@shared/domain/language';
import { ExportDialog } from '@renderer/features/nominations';
import type { MeetingPeople } from '../../db/meeting-people';
import { DataTable, type Column } from '../../ui/data-table';
import type { TableText } from '../../ui/table-text';
import classes from './arrivals.module.css';

interface Delegation extends Arrivals {
  readonly id: string;
  readonly name: string;
  readonly code: string;
}

interface Props {
  readonly model: MeetingPeople;
  readonly overview: Overview;
  /** The delegation to which the list below is narrowed. */
  readonly chosen: string | null;
  readonly onChoose: (party: string) => void;
}

const FIGURES = ['expected', 'here', 'online', 'left', 'missing'] as const;

/** As wide as the longest of its words. */
const WIDTHS = {
  expected: '6.25rem',
  here: '4.75rem',
  online: '5.25rem',
  left: '4.5rem',
  missing: '7rem',
} as const;

const NOTHING: ReadonlySet<string> = new Set();
const SORT = [{ id: 'delegation', desc: false }];

/** Each delegation in one line; a click narrows the list of people to it. */
export function ByDelegation({ model, overview, chosen, onChoose }: Props) {
  const { t, i18n } = useTranslation('arrivals');
  const [marked, setMarked] = useState(NOTHING);
  const [exported, setExported] = useState<TableText | null>(null);
  const rows = useMemo(
    () =>
      [...overview.byParty].map(([id, counts]): Delegation => {
        const party = model.parties.get(id);
        return {
          ...counts,
          id,
          code: party?.code ?? '',
          name: party === undefined ? t('noDelegation') : nameIn(party.names, i18n.language),
        };
      }),
    [overview, model.parties, t, i18n.language],
  );
  const columns = useMemo(
    (): Column<Delegation>[] => [
      {
        id: 'delegation',
        header: t('column.delegation'),
        width: 'minmax(8.5rem, 1fr)',
        // The code is found as well.
        value: ({ name, code }) => `${name} ${code}`,
        cell: ({ name }) => name,
        text: ({ name }) => name,
      },
      ...FIGURES.map((figure): Column<Delegation> => ({
        id: figure,
        header: t(`figure.${figure}`),
        width: WIDTHS[figure],
        align: 'end',
        value: (row) => row[figure],
        ...(figure === 'missing'
          ? {
              cell: ({ missing }: Delegation) => (
                <span className={classes.missing} data-some={missing > 0}>
                  {missing}
                </span>
              ),
            }
          : {}),
      })),
    ],
    [t],
  );
  return (
    <>
      <DataTable
        label={t('byDelegation')}
        rows={rows}
        idOf={idOf}
        columns={columns}
        initialSort={SORT}
        filter={t('filterDelegations')}
        selected={chosen}
        selection={{ selected: marked, onChange: setMarked }}
        onOpen={({ id }) => onChoose(id)}
        onExport={setExported}
        tableId="arrivals-delegations"
        height="21rem"
      />
      <ExportDialog
        table={exported}
        title={t('byDelegation')}
        personal={false}
        onClose={() => setExported(null)}
      />
    </>
  );
}

const idOf = ({ id }: Delegation) => id;

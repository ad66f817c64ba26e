import { IconAlertCircle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import { onlineIn, staysAt, type OnlineResult } from '@shared/statistics/virtual/online-result';
import { ExportDialog } from '@renderer/features/nominations';
import { DataTable, type Column } from '../../../ui/data-table';
import { Section } from '../../../ui/page';
import { Empty } from '../../../ui/states';
import type { TableText } from '../../../ui/table-text';
import { marginIn, type ResultRow } from './rows';
import { StandingTag } from './standing-tag';
import { Axis, Strip } from './strip';
import type { ResultWords } from './use-words';
import type { Scale } from './zoom';
import classes from './result.module.css';

interface Props {
  readonly result: OnlineResult;
  readonly rows: readonly ResultRow[];
  /** The sessions that are looked at, by their places in the result. */
  readonly sessions: readonly number[];
  readonly scale: Scale;
  readonly words: ResultWords;
  readonly chosen: string | null;
  readonly onChoose: (row: ResultRow) => void;
}

const SORT = [{ id: 'name', desc: false }];

/** Participants × time: each in one line, with what is behind it a key away. */
export function Timeline(props: Props) {
  const { rows, words, sessions, chosen, onChoose } = props;
  const { t } = useTranslation('virtualResult');
  const [table, setTable] = useState<TableText | null>(null);
  const columns = useColumns(props);
  const title = sessions.length === 1 ? words.session(sessions[0] ?? 0) : t('timeline');
  return (
    <Section title={title}>
      <DataTable
        label={t('timeline')}
        rows={rows}
        idOf={idOf}
        columns={columns}
        initialSort={SORT}
        filter={t('filter')}
        tableId="virtual-result"
        selected={chosen}
        onOpen={onChoose}
        onExport={setTable}
        height="32rem"
        empty={<Empty title={t('nobodyShown')}>{t('nobodyShownHint')}</Empty>}
      />
      <ExportDialog table={table} title={t('exportTitle')} onClose={() => setTable(null)} />
    </Section>
  );
}

const idOf = ({ id }: ResultRow) => id;

function useColumns({ result, sessions, scale, words }: Props): Column<ResultRow>[] {
  const { t, i18n } = useTranslation(['virtualResult', 'domain']);
  const { language } = i18n;
  return useMemo(() => {
    const sittings = sessions.flatMap((at) => result.sittings[at] ?? []);
    const several = sessions.length > 1;
    const staysOf = ({ at }: ResultRow) => (at === null ? [] : staysAt(result, at));
    const spoken = (row: ResultRow) => {
      const text = words.stays(staysOf(row), scale.windows);
      return text === '' ? t('virtualResult:notOnline') : text;
    };
    /** Every margin, each with its session, where there are several. */
    const margins = ({ at }: ResultRow): string => {
      if (at === null) return '';
      return sessions
        .flatMap((session) => {
          const { minutes, sitting } = onlineIn(result, at, session);
          const margin = marginIn(minutes, sitting);
          if (margin === null) return [];
          const text = words.margin(margin);
          return [several ? `${words.session(session)}: ${text}` : text];
        })
        .join('; ');
    };
    return [
      {
        id: 'name',
        header: t('virtualResult:column.name'),
        width: 'minmax(9.5rem, 1.3fr)',
        value: ({ name, native }) => [name, native].filter(Boolean).join(' '),
        cell: ({ name }) => <bdi className={classes.name}>{name}</bdi>,
        text: ({ name }) => name,
      },
      {
        id: 'delegation',
        header: t('virtualResult:column.delegation'),
        width: 'minmax(7rem, 1fr)',
        value: ({ delegation }) => delegation,
      },
      {
        id: 'capacity',
        header: t('virtualResult:column.capacity'),
        width: 'minmax(8rem, 1fr)',
        value: ({ capacity }) => (capacity === null ? '' : t(`domain:capacity.${capacity}`)),
        hidden: true,
      },
      {
        id: 'standing',
        header: t('virtualResult:column.standing'),
        width: '11.5rem',
        value: ({ standing }) => t(`virtualResult:standing.${standing}`),
        cell: ({ standing }) => <StandingTag standing={standing} />,
      },
      {
        id: 'minutes',
        header: t('virtualResult:column.minutes'),
        width: '6rem',
        align: 'end',
        value: ({ minutes }) => Math.floor(minutes),
        cell: ({ minutes }) => formatNumber(Math.floor(minutes), language),
        hidden: true,
      },
      {
        id: 'margin',
        header: several
          ? t('virtualResult:column.closestMargin')
          : t('virtualResult:column.margin'),
        width: 'minmax(15rem, 1fr)',
        value: ({ closest }) => closest?.margin.by ?? null,
        cell: ({ closest, near }) =>
          closest !== null && (
            <span
              className={classes.margin}
              data-near={near || undefined}
              title={several ? words.session(closest.session) : undefined}
            >
              {near && (
                <IconAlertCircle size={15} aria-label={t('virtualResult:near')} role="img" />
              )}
              {words.shortMargin(closest.margin)}
            </span>
          ),
        text: margins,
      },
      {
        id: 'stays',
        header: t('virtualResult:column.stays'),
        headerCell: (
          <Axis
            title={t('virtualResult:column.stays')}
            scale={scale}
            sittings={sittings}
            words={words}
            wide={sittings.length <= 2}
          />
        ),
        width: 'minmax(11.5rem, 3fr)',
        sortable: false,
        value: () => null,
        cell: (row) => (
          <Strip scale={scale} sittings={sittings} stays={staysOf(row)} label={spoken(row)} />
        ),
        text: (row) => words.stays(staysOf(row), scale.windows),
      },
    ];
  }, [result, sessions, scale, words, t, language]);
}

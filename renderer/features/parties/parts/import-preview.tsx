import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '@shared/codecs/issue';
import type { ComparedRow, RegistryProblem, RegistryVerdict } from '@shared/codecs/parties/compare';
import { nameIn } from '@shared/domain/language';
import { formatNumber } from '@shared/i18n/format';
import { DataTable, type Column } from '../../../ui/data-table';
import { Empty } from '../../../ui/states';
import type { TableText } from '../../../ui/table-text';
import { Tag } from '../../../ui/tag';
import { ExportDialog } from '../../nominations';
import classes from '../parties.module.css';

const VERDICTS = ['error', 'changed', 'new', 'same'] as const satisfies readonly RegistryVerdict[];
const TONES = { new: 'good', changed: 'accent', same: 'neutral', error: 'bad' } as const;

const NOTHING_MARKED: ReadonlySet<string> = new Set();

/** Every row with what taking it over would do. Nothing is written yet. */
export function ImportPreview({ rows }: { rows: readonly ComparedRow[] }) {
  const { t, i18n } = useTranslation('parties');
  const [only, setOnly] = useState<RegistryVerdict | 'all'>('all');
  const [marked, setMarked] = useState(NOTHING_MARKED);
  const [exported, setExported] = useState<TableText | null>(null);
  const columns = useColumns();
  const counts = useMemo(() => Map.groupBy(rows, ({ verdict }) => verdict), [rows]);
  const label = (which: RegistryVerdict | 'all', count: number) =>
    `${t(`import.verdicts.${which}`)} ${formatNumber(count, i18n.language)}`;
  // What would change, or cannot, comes first.
  const ordered = useMemo(
    () => [...rows].sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict)),
    [rows],
  );
  return (
    <div className={classes.preview}>
      <SegmentedControl
        aria-label={t('import.show')}
        value={only}
        data={[
          { value: 'all', label: label('all', rows.length) },
          ...VERDICTS.map((value) => ({
            value,
            label: label(value, counts.get(value)?.length ?? 0),
          })),
        ]}
        onChange={(value) => setOnly(VERDICTS.find((one) => one === value) ?? 'all')}
      />
      <DataTable
        label={t('import.title')}
        rows={only === 'all' ? ordered : (counts.get(only) ?? [])}
        idOf={({ row }) => String(row)}
        columns={columns}
        tableId="registry-import"
        filter={t('import.filter')}
        selection={{ selected: marked, onChange: setMarked }}
        onExport={setExported}
        empty={<Empty title={t('import.noneOfThese')} />}
      />
      <ExportDialog
        table={exported}
        title={t('import.title')}
        personal={false}
        onClose={() => setExported(null)}
      />
    </div>
  );
}

function useColumns(): Column<ComparedRow>[] {
  const { t, i18n } = useTranslation(['parties', 'journal']);
  const issueWords = useIssueWords();
  return useMemo(() => {
    const what = ({ changed, issues }: ComparedRow) =>
      [
        ...changed.map((field) => t(`journal:field.parties.${field}`)),
        ...issues.map(issueWords),
      ].join(' · ');
    return [
      {
        id: 'row',
        header: t('parties:import.row'),
        width: '5rem',
        align: 'end',
        value: ({ row }) => row,
      },
      {
        id: 'verdict',
        header: t('parties:import.verdict'),
        width: '8rem',
        value: ({ verdict }) => t(`parties:import.verdicts.${verdict}`),
        cell: ({ verdict }) => (
          <Tag tone={TONES[verdict]}>{t(`parties:import.verdicts.${verdict}`)}</Tag>
        ),
      },
      { id: 'code', header: t('parties:field.code'), width: '6.5rem', value: ({ code }) => code },
      {
        id: 'name',
        header: t('parties:field.name'),
        width: 'minmax(9rem, 1fr)',
        value: ({ taken }) => nameIn(taken.fields.names, i18n.language),
        cell: ({ taken }) => <bdi>{nameIn(taken.fields.names, i18n.language)}</bdi>,
      },
      {
        id: 'what',
        header: t('parties:import.what'),
        width: 'minmax(12rem, 2fr)',
        value: what,
        cell: (row) => <span title={what(row)}>{what(row)}</span>,
      },
    ];
  }, [t, i18n.language, issueWords]);
}

function useIssueWords(): (issue: Issue<RegistryProblem>) => string {
  const { t } = useTranslation('parties');
  return useMemo(
    () => (issue) => {
      const { code, value, params } = issue;
      const shared = { code: String(params['code'] ?? value ?? ''), value: value ?? '' };
      switch (code) {
        case 'kind-unknown':
        case 'status-unreadable':
        case 'designation-unreadable':
        case 'footnote-unreadable':
        case 'flag-unknown':
        case 'language-unknown':
        case 'value-unfit':
        case 'twice':
          return t(`import.issue.${code}`, { ...shared, column: String(params['column'] ?? '') });
        default:
          return t(`problem.${code}`, shared);
      }
    },
    [t],
  );
}

import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TAKES, type Choices } from '@shared/codecs/nominations/choice';
import { wholeName } from '@shared/codecs/nominations/name';
import type { NominationRow, Verdict } from '@shared/codecs/nominations/types';
import { DataTable, type Column } from '../../../ui/data-table';
import type { RowSelection } from '../../../ui/row-selection';
import type { TableText } from '../../../ui/table-text';
import { Empty } from '../../../ui/states';
import { Tag } from '../../../ui/tag';
import type { Tone } from '../../../ui/tones';
import type { KnownParties } from '../known-parties';
import { COMPARED_FIELDS } from '../use-field-words';
import { wordsFor } from '../words-for';
import { PartyName } from '../parts/party-name';
import type { IssueWords } from '../use-issue-words';
import classes from '../nominations.module.css';

const VERDICTS = ['new', 'changed', 'same', 'conflict', 'error'] as const satisfies Verdict[];

const TONES: Record<Verdict, Tone> = {
  new: 'good',
  changed: 'accent',
  same: 'neutral',
  conflict: 'warning',
  error: 'bad',
};

export function verdictTone(verdict: Verdict): Tone {
  return TONES[verdict];
}

interface Props {
  readonly rows: readonly NominationRow[];
  readonly choices: Choices;
  /** Rows come from several worksheets: each says which. */
  readonly sheets: boolean;
  readonly words: IssueWords;
  readonly parties: KnownParties;
  readonly selected: string | null;
  /** A row's detail stands beside: what it says is not repeated here. */
  readonly compact: boolean;
  readonly marked: RowSelection;
  /** Hears of the rows that the filter leaves. */
  readonly onShown: (rows: readonly NominationRow[]) => void;
  /** What can be done with many rows. */
  readonly toolbar: ReactNode;
  readonly onOpen: (row: NominationRow) => void;
  readonly onExport: (table: TableText) => void;
}

/** The rows of the file, one a line, each with its verdict and the first thing to say of it. */
export function PreviewTable(props: Props) {
  const { rows, choices, sheets, words, parties, selected, compact, marked, onShown, onOpen } =
    props;
  const { t } = useTranslation(['nominations', 'imports']);
  const columns = useMemo((): Column<NominationRow>[] => {
    // Looked up once, not for each of 20,000 rows.
    const verdicts = wordsFor(VERDICTS, (one) => t(`import.verdict.${one}`));
    const fields = wordsFor(COMPARED_FIELDS, (one) => t(`compared.${one}`));
    const takes = wordsFor(TAKES, (one) => t(`imports:take.short.${one}`));
    const knownPerson = t('import.knownPerson');
    const about = (row: NominationRow): string => {
      const said = row.issues.map((issue) => words.text(issue, row));
      if (said.length > 0) return said.join(' ');
      const changes = row.changes.map(({ field }) => fields[field]);
      const known = row.verdict === 'new' && row.match !== null;
      return [...(known ? [knownPerson] : []), ...changes].join(', ');
    };
    const all: Column<NominationRow>[] = [
      {
        id: 'row',
        header: t('import.rowColumn.row'),
        width: '4.75rem',
        align: 'end',
        value: ({ row }) => row,
      },
      ...(sheets
        ? [
            {
              id: 'sheet',
              header: t('import.sheet'),
              width: 'minmax(6rem, 0.6fr)',
              value: ({ sheet }: NominationRow) => sheet,
            },
          ]
        : []),
      {
        id: 'verdict',
        header: t('import.rowColumn.verdict'),
        width: '8.5rem',
        value: ({ verdict, key }) => {
          const take = choices.get(key)?.take;
          return take === undefined ? verdicts[verdict] : `${verdicts[verdict]} ${takes[take]}`;
        },
        cell: ({ verdict, key }) => {
          const take = choices.get(key)?.take;
          return take === undefined ? (
            <Tag tone={verdictTone(verdict)}>{verdicts[verdict]}</Tag>
          ) : (
            <Tag tone="neutral">{takes[take]}</Tag>
          );
        },
      },
      {
        id: 'name',
        header: t('import.rowColumn.name'),
        width: 'minmax(11rem, 1.4fr)',
        value: ({ name }) => [wholeName(name), name.native].filter(Boolean).join(' '),
        cell: ({ name }) => (
          <span className={classes.nameCell}>
            <bdi className={classes.name}>{wholeName(name)}</bdi>
            {name.native !== '' && <bdi className={classes.native}>{name.native}</bdi>}
          </span>
        ),
      },
      {
        id: 'party',
        header: t('import.rowColumn.party'),
        width: 'minmax(9rem, 1.1fr)',
        value: ({ partyText }) => partyText,
        cell: ({ party, partyText }) =>
          party === null ? (
            <bdi className={classes.asWritten}>{partyText}</bdi>
          ) : (
            <PartyName party={parties.byId.get(party)} />
          ),
      },
      {
        id: 'email',
        header: t('import.rowColumn.email'),
        width: 'minmax(9rem, 1.1fr)',
        value: ({ emails }) => emails.join(', '),
      },
      {
        id: 'about',
        header: t('import.rowColumn.about'),
        width: 'minmax(12rem, 2.4fr)',
        value: about,
      },
    ];
    return compact ? all.slice(0, sheets ? 5 : 4) : all;
  }, [t, words, parties, compact, choices, sheets]);
  return (
    <DataTable
      label={t('import.rowsLabel')}
      rows={rows}
      idOf={idOf}
      columns={columns}
      filter={t('import.rowFilter')}
      selected={selected}
      selection={marked}
      onShown={onShown}
      toolbar={props.toolbar}
      onOpen={onOpen}
      // Beside a row's detail there is room for the rows alone.
      {...(compact ? {} : { tableId: 'import', onExport: props.onExport })}
      empty={<Empty title={t('import.noneOfThese')} />}
    />
  );
}

function idOf({ key }: NominationRow): string {
  return key;
}

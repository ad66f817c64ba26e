import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isProvisional } from '@shared/domain/nomination/rules';
import { CAPACITIES, modalitySchema, nominationStateSchema } from '@shared/domain/nomination/types';
import { WARNING_CODES, type NominationWarning } from '@shared/domain/nomination/warnings';
import { formatDay } from '@shared/i18n/format';
import { DataTable, type Column } from '../../../ui/data-table';
import type { RowSelection } from '../../../ui/row-selection';
import type { TableText } from '../../../ui/table-text';
import { Tag } from '../../../ui/tag';
import { useNarrow } from '../../../ui/use-narrow';
import { stateTone } from '../state-tone';
import { useSourceWords } from '../use-field-words';
import type { NominationEntry } from '../use-nominations';
import classes from '../nominations.module.css';
import { wordsFor } from '../words-for';
import { PartyName } from './party-name';

interface Props {
  readonly entries: readonly NominationEntry[];
  /** Warnings by nomination. */
  readonly warnings: ReadonlyMap<string, readonly NominationWarning[]>;
  readonly open: string | null;
  readonly marked: RowSelection;
  readonly onOpen: (entry: NominationEntry) => void;
  readonly onExport: (table: TableText) => void;
}

const SORT = [
  { id: 'delegation', desc: false },
  { id: 'name', desc: false },
];

/** Every nomination of the meeting, one a row. */
export function NominationTable(props: Props) {
  const { entries, warnings, open, marked, onOpen, onExport } = props;
  const { t, i18n } = useTranslation(['nominations', 'domain', 'walkIn']);
  const sourceWords = useSourceWords();
  const narrow = useNarrow();
  const columns = useMemo((): Column<NominationEntry>[] => {
    // Looked up once, not for each of 20,000 rows.
    const capacities = wordsFor(CAPACITIES, (one) => t(`domain:capacity.${one}`));
    const modalities = wordsFor(modalitySchema.options, (one) => t(`domain:modality.${one}`));
    const states = wordsFor(nominationStateSchema.options, (one) =>
      t(`domain:nominationState.${one}`),
    );
    const short = wordsFor(WARNING_CODES, (one) => t(`nominations:warning.short.${one}`));
    const stateOf = ({ nomination }: NominationEntry) =>
      isProvisional(nomination) ? t('walkIn:provisional') : states[nomination.state];
    const codesOf = (id: string) => [...new Set(warnings.get(id)?.map(({ code }) => code))];
    return [
      {
        id: 'name',
        header: t('nominations:column.name'),
        width: 'minmax(11.5rem, 2fr)',
        // The native name is searched as well; sorting goes by what stands first.
        value: ({ name, person }) => [name, person?.native ?? ''].filter(Boolean).join(' '),
        cell: ({ name, person }) => (
          <span className={classes.nameCell}>
            <bdi className={classes.name}>{name}</bdi>
            {person !== undefined && person.native !== '' && person.native !== name && (
              <bdi className={classes.native}>{person.native}</bdi>
            )}
          </span>
        ),
      },
      {
        id: 'delegation',
        header: t('nominations:column.delegation'),
        width: 'minmax(10rem, 1.5fr)',
        value: ({ party, partyName }) => `${partyName} ${party?.code ?? ''}`,
        cell: ({ party }) => <PartyName party={party} />,
      },
      {
        id: 'capacity',
        header: t('nominations:column.capacity'),
        width: 'minmax(10.75rem, 1fr)',
        value: ({ nomination }) => capacities[nomination.capacity],
      },
      {
        id: 'modality',
        header: t('nominations:column.modality'),
        width: '6.5rem',
        value: ({ nomination }) => modalities[nomination.modality],
      },
      {
        id: 'state',
        header: t('nominations:column.state'),
        width: 'minmax(10rem, 0.6fr)',
        value: stateOf,
        cell: (entry) => <Tag tone={stateTone(entry.nomination.state)}>{stateOf(entry)}</Tag>,
      },
      {
        id: 'institution',
        header: t('nominations:column.institution'),
        width: 'minmax(9rem, 1.8fr)',
        hidden: narrow,
        value: ({ person }) => person?.institution ?? null,
      },
      {
        id: 'received',
        header: t('nominations:column.received'),
        width: '8.5rem',
        // A list of its own is by the day received.
        hidden: narrow,
        value: ({ nomination }) => nomination.receivedOn,
        cell: ({ nomination }) =>
          nomination.receivedOn === null
            ? null
            : formatDay(nomination.receivedOn, i18n.language, 'medium'),
        text: ({ nomination }) => nomination.receivedOn,
      },
      {
        id: 'warnings',
        header: t('nominations:column.warnings'),
        width: 'minmax(8.5rem, 1fr)',
        value: ({ id }) =>
          codesOf(id)
            .map((code) => short[code])
            .join(', ') || null,
        cell: ({ id }) =>
          codesOf(id).map((code) => (
            <Tag key={code} tone="warning">
              {short[code]}
            </Tag>
          )),
      },
      {
        id: 'walkIn',
        header: t('walkIn:title'),
        hidden: true,
        value: ({ nomination }) => (nomination.walkIn ? t('walkIn:title') : null),
      },
      {
        id: 'emails',
        header: t('nominations:fact.emails'),
        hidden: true,
        value: ({ person }) => person?.emails.join(', ') ?? null,
      },
      {
        id: 'jobTitle',
        header: t('nominations:fact.jobTitle'),
        hidden: true,
        value: ({ person }) => person?.jobTitle ?? null,
      },
      {
        id: 'source',
        header: t('nominations:fact.source'),
        hidden: true,
        value: ({ nomination }) => nomination.source?.number ?? null,
        cell: ({ nomination }) => sourceWords(nomination.source),
        text: ({ nomination }) => sourceWords(nomination.source),
      },
    ];
  }, [t, i18n.language, warnings, sourceWords, narrow]);
  return (
    <DataTable
      label={t('nominations:list')}
      rows={entries}
      idOf={idOf}
      columns={columns}
      initialSort={SORT}
      filter={t('nominations:filter')}
      tableId="nominations"
      selection={marked}
      selected={open}
      onOpen={onOpen}
      onExport={onExport}
    />
  );
}

function idOf({ id }: NominationEntry): string {
  return id;
}

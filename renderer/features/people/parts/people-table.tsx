import { TextInput } from '@mantine/core';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { meetingName } from '@shared/codecs/documents/names';
import { nameIn } from '@shared/domain/language';
import { scheduleOf } from '@shared/domain/meeting/rules';
import { listName } from '@shared/domain/person/rules';
import { ExportDialog } from '@renderer/features/nominations';
import { enoughToSearch } from '@shared/matching/query';
import { DataTable, type Column } from '../../../ui/data-table';
import type { TableText } from '../../../ui/table-text';
import { Empty } from '../../../ui/states';
import { Tag } from '../../../ui/tag';
import { usePeopleIndex } from '../index-people';
import type { PeopleModel, PersonEntry } from '../use-people';
import classes from '../people.module.css';

const NOBODY: ReadonlySet<string> = new Set();
const SORT = [{ id: 'name', desc: false }];
/** Beyond that nobody reads on; typing one more letter is quicker. */
const MOST_FOUND = 500;

/** Everybody, found as the desk finds them: any part of the name in any order and script. */
export function PeopleTable({ model }: { readonly model: PeopleModel }) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const columns = useColumns();
  const [typed, setTyped] = useState('');
  const [exported, setExported] = useState<TableText | null>(null);
  const [marked, setMarked] = useState(NOBODY);
  const words = useDeferredValue(typed);
  const index = usePeopleIndex(model);
  const byId = useMemo(() => new Map(model.entries.map((one) => [one.id, one])), [model]);
  const rows = useMemo(
    () =>
      index !== null && enoughToSearch(words)
        ? index.search(words, MOST_FOUND).flatMap(({ id }) => byId.get(id) ?? [])
        : model.entries,
    [words, index, byId, model],
  );
  if (model.entries.length === 0) {
    return (
      <Empty icon={<IconUsers size={28} stroke={1.5} />} title={t('empty.title')}>
        {t('empty.hint')}
      </Empty>
    );
  }
  return (
    <>
      <TextInput
        className={classes.search}
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyped('');
        }}
      />
      <DataTable
        label={t('part.all')}
        tableId="people"
        rows={rows}
        idOf={idOf}
        columns={columns}
        initialSort={SORT}
        selection={{ selected: marked, onChange: setMarked }}
        toolbar={<span />}
        empty={<Empty title={t('nobody', { words: typed })}>{t('nobodyHint')}</Empty>}
        onOpen={({ id }) => void navigate(`/people/${id}`)}
        onExport={setExported}
      />
      <ExportDialog table={exported} title={t('title')} onClose={() => setExported(null)} />
    </>
  );
}

const idOf = ({ id }: PersonEntry): string => id;

function useColumns(): Column<PersonEntry>[] {
  const { t, i18n } = useTranslation('people');
  const { language } = i18n;
  return useMemo(
    (): Column<PersonEntry>[] => [
      {
        id: 'name',
        header: t('column.name'),
        width: 'minmax(12rem, 1.6fr)',
        value: ({ person }) => listName(person),
        cell: ({ person, records }) => (
          <span className={classes.nameCell}>
            <bdi className={classes.name}>{listName(person)}</bdi>
            {person.forgotten && <Tag>{t('forgotten')}</Tag>}
            {records.length > 1 && (
              <Tag tone="accent">{t('records', { count: records.length })}</Tag>
            )}
          </span>
        ),
      },
      {
        id: 'native',
        header: t('column.native'),
        width: 'minmax(8rem, 1.1fr)',
        value: ({ person }) => person.native,
        cell: ({ person }) => <bdi>{person.native}</bdi>,
      },
      {
        id: 'parties',
        header: t('column.parties'),
        width: 'minmax(9rem, 1.2fr)',
        value: ({ parties }) => parties.map(({ names }) => nameIn(names, language)).join(', '),
      },
      {
        id: 'institution',
        header: t('column.institution'),
        width: 'minmax(8rem, 1.2fr)',
        value: ({ person }) => person.institution,
      },
      {
        id: 'last',
        header: t('column.last'),
        width: 'minmax(10rem, 1.4fr)',
        value: ({ meetings: [last] }) => (last === undefined ? null : scheduleOf(last).start),
        cell: ({ meetings: [last] }) => last && meetingName(last, language),
        text: ({ meetings: [last] }) => (last === undefined ? null : meetingName(last, language)),
      },
      {
        id: 'meetings',
        header: t('column.meetings'),
        width: '7.5rem',
        align: 'end',
        value: ({ meetings }) => meetings.length,
      },
      {
        id: 'emails',
        header: t('column.emails'),
        width: 'minmax(10rem, 1.2fr)',
        hidden: true,
        value: ({ records }) => [...new Set(records.flatMap(({ emails }) => emails))].join(', '),
      },
    ],
    [t, language],
  );
}

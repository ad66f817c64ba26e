import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { listName } from '@shared/domain/person/rules';
import { personsOf, type Login } from '@shared/domain/virtual/types';
import { Permitted } from '@renderer/features/operators';
import { DataTable, type Column } from '../../../ui/data-table';
import { Empty } from '../../../ui/states';
import { minutesOf } from '../use-virtual';
import { usePile } from './pile';

/** Logins that are settled, by what or whom; each decision can be taken back. */
export function DecidedList({ logins }: { readonly logins: readonly Login[] }) {
  const { t } = useTranslation('virtual');
  const { book, decide } = usePile();
  const names = (login: Login): string =>
    personsOf(login.link)
      .map((id) => book.person(id))
      .map((person) => (person === undefined ? t('unknownPerson') : listName(person)))
      .join('; ');
  const by = (login: Login): string => {
    if (login.link === null) return '';
    return login.link.kind === 'persons' ? t(`by.${login.link.by}`) : t(`why.${login.link.why}`);
  };
  const columns: Column<Login>[] = [
    { id: 'name', header: t('column.login'), value: (login) => login.name },
    {
      id: 'email',
      header: t('column.email'),
      value: (login) => login.email,
      width: 'minmax(9rem, 1.4fr)',
    },
    { id: 'person', header: t('column.person'), value: names },
    { id: 'by', header: t('column.by'), value: by, width: '12rem' },
    { id: 'minutes', header: t('column.minutes'), value: minutesOf, width: '6rem', align: 'end' },
    {
      id: 'reopen',
      header: t('column.reopen'),
      value: () => null,
      sortable: false,
      width: '10rem',
      cell: (login) => (
        <Permitted act="login.linked">
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => void decide.decide([{ login, link: null, remember: false }])}
          >
            {t('reopen')}
          </Button>
        </Permitted>
      ),
    },
  ];
  return (
    <DataTable
      label={t('decidedLogins')}
      rows={logins}
      idOf={(login) => login.id}
      columns={columns}
      filter={t('filter')}
      height="28rem"
      empty={<Empty title={t('pileEmpty')} />}
    />
  );
}

import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { formatNumber } from '@shared/i18n/format';
import { Page, PageHeader } from '../../ui/page';
import { Loaded } from '../../ui/states';
import { DuplicateList } from './parts/duplicate-list';
import { PeopleTable } from './parts/people-table';
import { useDuplicates } from './use-duplicates';
import { usePeople, type PeopleModel } from './use-people';
import classes from './people.module.css';

/** Everybody over all meetings, and who of them may be recorded twice. */
export function PeoplePage() {
  const { t } = useTranslation('people');
  const model = usePeople();
  return (
    <Page width="full">
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Loaded of={model}>{(value) => <Parts model={value} />}</Loaded>
    </Page>
  );
}

function Parts({ model }: { readonly model: PeopleModel }) {
  const { t, i18n } = useTranslation('people');
  const [query, setQuery] = useSearchParams();
  const duplicates = useDuplicates(model);
  const part = query.get('part') === 'duplicates' ? 'duplicates' : 'all';
  const likely =
    duplicates.state === 'ready'
      ? duplicates.value.filter(({ likelihood }) => likelihood !== 'weak').length
      : 0;
  return (
    <Tabs
      className={classes.tabs}
      value={part}
      onChange={(wanted) =>
        setQuery(wanted === 'duplicates' ? { part: wanted } : {}, { replace: true })
      }
      keepMounted={false}
      variant="pills"
    >
      <Tabs.List aria-label={t('title')}>
        <Tabs.Tab value="all">{t('part.all')}</Tabs.Tab>
        <Tabs.Tab value="duplicates">
          {t('part.duplicates')}
          {likely > 0 ? ` (${formatNumber(likely, i18n.language)})` : ''}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel className={classes.panel} value="all" pt="md">
        <PeopleTable model={model} />
      </Tabs.Panel>
      <Tabs.Panel value="duplicates" pt="md">
        <Loaded of={duplicates}>{(pairs) => <DuplicateList model={model} pairs={pairs} />}</Loaded>
      </Tabs.Panel>
    </Tabs>
  );
}

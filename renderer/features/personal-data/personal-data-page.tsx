import { Tabs } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Roots } from '@shared/domain/person/roots';
import type { Person } from '@shared/domain/person/types';
import { useRecords } from '../../db/hooks';
import { Page, PageHeader } from '../../ui/page';
import { Loaded } from '../../ui/states';
import { DueList } from './parts/due-list';
import { ForgetDialog } from './parts/forget-dialog';
import { ForgottenList } from './parts/forgotten-list';
import { PersonFinder } from './parts/person-finder';

const PARTS = ['due', 'person', 'forgotten'] as const;
type Part = (typeof PARTS)[number];

/** What is kept about people, for how long, and how it is forgotten. */
export function PersonalDataPage() {
  const { t } = useTranslation('personal');
  const [query, setQuery] = useSearchParams();
  const people = useRecords('people');
  const [asked, setAsked] = useState<readonly Person[] | null>(null);
  const part = PARTS.find((one) => one === query.get('part')) ?? 'due';
  const forgotten = useMemo(
    () => (people.state === 'ready' ? people.value.filter((one) => one.forgotten).length : 0),
    [people],
  );
  const show = (wanted: string | null) => {
    setQuery(wanted === null || wanted === 'due' ? {} : { part: wanted }, { replace: true });
  };

  const content = (all: Person[]): Record<Part, React.ReactNode> => {
    // Whoever is forgotten is forgotten whole: every record of the same human being is.
    const ask = (chosen: readonly Person[]) => setAsked(allRecordsOf(chosen, all));
    return {
      due: <DueList people={all} onForget={ask} />,
      person: <PersonFinder people={all} onForget={(person) => ask([person])} />,
      forgotten: <ForgottenList people={all} />,
    };
  };

  return (
    <Page width="wide">
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Tabs value={part} onChange={show} keepMounted={false} variant="pills">
        <Tabs.List aria-label={t('title')}>
          {PARTS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`part.${one}`)}
              {one === 'forgotten' && forgotten > 0 ? ` (${forgotten})` : ''}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Loaded of={people}>
          {(all) =>
            PARTS.map((one) => (
              <Tabs.Panel key={one} value={one} pt="md">
                {one === part && content(all)[one]}
              </Tabs.Panel>
            ))
          }
        </Loaded>
      </Tabs>
      {asked !== null && <ForgetDialog people={asked} onClose={() => setAsked(null)} />}
    </Page>
  );
}

function allRecordsOf(chosen: readonly Person[], all: readonly Person[]): Person[] {
  const roots = new Roots(all);
  const wanted = new Set(chosen.flatMap(({ id }) => roots.recordsOf(id)));
  return all.filter(({ id, forgotten }) => wanted.has(id) && !forgotten);
}

import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Login } from '@shared/domain/virtual/types';
import { formatNumber } from '@shared/i18n/format';
import { Page, PageHeader, Section } from '../../ui/page';
import { Failed, Loading } from '../../ui/states';
import { DecidedList } from './parts/decided-list';
import { ImportReport } from './parts/import-report';
import { OpenList } from './parts/open-list';
import { ReportList } from './parts/report-list';
import { useSuggestions, type ReadyModel } from './use-virtual';

const PILES = ['confirm', 'unmatched', 'linked', 'nobody'] as const;
type Pile = (typeof PILES)[number];

/** Reports in, logins sorted into piles, and a human's word on everything that is not certain. */
export function Virtual({ model }: { readonly model: ReadyModel }) {
  const { t, i18n } = useTranslation('virtual');
  const suggestions = useSuggestions(model);
  const [pile, setPile] = useState<Pile | null>(null);
  const { logins } = model;

  const piles = useMemo(() => {
    const sorted: Record<Pile, Login[]> = { confirm: [], unmatched: [], linked: [], nobody: [] };
    const matches = suggestions.state === 'ready' ? suggestions.matches : new Map<string, never>();
    for (const login of logins) {
      if (login.link !== null) {
        sorted[login.link.kind === 'persons' ? 'linked' : 'nobody'].push(login);
        continue;
      }
      const match = matches.get(login.id);
      const suggested =
        match !== undefined && (match.linked !== null || match.candidates.length > 0);
      sorted[suggested ? 'confirm' : 'unmatched'].push(login);
    }
    for (const list of Object.values(sorted)) list.sort((a, b) => a.name.localeCompare(b.name));
    return sorted;
  }, [logins, suggestions]);

  const shown = pile ?? PILES.find((one) => piles[one].length > 0) ?? 'confirm';
  return (
    <Page>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle', { count: logins.length, open: open(piles) })}
      />
      <ImportReport model={model} />
      {model.reports.length > 0 && (
        <>
          <ReportList model={model} />
          <Section>
            <SegmentedControl
              fullWidth
              aria-label={t('piles')}
              value={shown}
              onChange={(value) => setPile(PILES.find((one) => one === value) ?? null)}
              data={PILES.map((one) => ({
                value: one,
                label: `${t(`pile.${one}`)} (${formatNumber(piles[one].length, i18n.language)})`,
              }))}
            />
            {(shown === 'linked' || shown === 'nobody') && (
              <DecidedList key={shown} model={model} logins={piles[shown]} />
            )}
            {(shown === 'confirm' || shown === 'unmatched') &&
              (suggestions.state === 'working' ? (
                <Loading label={t('matching')} />
              ) : suggestions.state === 'failed' ? (
                <Failed detail={suggestions.message} />
              ) : (
                <OpenList
                  key={shown}
                  model={model}
                  logins={piles[shown]}
                  matches={suggestions.matches}
                />
              ))}
          </Section>
        </>
      )}
    </Page>
  );
}

function open(piles: Record<Pile, readonly Login[]>): number {
  return piles.confirm.length + piles.unmatched.length;
}

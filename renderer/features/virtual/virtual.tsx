import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Page, PageHeader } from '../../ui/page';
import { BeforeProvider, useBeforeOf } from './before';
import { standingLogins } from './import/reviewing';
import { ImportReport } from './parts/import-report';
import { ReportList } from './parts/report-list';
import { Piles } from './piles/piles';
import { PartSwitch } from './result/part-switch';
import type { ReadyModel } from './use-virtual';

/** Reports in, logins sorted into piles, and a human's word on everything that is not certain. */
export function Virtual({ model }: { readonly model: ReadyModel }) {
  const { t } = useTranslation('virtual');
  const { reports, logins, people } = model;
  // What a corrected report has taken the place of is decided on no more.
  const standing = useMemo(
    () => standingLogins({ people, reports, logins }),
    [people, reports, logins],
  );
  const before = useBeforeOf(model.meeting.id);
  const open = standing.filter(({ link }) => link === null).length;
  return (
    <Page>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle', { count: standing.length, open })}
        others={<PartSwitch />}
      />
      <BeforeProvider value={before}>
        <ImportReport model={model} />
        {reports.length > 0 && (
          <>
            <ReportList model={model} />
            <Piles model={model} logins={standing} />
          </>
        )}
      </BeforeProvider>
    </Page>
  );
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { evidenceLogins } from '@shared/statistics/virtual/evidence';
import { Page, PageHeader } from '../../ui/page';
import { ImportReport } from './parts/import-report';
import { ReportList } from './parts/report-list';
import { Piles } from './piles/piles';
import { PartSwitch } from './result/part-switch';
import type { ReadyModel } from './use-virtual';

/** Reports in, logins sorted into piles, and a human's word on everything that is not certain. */
export function Virtual({ model }: { readonly model: ReadyModel }) {
  const { t } = useTranslation('virtual');
  const { reports, logins } = model;
  // What a corrected report has taken the place of is decided on no more.
  const standing = useMemo(() => evidenceLogins(reports, logins), [reports, logins]);
  const open = standing.filter(({ link }) => link === null).length;
  return (
    <Page>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle', { count: standing.length, open })}
        others={<PartSwitch />}
      />
      <ImportReport model={model} />
      {reports.length > 0 && (
        <>
          <ReportList model={model} />
          <Piles model={model} logins={standing} />
        </>
      )}
    </Page>
  );
}

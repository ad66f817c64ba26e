import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

/** The page has two parts: whose logins these are, and what came out of it. */
export function PartSwitch() {
  const { t } = useTranslation('virtualResult');
  const [query, setQuery] = useSearchParams();
  return (
    <SegmentedControl
      aria-label={t('part.label')}
      value={query.get('part') === 'result' ? 'result' : 'logins'}
      data={[
        { value: 'logins', label: t('part.logins') },
        { value: 'result', label: t('part.result') },
      ]}
      onChange={(part) => setQuery(part === 'result' ? { part } : {}, { replace: true })}
    />
  );
}

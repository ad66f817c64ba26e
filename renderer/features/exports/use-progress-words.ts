import { useTranslation } from 'react-i18next';
import type { JobProgress } from '../../workers/jobs';

/** What a worker is doing to a document, in words. */
export function useProgressWords(): (progress: JobProgress | null) => string {
  const { t } = useTranslation('exports');
  return (progress) => {
    switch (progress?.phase) {
      case 'counting':
        return t('progress.counting');
      case 'writing':
        return t('progress.writing');
      default:
        return t('progress.reading');
    }
  };
}

import { useTranslation } from 'react-i18next';
import { PROBLEMS } from './schema';

/** The words for a field's error code; `undefined` when there is none. */
export function useProblem(): (code: string | undefined) => string | undefined {
  const { t } = useTranslation('meetings');
  return (code) => {
    if (code === undefined) return undefined;
    const known = PROBLEMS.find((one) => one === code);
    return known === undefined ? t('problem.other') : t(`problem.${known}`);
  };
}

import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import type { PrintResult } from './run';

/** What became of printing, in words. */
export function usePrintWords() {
  const { t, i18n } = useTranslation('badges');
  const number = (value: number) => formatNumber(value, i18n.language);
  return (result: PrintResult): string => {
    if (result.ok) {
      const { printed, files } = result;
      return t(files.length === 1 ? 'printed.file' : 'printed.files', {
        ...{ count: printed, number: number(printed), name: files.at(-1) ?? '' },
        files: number(files.length),
      });
    }
    if (result.reason === 'nothing') return t('stopped.nothing');
    if (result.reason === 'reason-missing') {
      return t('again.count', {
        count: result.items.length,
        number: number(result.items.length),
      });
    }
    const why = t(`stopped.${result.reason}`, { name: result.file ?? '' });
    if (result.printed === 0) return why;
    const counts = { printed: number(result.printed), total: number(result.total) };
    return `${why} ${t('stopped.before', counts)}`;
  };
}

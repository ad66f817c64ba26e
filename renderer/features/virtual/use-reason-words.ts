import { useTranslation } from 'react-i18next';
import type {
  DroppedCode,
  RepairedCode,
  ReportIssueCode,
  ReportRefusal,
} from '@shared/codecs/platform-reports/types';
import type { Resources } from '@shared/i18n/i18n';
import { useFileWords } from '../files';

type Worded = keyof Resources['virtual']['problem'];
type FileCode = Parameters<typeof isReportCode>[0];

/** What only a platform's report can have wrong; the rest is true of any file. */
const CODES = [
  'ambiguous-date-order',
  'mixed-date-orders',
  'other-day',
  'truncated',
  'fewer-than-announced',
  'no-times',
  'column-by-values',
  'no-rows',
  'no-dates',
  'not-recognised',
] as const satisfies readonly (ReportIssueCode | ReportRefusal)[] & readonly Worded[];

function isReportCode(code: string): code is (typeof CODES)[number] {
  return CODES.some((one) => one === code);
}

type Params = Readonly<Record<string, string | number>>;

/** Words for what a reader says of a whole report. */
export function useReportWords(): (code: FileCode, params: Params) => string {
  const { t } = useTranslation('virtual');
  const fileWords = useFileWords();
  return (code, params) => {
    if (isReportCode(code)) return t(`problem.${code}`, { ...params });
    return fileWords(code, params) ?? t('problem.other', { code });
  };
}

/** Words for why a row was dropped or repaired. */
export function useRowWords(): (code: DroppedCode | RepairedCode, params: Params) => string {
  const { t } = useTranslation('virtual');
  return (code, params) => t(`row.${code}`, { ...params });
}

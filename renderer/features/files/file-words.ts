import { useTranslation } from 'react-i18next';
import type { CsvIssueCode, CsvRefusal } from '@shared/codecs/csv/read';
import type { TextIssueCode, TextRefusal } from '@shared/codecs/text/decode';
import type { WorkbookIssueCode, WorkbookRefusal } from '@shared/codecs/xlsx/read';
import type { Resources } from '@shared/i18n/i18n';

type FileProblem =
  TextRefusal | TextIssueCode | CsvRefusal | CsvIssueCode | WorkbookRefusal | WorkbookIssueCode;

type Worded = keyof Resources['files']['problem'];

/** Every code has words of its own: a new one does not compile before it has. */
const KEYS: Record<FileProblem, Worded> = {
  empty: 'empty',
  'not-text': 'not-text',
  'too-large': 'too-large',
  'wrong-encoding': 'wrong-encoding',
  'encoding-guessed': 'encoding-guessed',
  'nul-removed': 'nul-removed',
  'undecodable-bytes': 'undecodable-bytes',
  'cut-off': 'cut-off',
  'too-many-rows': 'too-many-rows',
  'too-many-columns': 'too-many-columns',
  'cell-too-long': 'cell-too-long',
  'unclosed-quote': 'unclosed-quote',
  'stray-quote': 'stray-quote',
  damaged: 'damaged',
  'zip-bomb': 'zip-bomb',
  'too-many-parts': 'too-many-parts',
  'not-a-workbook': 'not-a-workbook',
  'password-protected': 'password-protected',
  'old-workbook': 'old-workbook',
  'too-many-sheets': 'too-many-sheets',
  'too-many-cells': 'too-many-cells',
  'formula-cached-value': 'formula-cached-value',
  'formula-without-value': 'formula-without-value',
  'error-cells': 'error-cells',
  'merged-cells-filled': 'merged-cells-filled',
  'merged-cells': 'merged-cells',
  'hidden-sheet': 'hidden-sheet',
};

/** Words for what can be wrong with a file as such; `null` for a code that is not about files. */
export function useFileWords() {
  const { t } = useTranslation('files');
  return (code: string, params: Readonly<Record<string, string | number>>): string | null =>
    Object.hasOwn(KEYS, code)
      ? t(`problem.${KEYS[code as FileProblem]}`, { kind: '', limit: '', ...params })
      : null;
}

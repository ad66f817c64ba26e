import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { columnLetters } from '@shared/codecs/xlsx/cells';
import { useFileWords } from '../../files';
import type { OpenedList } from './import-step';
import classes from './import.module.css';

/** What the reader says of the file as such: encoding, merged cells, formulas. */
export function FileNotes({ list }: { readonly list: OpenedList }) {
  const { t } = useTranslation('nominations');
  const words = useFileWords();
  const taken = new Set(list.parts.map(({ sheet }) => sheet.name));
  const own = list.issues.filter(
    ({ params }) => params['sheet'] === undefined || taken.has(String(params['sheet'])),
  );
  if (own.length === 0) return null;
  return (
    <section className={classes.notes} aria-label={t('import.notes')}>
      <ul>
        {own.map(({ code, row, column, params }) => (
          <li key={`${code} ${params['sheet'] ?? ''} ${row ?? ''} ${column ?? ''}`}>
            <IconAlertTriangle size={18} aria-hidden />
            <span>
              <bdi>{list.file}</bdi>
              {': '}
              {row !== null && (
                <strong>
                  {column === null
                    ? t('import.inRow', { row })
                    : t('import.inCell', { row, column: columnLetters(column) })}{' '}
                </strong>
              )}
              {words(code, params) ?? t('import.otherProblem', { code })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

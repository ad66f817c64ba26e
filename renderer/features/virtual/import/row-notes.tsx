import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import { useRowWords } from '../use-reason-words';
import type { Review } from './incoming';
import classes from './import.module.css';

/** Rows that are drawn at first, and with every further request. */
const PAGE = 200;

/** Every row that does not count as it stands, with its number and the reason. */
export function RowNotes({ report }: Pick<Review, 'report'>) {
  const { t, i18n } = useTranslation(['reports', 'virtual']);
  const words = useRowWords();
  const [shown, setShown] = useState(PAGE);
  const { dropped, repaired } = report;
  const notes = useMemo(
    () => [...dropped, ...repaired].sort((a, b) => a.line - b.line),
    [dropped, repaired],
  );
  if (notes.length === 0) return null;
  const number = (value: number) => formatNumber(value, i18n.language);
  const left = notes.length - shown;
  return (
    <details className={classes.notes}>
      <summary>
        {t('virtual:rowNotes', {
          dropped: number(dropped.length),
          repaired: number(repaired.length),
        })}
      </summary>
      <ol>
        {notes.slice(0, shown).map((note, at) => (
          <li key={at}>
            <strong>{t('virtual:line', { line: note.line })}</strong>{' '}
            {words(note.code, { value: note.value ?? '', ...note.params })}
          </li>
        ))}
      </ol>
      {left > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + PAGE)}>
          {t('reports:moreRows', { count: left, number: number(left) })}
        </Button>
      )}
    </details>
  );
}

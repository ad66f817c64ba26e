import { useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { JOURNAL_NAMESPACES, type JournalStyle } from '@shared/codecs/journal/words';
import { useStore } from '../../db/hooks';
import { NameBook } from './name-book';

export interface PageStyle extends JournalStyle {
  readonly book: NameBook;
  /** Another number, other names. */
  readonly edition: number;
}

/** How operations are put into words here and now; another object when names have changed. */
export function useJournalStyle(): PageStyle {
  const store = useStore();
  const { i18n } = useTranslation(JOURNAL_NAMESPACES);
  const { language } = i18n;
  const book = useMemo(
    () => new NameBook(store, i18n.getFixedT(language, 'recommendations'), language),
    [store, i18n, language],
  );
  const edition = useSyncExternalStore(book.subscribe, book.snapshot);
  return useMemo(
    () => ({
      t: i18n.getFixedT(language, JOURNAL_NAMESPACES),
      names: book,
      book,
      language,
      timeZone: HERE,
      edition,
    }),
    [book, edition, i18n, language],
  );
}

/** The machine's time zone. */
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

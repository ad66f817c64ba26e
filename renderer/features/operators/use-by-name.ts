import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** In the order of their names, as the language of the interface sorts them. */
export function useByName<T extends { id: string; name: string }>(list: readonly T[]): T[] {
  const { language } = useTranslation('operators').i18n;
  return useMemo(() => {
    const { compare } = new Intl.Collator(language, { numeric: true });
    return [...list].sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  }, [list, language]);
}

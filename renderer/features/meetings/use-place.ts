import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn, type Names } from '@shared/domain/language';
import type { Meeting } from '@shared/domain/meeting/types';

export interface CountryName {
  /** ISO 3166-1 alpha-3. */
  readonly code: string;
  readonly names: Names;
}

const listeners = new Set<() => void>();
let countries: readonly CountryName[] = [];
let asked = false;

/** The table of countries is only fetched when a page needs names from it. */
async function load(): Promise<void> {
  const file = await import('@assets/countries.json');
  countries = file.default.countries;
  for (const listener of [...listeners]) listener();
}

/** Every country of the United Nations' M49 list; empty until it is loaded. */
export function useCountries(): readonly CountryName[] {
  useEffect(() => {
    if (asked) return;
    asked = true;
    void load();
  }, []);
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => countries,
  );
}

/** City and country of a meeting in the interface's language. */
export function usePlace(): (meeting: Pick<Meeting, 'city' | 'country'>) => string {
  const { t, i18n } = useTranslation('meetings');
  const known = useCountries();
  return useCallback(
    ({ city, country }) => {
      const found = known.find((one) => one.code === country);
      const name = found === undefined ? '' : nameIn(found.names, i18n.language);
      return [city, name].filter((part) => part !== '').join(', ') || t('placeOpen');
    },
    [known, i18n.language, t],
  );
}

import { useEffect, useState } from 'react';
import { nameIn } from '@shared/domain/language';
import type { PartyFields } from '@shared/domain/party/types';
import { countryFields } from '@shared/domain/programme/file';
import { countriesFileSchema, type Region } from '@shared/domain/programme/types';

/** The countries and regions of the United Nations' M49 list. */
interface World {
  readonly countries: readonly PartyFields[];
  readonly regions: readonly Region[];
}

let world: Promise<World> | null = null;

/** The table of countries is only fetched when a page needs names from it. */
function loadWorld(): Promise<World> {
  world ??= import('@assets/countries.json').then((file) => {
    const { countries, regions } = countriesFileSchema.parse(file.default);
    return { countries: countries.map(countryFields), regions };
  });
  return world;
}

const EMPTY: World = { countries: [], regions: [] };

/** Empty until it is loaded. */
export function useWorld(): World {
  const [loaded, setLoaded] = useState(EMPTY);
  useEffect(() => {
    let gone = false;
    loadWorld().then(
      (value) => {
        if (!gone) setLoaded(value);
      },
      () => {
        world = null;
      },
    );
    return () => {
      gone = true;
    };
  }, []);
  return loaded;
}

/** The name of a region by its M49 code; a text that is no code is shown as it is. */
export function regionName(
  regions: readonly Region[],
  region: string | null,
  language: string,
): string {
  const found = regions.find(({ m49 }) => m49 === region);
  return found === undefined ? (region ?? '') : nameIn(found.names, language);
}

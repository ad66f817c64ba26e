// Makes assets/countries.json from the M49 tables and UNTERM. Run by hand: see README.md here.
import { languages, namesAndArticles, readM49, readUnterm, regionsOf } from './source-tables.mjs';
import { writeAsset } from './source-tables.mjs';

/**
 * Rows of the tables that the United Nations' own M49 list does not have. The tables were taken
 * from a data set that adds it; United Nations usage does not list it apart.
 */
const notInM49 = new Set(['TWN']);

/** Names that the tables have wrong, with the reason. Each replaces what the M49 table says. */
const corrections = {
  // The UN short name is the French one in English and Spanish too (the other tables agree).
  CIV: { en: "Côte d'Ivoire" },
  // The Russian table has these two in the genitive.
  ALA: { ru: 'Аландские острова' },
  CCK: { ru: 'Кокосовые (Килинг) острова' },
};

const m49 = readM49();
const unterm = readUnterm();

/** UN short name (UNTERM) where there is one, else the name in the M49 table. */
function written(iso3) {
  return Object.fromEntries(
    languages.map((language) => [
      language,
      corrections[iso3]?.[language] ||
        unterm.get(iso3)[language] ||
        m49[language].get(iso3)['Country or Area'],
    ]),
  );
}

const iso3s = [...m49.en.keys()].filter((iso3) => !notInM49.has(iso3)).sort();
const countries = iso3s.map((iso3) => {
  const row = m49.en.get(iso3);
  return {
    code: iso3,
    iso2: row['ISO-alpha2 Code'],
    m49: row['M49 Code'],
    region: row['Region Code'] || null,
    subregion: row['Sub-region Code'] || null,
    ...namesAndArticles(written(iso3)),
  };
});

await writeAsset('countries.json', {
  format: 'rostrum-countries',
  version: 1,
  sources: [
    { key: 'unterm', title: 'UNTERM short names, as in datasets/country-codes (ODC-PDDL-1.0)' },
    { key: 'm49', title: 'United Nations Statistics Division, M49, in six languages' },
  ],
  regions: regionsOf(m49, iso3s),
  countries,
});

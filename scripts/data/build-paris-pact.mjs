// Makes assets/programmes/paris-pact.json from the tables of partners and the facts stated in the
// two source reports. Run by hand: see README.md here.
import {
  bodies,
  currentDesignation,
  flagsOf,
  footnotes,
  formerDesignations,
  membership,
  pillars,
  programme,
  sources,
} from './paris-pact-facts.mjs';
import { languages, namesAndArticles, readM49, readTable, regionsOf } from './source-tables.mjs';
import { writeAsset } from './source-tables.mjs';

/** Kinds as the table words them → kinds of the programme file. */
const organizationTypes = {
  regional: 'regional',
  intergovernmental: 'intergovernmental',
  'EU agency': 'eu-agency',
  UN: 'un-entity',
  'UN treaty body': 'un-treaty-body',
  'UN specialized agency': 'un-specialized-agency',
};

const memberOfUnknownDate = [{ status: 'member', from: null, until: null, ...membership }];

/** What a country and an organization have in common. */
const common = (code) => ({
  formerDesignations: formerDesignations[code] ?? [],
  statuses: memberOfUnknownDate,
  flags: flagsOf(code),
  footnote: footnotes[code] ?? null,
});

const m49 = readM49();
const regionCode = (iso3, kind) => m49.en.get(iso3)[`${kind} Code`];

function country(row) {
  const { names, articles } = namesAndArticles(
    Object.fromEntries(languages.map((language) => [language, row[`name_${language}`]])),
  );
  const brochure = row.name_in_brochure.replaceAll('’', "'");
  const m49Names = languages
    .map((language) => ({ language, name: m49[language].get(row.iso3)['Country or Area'] }))
    .map(({ language, name }) => ({ language, name: name.replaceAll('’', "'") }));
  return {
    kind: 'country',
    code: row.iso3,
    iso2: row.iso2,
    m49: row.m49,
    region: regionCode(row.iso3, 'Region'),
    subregion: regionCode(row.iso3, 'Sub-region'),
    names,
    articles,
    otherNames: [
      ...(brochure === names.en ? [] : [{ language: 'en', name: brochure, source: 'brochure' }]),
      ...m49Names
        .filter(({ language, name }) => name !== names[language] && !name.includes('_'))
        .map((other) => ({ ...other, source: 'm49' })),
    ],
    ...common(row.iso3),
    source: row.iso3 === 'TUR' ? { key: 'm49' } : { key: 'unterm' },
  };
}

/** "European … (brochure: European Police Office)" holds two names. */
const brochureRemark = / \(brochure: (.+)\)$/;

function organization(row) {
  const remark = brochureRemark.exec(row.name_en);
  const code = row.acronym;
  const current = currentDesignation[code];
  return {
    kind: 'organization',
    code,
    acronym: current?.acronym ?? code,
    type: organizationTypes[row.kind],
    names: {
      ...Object.fromEntries(languages.map((language) => [language, null])),
      en: current?.en ?? row.name_en.replace(brochureRemark, ''),
    },
    otherNames: remark ? [{ language: 'en', name: remark[1], source: 'brochure' }] : [],
    ...common(code),
    source: { key: current ? 'partners-table' : 'brochure' },
  };
}

const countries = readTable('partners/partners_countries.csv');
await writeAsset('programmes/paris-pact.json', {
  format: 'rostrum-programme',
  version: 1,
  id: 'paris-pact',
  ...programme,
  sources,
  regions: regionsOf(
    m49,
    countries.map((row) => row.iso3),
  ),
  pillars,
  bodies,
  parties: [
    ...countries.map(country),
    ...readTable('partners/partners_organizations.csv').map(organization),
  ],
});

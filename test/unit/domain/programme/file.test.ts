import { describe, expect, it } from 'vitest';
import countriesAsset from '@assets/countries.json';
import asset from '@assets/programmes/paris-pact.json';
import { UN_LANGUAGES } from '@shared/domain/language';
import { partyFields } from '@shared/domain/party/types';
import { designationOn, statusOn } from '@shared/domain/party/rules';
import { sortParties } from '@shared/domain/programme/collate';
import { countryFields, programmeRecords } from '@shared/domain/programme/file';
import { programmeFields } from '@shared/domain/programme/operations';
import { countriesFileSchema, programmeFileSchema } from '@shared/domain/programme/types';

const file = programmeFileSchema.parse(asset);
const countriesFile = countriesFileSchema.parse(countriesAsset);
const records = programmeRecords(file, false);
const party = (key: string) => {
  const found = records.parties.find((one) => one.key === key);
  if (!found) throw new Error(`no party ${key}`);
  return { id: key, ...found.fields };
};

describe('the programme file', () => {
  it('has four pillars, an expert group for each and one policy body', () => {
    expect(file.pillars.map((pillar) => pillar.number)).toEqual(['I', 'II', 'III', 'IV']);
    expect(file.bodies.filter((body) => body.kind === 'expert').map((body) => body.pillar)).toEqual(
      file.pillars.map((pillar) => pillar.id),
    );
    expect(file.bodies.filter((body) => body.kind === 'policy').map((body) => body.id)).toEqual([
      'pcg',
    ]);
    for (const { names } of [...file.pillars, ...file.bodies]) expect(names.ru).not.toBeNull();
  });

  it('has 58 countries and 23 organizations, each code once', () => {
    const kinds = file.parties.map((one) => one.kind);
    expect(kinds.filter((kind) => kind === 'country')).toHaveLength(58);
    expect(kinds.filter((kind) => kind === 'organization')).toHaveLength(23);
    expect(new Set(file.parties.map((one) => one.code)).size).toBe(81);
  });

  it('names every country in six languages, Türkiye too, and sets articles apart', () => {
    for (const one of file.parties) {
      if (one.kind === 'country') {
        for (const language of UN_LANGUAGES) {
          expect(one.names[language], `${one.code} ${language}`).not.toMatch(
            /\((the|l[aes']|el|los)\)/,
          );
        }
      }
    }
    expect(party('TUR').names).toEqual({
      en: 'Türkiye',
      fr: 'Türkiye',
      es: 'Türkiye',
      ru: 'Турция',
      ar: 'تركيا',
      zh: '土耳其',
    });
    const albania = file.parties.find((one) => one.code === 'ALB');
    expect(albania?.kind === 'country' && albania.articles.fr).toBe("l'");
  });

  it('invents no name of an organization: other languages are null', () => {
    for (const one of file.parties) {
      if (one.kind !== 'organization') continue;
      const { en, ...others } = one.names;
      expect(en).not.toBe('');
      expect(Object.values(others).every((name) => name === null)).toBe(true);
    }
  });

  it('cites only sources of its own list', () => {
    const known = new Set(file.sources.map((source) => source.key));
    const cited = [...JSON.stringify(file).matchAll(/"source":(?:\{"key":)?"([^"]+)"/g)];
    expect(cited.length).toBeGreaterThan(100);
    for (const [, key] of cited) expect(known).toContain(key);
  });

  it('knows donors, duty countries and the secretariat', () => {
    const flagged = (flag: string) =>
      file.parties
        .filter((one) => one.flags.some((own) => own.flag === flag))
        .map((one) => one.code);
    expect(flagged('donor')).toEqual(['FRA', 'NOR', 'RUS', 'USA']);
    expect(flagged('liaison-duty')).toEqual(['IRN', 'MKD', 'PAK', 'SRB', 'TUR', 'UZB']);
    expect(flagged('secretariat')).toEqual(['UNODC']);
    expect(party('UNMIK').footnote).toContain('resolution 1244');
  });
});

describe('the records of the programme', () => {
  it('fit the schemas of the records', () => {
    expect(() => programmeFields.parse(records.programme)).not.toThrow();
    for (const { fields } of records.parties) expect(() => partyFields.parse(fields)).not.toThrow();
    expect(records.programme.names).toEqual({
      en: 'Paris Pact initiative',
      fr: 'Initiative du Pacte de Paris',
      ru: 'Инициатива «Парижский пакт»',
    });
  });

  it.each([
    ['EMCDDA', '2023-06-13', 'EMCDDA', 'European Monitoring Centre for Drugs and Drug Addiction'],
    ['EMCDDA', '2024-07-01', 'EMCDDA', 'European Monitoring Centre for Drugs and Drug Addiction'],
    ['EMCDDA', '2024-07-02', 'EUDA', 'European Union Drugs Agency'],
    ['TUR', '2014-02-18', 'TUR', 'Turkey'],
    ['TUR', '2023-09-12', 'TUR', 'Türkiye'],
    ['MKD', '2023-09-12', 'MKD', 'North Macedonia'],
    ['SRB', '2023-09-12', 'SRB', 'Serbia'],
  ])('%s went on %s by %s, %s', (key, day, code, name) => {
    const designation = designationOn(party(key), day);
    expect([designation.code, designation.names.en]).toEqual([code, name]);
  });

  it('are members at every date, because no date is known', () => {
    for (const { key } of records.parties)
      expect(statusOn(party(key), '2023-12-11')).toBe('member');
  });

  it('sort the Republic of Moldova under R and Iran under I', () => {
    const codes = sortParties(
      records.parties.map(({ fields }) => fields),
      'en',
    ).map((one) => one.code);
    const around = (code: string) => codes.slice(codes.indexOf(code) - 1, codes.indexOf(code) + 2);
    expect(around('MDA')).toEqual(['PRT', 'MDA', 'ROU']);
    expect(around('IRN')).toEqual(['IND', 'IRN', 'IRL']);
    expect(codes.indexOf('CARICC')).toBe(58);
  });
});

describe('the file of all countries', () => {
  it('has each code once and agrees with the programme', () => {
    const { countries } = countriesFile;
    expect(countries).toHaveLength(248);
    for (const key of ['code', 'iso2', 'm49'] as const) {
      expect(new Set(countries.map((one) => one[key])).size).toBe(countries.length);
    }
    for (const one of file.parties) {
      if (one.kind !== 'country') continue;
      const same = countries.find((country) => country.code === one.code);
      expect(same?.names, one.code).toEqual(one.names);
      expect(same?.region).toBe(one.region);
    }
  });

  it('names a region and subregion of its own list for every country but Antarctica', () => {
    const regions = new Map(countriesFile.regions.map((region) => [region.m49, region.parent]));
    const without = countriesFile.countries.filter((one) => one.region === null);
    expect(without.map((one) => one.code)).toEqual(['ATA']);
    for (const one of countriesFile.countries) {
      if (one.subregion) expect(regions.get(one.subregion)).toBe(one.region);
    }
  });

  it('writes Côte d’Ivoire as the United Nations does', () => {
    const found = countriesFile.countries.find((one) => one.code === 'CIV');
    expect(found?.names.en).toBe("Côte d'Ivoire");
  });

  it('gives the fields of a party of no status', () => {
    const kenya = countriesFile.countries.find((one) => one.code === 'KEN');
    if (!kenya) throw new Error('no Kenya');
    const fields = countryFields(kenya);
    expect(() => partyFields.parse(fields)).not.toThrow();
    expect(statusOn(fields, '2023-01-01')).toBe('none');
  });
});

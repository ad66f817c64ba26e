import { describe, expect, it } from 'vitest';
import countriesAsset from '@assets/countries.json';
import programmeAsset from '@assets/programmes/paris-pact.json';
import { countryFields, programmeRecords } from '@shared/domain/programme/file';
import { countriesFileSchema, programmeFileSchema } from '@shared/domain/programme/types';
import { partyResolver } from '@shared/matching/party-names';
import type { PartyReading, PartyResolver } from '@shared/matching/party-names';

const file = programmeFileSchema.parse(programmeAsset);
const members = programmeRecords(file, false).parties.map(({ fields }) => fields);
const codes = new Set(members.map(({ code }) => code));
const everybody = [
  ...members,
  ...countriesFileSchema
    .parse(countriesAsset)
    .countries.filter(({ code }) => !codes.has(code))
    .map(countryFields),
];
const resolve = partyResolver(everybody);
const amongMembers = partyResolver(members);

const told = (reading: PartyReading<{ code: string }> | null): string => {
  if (reading === null) return 'nothing';
  if ('candidates' in reading) return `? ${reading.candidates.map(({ code }) => code).join(' ')}`;
  return [reading.party.code, reading.evidence, reading.language].filter(Boolean).join(' ');
};

describe('reading a text as a party', () => {
  it.each([
    ['BGR', 'BGR code'],
    ['bg', 'BGR code'],
    ['100', 'BGR code'],
    [' UNODC ', 'UNODC code'],
    ['coe', 'CoE code'],
    ['the EU', 'EU code'],
    ['EUDA', 'EUDA code'],
    ['EMCDDA', 'EUDA former-name'],
    ['European Monitoring Centre for Drugs and Drug Addiction', 'EUDA former-name en'],
    ['Bulgaria', 'BGR name en'],
    ['BULGARIA', 'BGR name en'],
    ['Russia', 'RUS name'],
    ['Turkey', 'TUR former-name en'],
    ['TURKIYE', 'TUR name en'],
    ['UK', 'GBR name'],
    ['U.K.', 'GBR name'],
    ['Great Britain', 'GBR name'],
    ['Iran', 'IRN name'],
    ['Islamic Republic of Iran', 'IRN name en'],
    ['Iran, Islamic Republic of', 'IRN name en'],
    ['Moldova', 'MDA name'],
    ['Republic of Moldova (the)', 'MDA name en'],
    ['Молдавия', 'MDA former-name'],
    ['Macedonia', 'MKD name'],
    ['Macedonia (FYR)', 'MKD former-name'],
    ['Macedonia (The former Yugoslav Republic of)', 'MKD former-name en'],
    ['Czech Republic', 'CZE name'],
    ['Bosnia & Herzegovina', 'BIH name en'],
    ['USA', 'USA code'],
    ['U.S.A.', 'USA code'],
    ['EE.UU.', 'USA name'],
    ['Holland', 'NLD name'],
    ['Netherlands (the)', 'NLD name en'],
    ['China (The People’s Republic of)', 'CHN name'],
    ['Afghanistan (Islamic Republic of)', 'AFG name'],
    ['Northern Ireland', 'GBR name'],
    ['Албания', 'ALB language ru'],
    ["Albanie (l')", 'ALB language fr'],
    ['Paises Bajos', 'NLD language es'],
    ['المانيا', 'DEU language ar'],
    ['中国', 'CHN language zh'],
    ['OMS', 'WHO name'],
    ['ЦАРИКЦ', 'CARICC name'],
    ['Interpol', 'INTERPOL code'],
    ['Council of Europe', 'CoE name en'],
    ['European Police Office', 'EUROPOL former-name'],
    ['Delegation of the Republic of Serbia', 'SRB name'],
    ['Permanent Mission of Türkiye', 'TUR name en'],
    ['Kenya', 'KEN name en'],
    ['Congo', 'COG name en'],
    ['Democratic Republic of the Congo', 'COD name en'],
  ])('%s → %s', (text, expected) => {
    expect(told(resolve(text))).toBe(expected);
  });

  it.each([
    ['Bulgeria', 'BGR misspelling'],
    ['Uzbekstan', 'UZB misspelling'],
    ['Sowitzerland', 'CHE misspelling'],
    ['Irelnd', 'IRL misspelling'],
    ['Slovania', '? SVK SVN'],
    ['Austrlia', '? AUS AUT'],
    ['Korea', '? KOR PRK'],
    ['Ministry of Interior, Bulgaria', '? BGR'],
    ['Serbia/UNODC', '? SRB UNODC'],
    ['Atlantis', 'nothing'],
    ['Бургундия', 'nothing'],
    ['Burgundia', 'nothing'],
    ['Ruritania', 'nothing'],
    ['Yalta', 'nothing'],
    ['Turkmenstann', 'TKM misspelling'],
    ['Republic', 'nothing'],
    ['of the', 'nothing'],
    ['', 'nothing'],
  ])('is not certain of %j: %s', (text, expected) => {
    expect(told(resolve(text))).toBe(expected);
  });

  it.each(['Iceland', 'Niger', 'Gambia', 'Iraq', 'Mali', 'Guinea'])(
    'never takes %s for a misspelled member',
    (text) => {
      expect(amongMembers(text)).toBeNull();
    },
  );

  it('reads every official name of every party as that party', () => {
    for (const party of everybody) {
      for (const name of Object.values(party.names)) {
        const reading = resolve(name);
        expect(reading && 'party' in reading ? reading.party.code : told(reading), name).toBe(
          party.code,
        );
      }
    }
  });

  it('reads what the brochure writes as the party that it means', () => {
    const readOne: PartyResolver<{ code: string }> = amongMembers;
    for (const facts of file.parties) {
      for (const { name } of facts.otherNames) {
        const reading = readOne(name);
        expect(reading && 'party' in reading ? reading.party.code : told(reading), name).toBe(
          facts.code,
        );
      }
    }
  });

  it('reads the captions of CLDR, as registration platforms write countries', () => {
    const captions = new Intl.DisplayNames(['en'], { type: 'region' });
    const read = everybody.flatMap(({ iso2 }) =>
      iso2 === null ? [] : [[iso2, told(resolve(captions.of(iso2) ?? ''))] as const],
    );
    expect(read.length).toBeGreaterThan(240);
    for (const [iso2, reading] of read) expect(reading, iso2).toMatch(/ (code|name|former-name)/);
  });

  it('reads a spelling as the party of which somebody said that it is meant', () => {
    const alias = (code: string, ...aliases: string[]) =>
      everybody.map((party) => (party.code === code ? { ...party, aliases } : party));
    const own = partyResolver(alias('BGR', 'Atlantis', 'Slovania', 'Korea'));
    expect(told(own('ATLANTIS'))).toBe('BGR alias');
    expect(told(own('Slovania'))).toBe('BGR alias');
    expect(told(own('Korea'))).toBe('BGR alias');
    // A name on file is what it is, whatever somebody said once.
    expect(told(partyResolver(alias('BGR', 'Austria'))('Austria'))).toBe('AUT name en');
    const two = alias('BGR', 'Atlantis').map((party) =>
      party.code === 'AUT' ? { ...party, aliases: ['Atlantis'] } : party,
    );
    expect(told(partyResolver(two)('Atlantis'))).toMatch(/^\? (AUT BGR|BGR AUT)$/);
  });

  it('takes display names from its caller', () => {
    const own = partyResolver(members, { displayNames: { BG: ['Bulharsko'] } });
    expect(told(own('bulharsko'))).toBe('BGR name');
    expect(told(resolve('bulharsko'))).toBe('nothing');
  });
});

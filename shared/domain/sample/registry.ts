import type { UnLanguage } from '../language';
import type { FocalPoint, PartyFields } from '../party/types';
import type { Chance } from './chance';
import { CULTURES, cultureOf } from './cultures';
import type { Ledger } from './ledger';
import { inventNames } from './people';

/**
 * Languages of correspondence, invented: no source says in which language a party writes. Those
 * that stand nowhere here have none on file.
 */
const CORRESPONDENCE: Partial<Record<UnLanguage, string>> = {
  en:
    'ALB AUS AUT BGR BIH CAN CYP CZE DEU DNK EST FIN GBR GEO GRC HRV HUN IND IRL JPN LTU LVA MKD ' +
    'MLT MNE NLD NOR PAK POL ROU SRB SVK SVN SWE TUR UKR USA CoE EMCDDA EUROPOL EU INCB INTERPOL ' +
    'NATO OSCE SELEC UNAIDS UNAMA UNMIK UNODC',
  fr: 'BEL CHE FRA LUX WCO',
  es: 'ESP',
  ru: 'ARM BLR KAZ KGZ RUS TJK TKM UZB CARICC CIS CSTO EAG',
  ar: 'ARE GCC-CICCD',
  zh: 'CHN',
};

/** One party in so many has a second person to write to. */
const SECOND_EVERY = 7;
/** One in so many has named nobody yet: the fourth, the thirteenth and so on. */
const NONE_EVERY = 9;
const NONE_FIRST = 3;

/** A footnote that held for a time, beside those without dates that the programme file brings. */
const DATED_FOOTNOTE = {
  party: 'EMCDDA',
  footnotes: [
    {
      text: '[Synthetic footnote] Listed under its former designation in the documents of 2023.',
      from: '2023-01-01',
      to: '2023-12-31',
    },
  ] satisfies PartyFields['footnotes'],
};

/** Writes what the register of parties holds besides the file: whom to write to, and how. */
export function recordRegistry(
  ledger: Ledger,
  chance: Chance,
  parties: ReadonlyMap<string, string>,
): void {
  const languages = Object.entries(CORRESPONDENCE).flatMap(([language, codes]) =>
    codes.split(' ').map((code) => [code, language] as const),
  );
  for (const [place, [code, language]] of languages.entries()) {
    const id = parties.get(code);
    if (id === undefined) continue;
    const count = place % NONE_EVERY === NONE_FIRST ? 0 : place % SECOND_EVERY === 0 ? 2 : 1;
    const focalPoints = Array.from({ length: count }, (_, number) =>
      focalPoint(chance, code, number),
    );
    const { party, footnotes } = DATED_FOOTNOTE;
    const set = { language, ...(code === party ? { footnotes } : {}) };
    const personal = count > 0 ? { personal: { focalPoints } } : {};
    ledger.write({ type: 'party.changed', id, set, ...personal });
  }
}

/** Somebody who receives letters for a party: an invented name at an address that reaches nobody. */
function focalPoint(chance: Chance, code: string, number: number): FocalPoint {
  const own = cultureOf(code);
  const culture = own ?? chance.among(Object.values(CULTURES));
  const { full, given, family } = inventNames(chance, culture, chance.holds(0.5));
  const institution = own
    ? chance.among(['Ministry of Foreign Affairs', 'Permanent mission in Vienna'])
    : `${code}, secretariat`;
  const local = `focal.point${number === 0 ? '' : number + 1}.${code.toLowerCase()}`;
  return {
    name: full || `${given} ${family}`,
    email: `${local}@example.org`,
    institution: `${institution} (synthetic)`,
  };
}

import type { Gender, PersonFields } from '../person/types';
import type { Chance } from './chance';
import { CULTURES, cultureOf, type Culture } from './cultures';
import type { Ledger } from './ledger';

/** An invented person, and the party that sends them. */
export interface SamplePerson {
  readonly id: string;
  /** Key of the party in the programme file. */
  readonly party: string;
  readonly fields: Omit<PersonFields, 'forgotten' | 'forgottenFor'>;
}

/** What a person does at home, which is not what they do at the meeting. */
export interface Employment {
  readonly institutions: readonly string[];
  readonly jobTitles: readonly string[];
}

/** Letters that have no decomposition into a plain one and an accent. */
const PLAIN: Record<string, string> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  ə: 'a',
};

export type InventedNames = Pick<PersonFields, 'family' | 'given' | 'full' | 'native'>;

/** A name of a culture, not necessarily a new one. */
export function inventNames(chance: Chance, culture: Culture, isFemale: boolean): InventedNames {
  const given = twoScripts(chance.among(words(isFemale ? culture.female : culture.male)));
  const stem = twoScripts(chance.among(words(culture.stems)));
  const ending = twoScripts(culture.families[isFemale ? 0 : 1]);
  const family = ending.latin.replace('*', stem.latin);
  const nativeFamily = ending.native.replace('*', stem.native);
  // A source that gives one name in one column is not split by guessing.
  const isUnsplit = chance.holds(0.02);
  return {
    family: isUnsplit ? '' : family,
    given: isUnsplit ? '' : given.latin,
    full: isUnsplit ? `${given.latin} ${family}` : '',
    native:
      given.native === ''
        ? ''
        : culture.familyFirst
          ? stem.native + given.native
          : `${given.native} ${nativeFamily}`,
  };
}

/** The invented people of the sample: no two have the same name or the same address. */
export class Roster {
  private readonly names = new Set<string>();
  private readonly addresses = new Set<string>();
  private readonly recorded = new Set<string>();

  constructor(
    private readonly chance: Chance,
    private readonly ledger: Ledger,
  ) {}

  /** Invents somebody whom `party` may send; nothing is recorded yet. */
  invent(party: string, employment: Employment): SamplePerson {
    const { chance } = this;
    const own = cultureOf(party);
    const culture: Culture = own ?? chance.among(Object.values(CULTURES));
    const isFemale = chance.holds(0.46);
    const names = this.freshNames(culture, isFemale);
    const gender: Gender = chance.holds(0.1) ? 'not-declared' : isFemale ? 'female' : 'male';
    const institution = own ? chance.among(employment.institutions) : `${party}, secretariat`;
    return {
      id: this.ledger.context.newId(),
      party,
      fields: {
        synthetic: true,
        mergedInto: null,
        ...names,
        honorific: this.honorificOf(gender),
        emails: [this.addressOf(names, party)],
        institution: `${institution} (synthetic)`,
        jobTitle: chance.among(employment.jobTitles),
        gender,
        languages: culture.languages.split(' '),
      },
    };
  }

  /** Records a person when they are named for the first time. */
  ensure({ id, fields }: SamplePerson): void {
    if (this.recorded.has(id)) return;
    this.recorded.add(id);
    const { synthetic, mergedInto: _none, ...personal } = fields;
    this.ledger.write({
      type: 'person.recorded',
      id,
      set: { synthetic },
      personal,
      subjects: [id],
    });
  }

  private freshNames(culture: Culture, isFemale: boolean): InventedNames {
    for (;;) {
      const names = inventNames(this.chance, culture, isFemale);
      const key = names.full || `${names.given} ${names.family}`;
      if (this.names.has(key)) continue;
      this.names.add(key);
      return names;
    }
  }

  private honorificOf(gender: Gender): string {
    if (this.chance.holds(0.12)) return 'Dr.';
    return gender === 'female' ? 'Ms.' : gender === 'male' ? 'Mr.' : '';
  }

  private addressOf(names: InventedNames, party: string): string {
    const local = names.full || `${names.given} ${names.family}`;
    const plain = local
      .toLowerCase()
      .normalize('NFD')
      .replace(/[ıłøđßæə]/g, (letter) => PLAIN[letter] ?? '')
      .replace(/[^a-z ]/g, '')
      .trim()
      .replace(/ +/g, '.');
    for (let number = 1; ; number += 1) {
      const suffix = number === 1 ? '' : String(number);
      const address = `${plain}${suffix}.${party.toLowerCase()}@example.org`;
      if (this.addresses.has(address)) continue;
      this.addresses.add(address);
      return address;
    }
  }
}

function words(list: string): string[] {
  return list.split(' ');
}

function twoScripts(text: string): { latin: string; native: string } {
  const [latin = '', native = ''] = text.split('|');
  return { latin, native };
}

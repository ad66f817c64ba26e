import { chanceOf } from '@shared/domain/sample/chance';
import type { ComparedPerson } from '@shared/matching/duplicates';

const SYLLABLES = (
  'ta be ko ze va mi so dre pa go lu ra he no bri sku fe dal mur tin gel hor jat kel lom nar ' +
  'pel qui rud sev tor ul vin wes yar zul'
).split(' ');
const ENDINGS = 'ev ova ić sen ski ez ulu ian man berg son oto'.split(' ');
const GIVEN = SYLLABLES.flatMap((one) => ['lia', 'ron', 'mar', 'nik'].map((end) => one + end));

/** Where an invented name is written in Cyrillic as well. */
const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('abdefghijklmnoprstuvyz', (letter, at) => [
    letter,
    'абдефгхижклмнопрстувыз'[at] ?? letter,
  ]),
);
const cyrillic = (text: string) => text.replace(/[a-z]/g, (one) => CYRILLIC[one] ?? one);

/**
 * People of 80 parties, made of syllables that mean nothing; every twentieth is recorded twice,
 * spelled a little otherwise. As lists grow, so does the number of different names.
 */
export function crowd(size: number, seed: number): ComparedPerson[] {
  const chance = chanceOf(seed);
  const random = () => chance.below(1_000_000) / 1_000_000;
  const pick = <One>(list: readonly One[]): One => list[Math.floor(random() * list.length)]!;
  const people: ComparedPerson[] = [];
  while (people.length < size) {
    const stem = pick(SYLLABLES) + pick(SYLLABLES) + (random() < 0.5 ? pick(SYLLABLES) : '');
    const family = stem[0]!.toUpperCase() + stem.slice(1) + pick(ENDINGS);
    const given = pick(GIVEN).replace(/^./, (letter) => letter.toUpperCase());
    const own = random() < 0.3;
    const at = people.length;
    const person: ComparedPerson = {
      id: `person-${String(at).padStart(6, '0')}`,
      ...{ family, given, full: '' },
      native: own ? cyrillic(`${family} ${given}`.toLowerCase()) : '',
      emails: random() < 0.7 ? [`${given}.${family}.${at}@example.org`] : [],
      institution: `Institution ${Math.floor(random() * 400)}`,
      parties: [`party-${Math.floor(random() * 80)}`],
      meetings: [`meeting-${Math.floor(random() * 20)}`],
    };
    people.push(person);
    if (random() < 0.05 && people.length < size) {
      people.push({
        ...person,
        id: `person-${String(at + 1).padStart(6, '0')}`,
        family: family.toUpperCase(),
        emails: random() < 0.5 ? person.emails : [],
        meetings: ['meeting-other'],
      });
    }
  }
  return people;
}

import { chanceOf } from '@shared/domain/sample/chance';
import { PARTIES } from './agreement';
import { inventedLogins } from './logins';
import { inventedPeople, type Invented } from './people';

const HEAD = 'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest';

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const two = (value: number): string => String(value).padStart(2, '0');

const NAMES = new Map(PARTIES.map(({ code, names }) => [code, names.en ?? code]));

/** The people of a webinar; the same seed makes the same ones. */
export function webinarPeople(count: number, seed: number): readonly Invented[] {
  return inventedPeople(
    count,
    seed,
    PARTIES.map(({ code }) => code),
  );
}

/**
 * A platform's report of a large webinar as the text of a file: `rows` joins of these people, each
 * of whom comes again under another spelling of their name.
 */
export function webinarReport(people: readonly Invented[], rows: number, seed: number): string {
  const partyName = (code: string): string => NAMES.get(code) ?? code;
  const chance = chanceOf(seed);
  const lines = [HEAD];
  for (let round = 0; lines.length <= rows; round += 1) {
    for (const { name, email } of inventedLogins(people, seed + round, partyName)) {
      if (lines.length > rows) break;
      const joined = `12/11/2023 ${two(9 + (round % 8))}:${two(chance.below(30))}:${two(chance.below(60))}`;
      const left = `12/11/2023 ${two(9 + (round % 8))}:${two(chance.between(30, 59))}:00`;
      lines.push([cell(name), email ?? '', joined, left, '30', 'Yes'].join(','));
    }
  }
  return `${lines.join('\n')}\n`;
}

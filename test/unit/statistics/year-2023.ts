import type { Modality } from '@shared/domain/nomination/types';
import type { PartyKind } from '@shared/domain/party/types';
import type { World } from '@shared/statistics/world';
import { attendance, meeting, meetingWorld, nomination, party, world } from './build-world';

/** The cycle of 2023: three expert meetings A, B, C and the policy meeting P. */
export const MEETINGS = { A: '2023-09-12', B: '2023-06-13', C: '2023-11-01', P: '2023-12-11' };
export type Letter = keyof typeof MEETINGS;
export const LETTERS = Object.keys(MEETINGS) as Letter[];

const PILLARS: Record<Letter, string[]> = { A: ['II'], B: ['III'], C: ['IV'], P: [] };
const AGREED: Record<Letter, number> = { A: 4, B: 10, C: 8, P: 0 };

export interface PartyAt {
  readonly id: string;
  readonly kind: PartyKind;
  readonly at: readonly Letter[];
}

/** Number of persons by the exact set of meetings they attended ("AB": both A and B). */
export type PersonCells = Readonly<Record<string, number>>;

/** As in `overlap_assignment_2023.json`; so many parties attended exactly these meetings. */
export const CELLS = {
  countries: {
    ...{ A: 4, B: 3, C: 1, AB: 4, AC: 1, BC: 1, ABC: 2, AP: 2, BP: 2, CP: 1 },
    ...{ ABP: 6, ACP: 2, BCP: 2, ABCP: 14, P: 3 },
  },
  organizations: { A: 1, B: 1, C: 1, AB: 2, ABC: 0, AP: 1, BP: 1, ABP: 2, ABCP: 4, P: 1 },
  participants: { AB: 2, BC: 1, AP: 1, BP: 1, CP: 1, A: 162, B: 141, C: 86, P: 106 },
} as const;

/** Parties made up to fill cells: `country-ABP-0`. */
export function partiesOfCells(
  cells: Readonly<Record<string, number>>,
  kind: PartyKind,
): PartyAt[] {
  return Object.entries(cells).flatMap(([key, count]) =>
    Array.from({ length: count }, (_, n) => ({
      id: `${kind}-${key}-${n}`,
      kind,
      at: [...key] as Letter[],
    })),
  );
}

/**
 * A year in which exactly these parties and so many persons attend. Everybody is nominated and
 * belongs to a party that is at all of their meetings; beside the participants every organization
 * of the first rank (`secretariat`) is represented by somebody who is none.
 */
export function yearOf2023(
  parties: readonly PartyAt[],
  persons: PersonCells,
  secretariat: string | null = null,
): World {
  const meetings = LETTERS.map((letter) => {
    const nominations = new Map<string, string>();
    for (const [key, count] of Object.entries(persons)) {
      const letters = [...key] as Letter[];
      if (!letters.includes(letter)) continue;
      const able = parties.filter(
        ({ id, at }) => id !== secretariat && letters.every((one) => at.includes(one)),
      );
      for (let n = 0; n < count; n++) nominations.set(`${key}-${n}`, able[n % able.length]!.id);
    }
    const staffed = parties.find(({ id, at }) => id === secretariat && at.includes(letter));
    const staff = staffed ? [nomination('staff', staffed.id, { capacity: 'secretariat' })] : [];
    const arrivals = [...nominations.keys(), ...staff.map(({ person }) => person)].map(
      (person, n): [string, Modality] => [person, n % 3 === 0 ? 'virtual' : 'in-person'],
    );
    return meetingWorld(meeting(letter, MEETINGS[letter], { pillars: PILLARS[letter] }), {
      nominations: [...[...nominations].map(([person, id]) => nomination(person, id)), ...staff],
      attendance: attendance(letter, arrivals),
      recommendations: Array.from({ length: AGREED[letter] }, (_, n) => ({
        id: `${letter}-${n}`,
        number: n + 1,
        pillar: PILLARS[letter][0] ?? null,
        state: 'endorsed' as const,
        endorsedAt: 'P',
      })),
    });
  });
  return world(
    meetings,
    parties.map(({ id, kind }) => party(id, kind)),
  );
}

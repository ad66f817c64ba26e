import { BADGE_ALPHABET, newBadgeCode } from '@shared/domain/badge/code';
import {
  BADGE_DEFAULTS,
  SCAN_DEFAULTS,
  type Badge,
  type KeptScan,
} from '@shared/domain/badge/types';
import { chanceOf } from '@shared/domain/sample/chance';
import { id, MEETING, PARTY } from '../nomination/build';

export { id, MEETING, PARTY };
export const OTHER_MEETING = id('aa');
export const DESK = id('f1');
export const OTHER_DESK = id('f2');
export const ALPHABET = Array.from(BADGE_ALPHABET);

/** So many codes from a seed. */
export function seededCodes(seed: number, count: number): string[] {
  const chance = chanceOf(seed);
  const random = (bytes: number) => Uint8Array.from({ length: bytes }, () => chance.below(256));
  return Array.from({ length: count }, () => newBadgeCode(random));
}

const CODES = seededCodes(7, 20);
export const codeAt = (at: number): string => CODES[at] ?? '';

export const badge = (end: string, fields: Partial<Badge> = {}): Badge => ({
  ...BADGE_DEFAULTS,
  ...{ id: id(`b${end}`), meeting: MEETING, code: codeAt(Number.parseInt(end, 16)) },
  ...{ person: id('e1'), ...fields },
});

export const floating = (end: string, fields: Partial<Badge> = {}): Badge =>
  badge(end, { kind: 'floating', person: null, party: PARTY, label: 'Delegation 1', ...fields });

export const scan = (fields: Partial<KeptScan> = {}): KeptScan => ({
  ...SCAN_DEFAULTS,
  ...{ id: id('5c'), meeting: MEETING, code: codeAt(1), when: '2026-11-21T08:52:00.000Z' },
  ...{ scopes: ['reception'], desk: DESK, ...fields },
});

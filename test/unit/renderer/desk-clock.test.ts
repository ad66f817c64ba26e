import { describe, expect, it } from 'vitest';
import { isBehind } from '@renderer/features/desk/acts/clock';
import { writeStamp } from '@shared/operation/clock';

const REPLICA = '01890000-0000-7000-8000-000000000001';
const NOW = '2026-11-21T09:00:00.000Z';
const stampAt = (minutes: number) =>
  writeStamp({ ms: Date.parse(NOW) + minutes * 60_000, counter: 0 }, REPLICA);

describe('a clock against the register’s last stamp', () => {
  it.each([
    ['an hour before it is wrong', 60, true],
    ['a day before it is wrong', 1440, true],
    ['a minute before it may be right', 1, false],
    ['after it is right', -300, false],
  ])('%s', (_name, minutes, wrong) => {
    expect(isBehind(NOW, stampAt(minutes))).toBe(wrong);
  });
});

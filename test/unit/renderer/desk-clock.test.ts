import { describe, expect, it } from 'vitest';
import { isAhead, isBehind, latestElsewhere } from '@renderer/features/desk/acts/clock';
import type { AttendanceEvent } from '@shared/domain/attendance/types';
import { writeStamp } from '@shared/operation/clock';

const REPLICA = '01890000-0000-7000-8000-000000000001';
const NOW = '2026-11-21T09:00:00.000Z';
const minutesOff = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
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

describe('a clock against what other desks have written down', () => {
  const event = (minutes: number, set: Partial<AttendanceEvent> = {}): AttendanceEvent => ({
    ...{ id: `e${minutes}`, kind: 'arrived', scope: 'reception', modality: 'in-person' },
    ...{ when: minutesOff(minutes), replica: '0a0a0a0a', source: 'scan', ...set },
  });
  const latest = (...events: AttendanceEvent[]) =>
    latestElsewhere(
      events.map((one) => ({ meeting: 'm', person: one.id, events: [one] })),
      REPLICA,
    );

  it.each([
    ['an hour later is wrong', 60, true],
    ['three minutes later is wrong', 3, true],
    ['two minutes later may be right', 2, false],
    ['earlier says nothing: it may have been on its way', -300, false],
  ])('%s', (_name, minutes, wrong) => {
    const elsewhere = latest(event(minutes));
    expect(elsewhere !== null && isAhead(elsewhere, NOW)).toBe(wrong);
  });

  it('takes the latest of all, whether somebody came or left', () => {
    const left = event(30, { kind: 'left', source: 'search' });
    expect(latest(event(5), left, event(10))).toBe(left);
  });

  it.each([
    ['its own', { replica: REPLICA.slice(0, 8) }],
    ['times that somebody wrote', { source: 'correction' }],
    ['the end of a session', { source: 'close-out' }],
    ['signatures', { source: 'paper' }],
    ['a platform’s report', { source: 'platform-report' }],
    ['made-up people', { source: 'generated' }],
  ] as const)('passes over %s', (_what, set) => {
    expect(latest(event(60, set))).toBeNull();
  });
});

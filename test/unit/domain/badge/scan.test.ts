import { describe, expect, it } from 'vitest';
import type { Attendance, AttendanceEvent } from '@shared/domain/attendance/types';
import {
  dismissScan,
  keepScan,
  settleScan,
  type SettlingPerson,
} from '@shared/domain/badge/decide';
import type { ScanAnswer } from '@shared/domain/badge/resolve';
import { counting } from '../../../support/deciding';
import { drafts } from '../nomination/build';
import {
  badge,
  codeAt,
  DESK,
  floating,
  id,
  MEETING,
  OTHER_DESK,
  OTHER_MEETING,
  scan,
} from './support';

const SESSION = `session:${id('51')}`;
const context = counting();

describe('keeping a scan', () => {
  const input = {
    ...{ meeting: MEETING, code: codeAt(1), scopes: ['reception', SESSION] },
    ...{ modality: 'in-person' as const, desk: DESK },
  };

  it('keeps code, time, scopes and desk', () => {
    expect(drafts(keepScan(counting(), input, []))).toMatchObject([
      {
        ...{ type: 'scan.kept', meeting: MEETING, subjects: [], personal: null },
        body: {
          id: id('1'),
          set: {
            ...{ code: codeAt(1), when: context.now, scopes: ['reception', SESSION] },
            ...{ modality: 'in-person', desk: DESK, state: 'waiting' },
          },
        },
      },
    ]);
  });

  it('keeps a code once, however often it is shown', () => {
    const kept = [scan({ scopes: ['reception', SESSION] })];
    expect(keepScan(context, input, kept)).toEqual({ ok: true, drafts: [] });
  });

  it('keeps what is new about it: another session', () => {
    const [draft] = drafts(keepScan(context, input, [scan({ scopes: ['reception'] })]));
    expect(draft?.body).toMatchObject({ set: { scopes: [SESSION] } });
  });

  it.each([
    ['another code', { code: codeAt(2) }],
    ['another desk', { desk: OTHER_DESK }],
    ['another meeting', { meeting: OTHER_MEETING }],
    ['a settled scan', { state: 'settled' as const }],
    ['a dismissed scan', { state: 'dismissed' as const }],
    ['somebody online', { modality: 'virtual' as const }],
  ])('does not take %s for the same', (_what, fields) => {
    const kept = [scan({ scopes: ['reception', SESSION], ...fields })];
    expect(drafts(keepScan(context, input, kept))).toHaveLength(1);
  });

  it('keeps no misread code', () => {
    expect(keepScan(context, { ...input, code: 'NOISE' }, [])).toMatchObject({
      reason: 'not-a-code',
    });
  });
});

describe('settling', () => {
  const known = badge('1');
  const answer: ScanAnswer = { kind: 'person', badge: known, person: id('e1') };
  const person: SettlingPerson = {
    ...{ id: id('e1'), forgotten: false, welcome: true, attendance: undefined },
  };
  const input: Parameters<typeof settleScan>[2] = {
    ...{ answer, desk: DESK, person, heads: [id('fff')] },
  };
  const both = scan({ scopes: ['reception', SESSION] });

  it('records the arrival at the time of the scan, and the scan, in one decision', () => {
    const settled = drafts(settleScan(context, both, input));
    expect(settled.map(({ type }) => type)).toEqual([
      ...['attendance.arrived', 'attendance.arrived', 'scan.settled'],
    ]);
    expect(settled[1]).toMatchObject({
      ...{ meeting: MEETING, subjects: [id('e1')] },
      body: {
        ...{ person: id('e1'), scope: SESSION, modality: 'in-person' },
        ...{ when: both.when, source: 'scan' },
      },
    });
    expect(settled[2]).toMatchObject({
      ...{ over: [id('fff')], subjects: [id('e1')] },
      body: { id: both.id, set: { state: 'settled', badge: known.id } },
    });
  });

  it('is the same command whoever decides it, and another one for another scan', () => {
    const ids = (from: number, one = both) =>
      drafts(settleScan(counting(from), one, input)).map((draft) => draft.id);
    expect(ids(1)).toEqual(ids(500));
    expect(new Set([...ids(1), ...ids(1, scan({ ...both, id: id('5d') }))]).size).toBe(6);
  });

  it.each<[string, Partial<AttendanceEvent>[], string[]]>([
    ['already there', [{ when: '2026-11-21T08:00:00Z' }], [SESSION]],
    ['there at that very moment', [{ when: both.when }], [SESSION]],
    ['checked in by name a minute later', [{ when: '2026-11-21T08:53:00Z' }], [SESSION]],
    ['first seen the next day', [{ when: '2026-11-22T08:53:00Z' }], ['reception', SESSION]],
    ['online only', [{ modality: 'virtual' }], ['reception', SESSION]],
    [
      'back after having left',
      [{ when: '2026-11-21T08:00:00Z' }, { kind: 'left', when: '2026-11-21T08:30:00Z' }],
      ['reception', SESSION],
    ],
    [
      'gone later',
      [{ when: '2026-11-21T08:00:00Z' }, { kind: 'left', when: '2026-11-21T09:30:00Z' }],
      [SESSION],
    ],
    ['there for everything', [{}, { scope: SESSION }], []],
  ])('adds what is missing for somebody %s', (_what, events, scopes) => {
    const present = { ...person, attendance: attended(...events) };
    const settled = drafts(settleScan(context, both, { ...input, person: present }));
    expect(settled.at(-1)?.type).toBe('scan.settled');
    expect(settled.slice(0, -1).map(({ body }) => body['scope'])).toEqual(scopes);
  });

  it('takes a floating badge for whoever wore it then', () => {
    const lent = (lentAt: string): ScanAnswer => ({
      ...{ kind: 'person', person: id('e1') },
      badge: floating('1', { lentTo: id('e1'), lentAt }),
    });
    const before = settleScan(context, both, { ...input, answer: lent('2026-11-21T08:50:00Z') });
    const after = settleScan(context, both, { ...input, answer: lent('2026-11-21T08:53:00Z') });
    expect(drafts(before)).toHaveLength(3);
    expect(after).toEqual({ ok: false, reason: 'lent-later' });
  });

  const revoked = { badge: known, why: 'lost', successor: null, person: id('e1') } as const;
  it.each<[string, Parameters<typeof settleScan>[1], Partial<typeof input>, string]>([
    ['is settled', scan({ state: 'settled' }), {}, 'not-waiting'],
    ['is dismissed', scan({ state: 'dismissed' }), {}, 'not-waiting'],
    ['another desk kept', scan({ desk: OTHER_DESK }), {}, 'other-desk'],
    ['nobody kept', scan({ desk: null }), {}, 'other-desk'],
    ['is still unknown', both, { answer: { kind: 'unknown', code: codeAt(1) } }, 'unknown'],
    ['is of a revoked badge', both, { answer: { kind: 'revoked', ...revoked } }, 'revoked'],
    [
      'is of another meeting',
      both,
      { answer: { kind: 'other-meeting', badge: known, person: null } },
      'other-meeting',
    ],
    ['is of nobody', both, { answer: { kind: 'not-lent', badge: floating('1') } }, 'not-lent'],
    ['is of somebody forgotten', both, { person: { ...person, forgotten: true } }, 'forgotten'],
    [
      'is of somebody not expected',
      both,
      { person: { ...person, welcome: false } },
      'not-expected',
    ],
  ])('leaves a scan alone that %s', (_what, one, fields, reason) => {
    expect(settleScan(context, one, { ...input, ...fields })).toEqual({ ok: false, reason });
  });

  it('waits for the person where only the badge is known', () => {
    expect(settleScan(context, both, { ...input, person: null })).toMatchObject({
      reason: 'unknown',
    });
  });
});

describe('dismissing', () => {
  it('closes a scan that waits, once', () => {
    expect(drafts(dismissScan(context, scan(), [id('fff')]))).toMatchObject([
      { type: 'scan.dismissed', over: [id('fff')], body: { set: { state: 'dismissed' } } },
    ]);
    expect(dismissScan(context, scan({ state: 'settled' }), [])).toEqual({
      ...{ ok: false, reason: 'not-waiting' },
    });
  });
});

function attended(...events: Partial<AttendanceEvent>[]): Attendance {
  return {
    ...{ meeting: MEETING, person: id('e1') },
    events: events.map((fields, at) => ({
      ...{ id: id(`ee${at}`), kind: 'arrived', scope: 'reception', modality: 'in-person' },
      ...{ when: '2026-11-21T08:00:00Z', replica: '01890000', source: 'search', ...fields },
    })),
  };
}

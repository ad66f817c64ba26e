import { describe, expect, it } from 'vitest';
import {
  cameInstead,
  deskAnswer,
  deskScopes,
  speakingNomination,
} from '@shared/domain/attendance/desk';
import { whereabouts } from '@shared/domain/attendance/inside';
import type { Attendance, AttendanceEvent } from '@shared/domain/attendance/types';
import type { Session } from '@shared/domain/meeting/types';
import { NOMINATION_DEFAULTS, type Nomination } from '@shared/domain/nomination/types';

const SESSION: Session = {
  id: '01890000-0000-7000-8000-00000000000a',
  meeting: 'm',
  name: 'Day 1, morning',
  date: '2023-06-13',
  start: '2023-06-13T06:00:00.000Z',
  end: '2023-06-13T09:00:00.000Z',
};

const nomination = (id: string, state: Nomination['state']): Nomination => ({
  ...NOMINATION_DEFAULTS,
  id,
  meeting: 'm',
  person: 'p',
  state,
});

const event = (scope: string, over: Partial<AttendanceEvent> = {}): AttendanceEvent => ({
  id: `e-${scope}`,
  kind: 'arrived',
  scope,
  modality: 'in-person',
  when: '2023-06-13T06:52:00.000Z',
  replica: '0a0a0a0a',
  source: 'search',
  ...over,
});

const attendance = (...events: AttendanceEvent[]): Attendance => ({
  meeting: 'm',
  person: 'p',
  events,
});

const answer = (nominations: Nomination[], seen?: Attendance, session: Session | null = SESSION) =>
  deskAnswer('in-session', deskScopes(session), nominations, seen, 'in-person');

describe('desk answer', () => {
  it('welcomes somebody accepted, at reception and in the session', () => {
    expect(answer([nomination('1', 'accepted')])).toMatchObject({
      kind: 'welcome',
      scopes: ['reception', `session:${SESSION.id}`],
    });
  });

  it('records only the new session for somebody who registered before', () => {
    expect(answer([nomination('1', 'accepted')], attendance(event('reception')))).toMatchObject({
      kind: 'welcome',
      scopes: [`session:${SESSION.id}`],
    });
  });

  it('says since when somebody is already here', () => {
    const first = event(`session:${SESSION.id}`);
    expect(
      answer([nomination('1', 'reconfirmed')], attendance(event('reception'), first)),
    ).toMatchObject({ kind: 'already', first });
  });

  it('does not take an online arrival for presence in the room', () => {
    const online = attendance(event('reception', { modality: 'virtual' }));
    expect(answer([nomination('1', 'accepted')], online, null)).toMatchObject({ kind: 'welcome' });
  });

  it.each(['received', 'withdrawn', 'declined', 'replaced'] as const)(
    'refuses a nomination that is %s and says so',
    (state) => {
      expect(answer([nomination('1', state)])).toMatchObject({ kind: 'refused', reason: state });
    },
  );

  it('refuses somebody whom nobody nominated', () => {
    expect(answer([])).toMatchObject({ kind: 'refused', reason: 'not-nominated' });
  });

  it('refuses everybody when the meeting is closed', () => {
    expect(
      deskAnswer('closed', ['reception'], [nomination('1', 'accepted')], undefined, 'in-person'),
    ).toMatchObject({ kind: 'refused', reason: 'meeting-closed' });
  });

  it('lets a walk-in in who is not approved yet, and says so', () => {
    const walkedIn = { ...nomination('1', 'received'), walkIn: true };
    expect(answer([walkedIn])).toMatchObject({ kind: 'welcome', provisional: true });
    const here = attendance(event('reception'), event(`session:${SESSION.id}`));
    expect(answer([walkedIn], here)).toMatchObject({ kind: 'already', provisional: true });
    expect(answer([{ ...walkedIn, state: 'declined' }])).toMatchObject({ kind: 'refused' });
    expect(answer([{ ...walkedIn, state: 'accepted' }])).toMatchObject({ provisional: false });
  });

  it('welcomes somebody back who had left', () => {
    const scope = `session:${SESSION.id}`;
    const left = event(scope, { kind: 'left', id: 'l', when: '2023-06-13T08:00:00.000Z' });
    const gone = attendance(event('reception'), event(scope), left);
    expect(answer([nomination('1', 'accepted')], gone)).toMatchObject({
      ...{ kind: 'welcome', back: true, scopes: [scope] },
    });
    expect(answer([nomination('1', 'accepted')])).toMatchObject({ back: false });
  });

  it('names who came instead, at the end of all replacements', () => {
    const first = { ...nomination('1', 'replaced'), replacedBy: '2' };
    const second = { ...nomination('2', 'replaced'), replacedBy: '3' };
    const last = nomination('3', 'accepted');
    const byId = (...all: Nomination[]) => new Map(all.map((one) => [one.id, one]));
    expect(cameInstead(first, byId(first, second, last))).toBe(last);
    expect(cameInstead(last, byId(last))).toBeNull();
    expect(cameInstead(first, byId(first, second))).toBeNull();
    const circle = { ...second, replacedBy: '1' };
    expect(cameInstead(first, byId(first, circle))).toBeNull();
    const gone = nomination('3', 'withdrawn');
    expect(cameInstead(first, byId(first, second, gone))).toBeNull();
  });

  it('lets the standing nomination speak, not the one that it replaced', () => {
    const nominations = [nomination('1', 'accepted'), nomination('2', 'withdrawn')];
    expect(speakingNomination(nominations)?.id).toBe('1');
  });
});

describe('whereabouts', () => {
  it.each([
    ['missing', attendance()],
    ['missing', attendance(event('reception', { kind: 'left' }))],
    ['online', attendance(event('reception', { modality: 'virtual' }))],
    ['here', attendance(event('a', { modality: 'virtual' }), event('reception'))],
    ['left', attendance(event('reception'), event('reception', { kind: 'left' }))],
    [
      'online',
      attendance(
        event('a', { modality: 'virtual' }),
        event('reception'),
        event('reception', { kind: 'left' }),
      ),
    ],
  ] as const)('%s', (expected, seen) => {
    expect(whereabouts(seen)).toBe(expected);
  });
});

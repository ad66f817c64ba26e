import { describe, expect, it } from 'vitest';
import type { Interval } from '@shared/domain/attendance/intervals';
import { presenceOf, type Presence } from '@shared/domain/attendance/presence';
import { presenceBasis, thresholdFor } from '@shared/domain/attendance/presence-basis';
import type { AttendanceEvent } from '@shared/domain/attendance/types';
import { DEFAULT_RULES, type AttendanceRules, type Session } from '@shared/domain/meeting/types';
import { event, session } from '../../statistics/build-world';

const DAY1 = '2023-06-13';
const DAY2 = '2023-06-14';
const MORNING = 'session:morning';
const [morning, afternoon, second] = [
  session('morning', DAY1, 9, 3),
  session('afternoon', DAY1, 14, 3),
  session('second', DAY2, 9, 3),
];
const SESSIONS: Session[] = [second, afternoon, morning];

/** Minutes from the start of the first morning. */
const at = (minute: number) => Date.parse(morning.start) + minute * 60_000;
const stay = (from: number, to: number): Interval => [at(from), at(to)];

interface Given {
  readonly events?: readonly AttendanceEvent[];
  readonly mine?: readonly Interval[];
  /** Logins of others, or not linked to anybody. */
  readonly others?: readonly (readonly Interval[])[];
  readonly rules?: Partial<AttendanceRules>;
  readonly sessions?: readonly Session[];
  readonly timeZone?: string;
}

function presence(given: Given): Presence {
  const { events = [], mine = [], others = [], rules = {}, sessions = SESSIONS } = given;
  const meeting = {
    rules: { ...DEFAULT_RULES, ...rules },
    timeZone: given.timeZone ?? 'Europe/Sofia',
  };
  return presenceOf(presenceBasis(meeting, sessions, [mine, ...others]), 'ana', events, mine);
}

/** Sessions in which somebody was present: `morning:both`. */
function seen({ sessions }: Presence): string[] {
  return [...sessions]
    .filter(([, one]) => one.inPerson || one.virtual)
    .map(([id, one]) => `${id}:${one.inPerson ? (one.virtual ? 'both' : 'room') : 'online'}`);
}

const online = (scope: string, source: AttendanceEvent['source'] = 'roll-call') =>
  event(scope, { modality: 'virtual', source });

describe('in the room', () => {
  it('an arrival for a session says nothing about another, be it earlier or later', () => {
    const one = presence({ events: [event('session:afternoon')] });
    expect(seen(one)).toEqual(['afternoon:room']);
    expect(one).toMatchObject({ attended: true, modality: 'in-person', registered: false });
    expect([...one.days]).toEqual([[DAY1, 'in-person']]);
  });

  it('sessions come in the order in which they sit, whatever the order of arrival', () => {
    const events = [event('session:second'), event(MORNING), event('session:afternoon')];
    expect(seen(presence({ events }))).toEqual(['morning:room', 'afternoon:room', 'second:room']);
  });

  it('leaving is not arriving, and takes no arrival back', () => {
    const left = event(MORNING, { kind: 'left' });
    expect(presence({ events: [left] })).toMatchObject({ attended: false, modality: null });
    expect(seen(presence({ events: [event(MORNING), left] }))).toEqual(['morning:room']);
  });

  it('the same arrival recorded by two desks is one presence', () => {
    const one = presence({ events: [event(MORNING), event(MORNING, { replica: '11111111' })] });
    expect(one.inPerson).toEqual([MORNING]);
    expect(seen(one)).toEqual(['morning:room']);
  });

  it.each([
    [true, ['morning:room', 'afternoon:room']],
    [false, []],
  ])('a day counts for all its sessions: %s', (dayCountsForSessions, expected) => {
    const one = presence({ events: [event(`day:${DAY1}`)], rules: { dayCountsForSessions } });
    expect(seen(one)).toEqual(expected);
    expect(one.attended).toBe(true);
    expect([...one.days]).toEqual([[DAY1, 'in-person']]);
  });

  it('a session that was taken back leaves the person at the meeting', () => {
    const one = presence({ events: [event('session:gone')] });
    expect(one).toMatchObject({ attended: true, modality: 'in-person' });
    expect(seen(one)).toEqual([]);
    expect(one.days.size).toBe(0);
  });
});

describe('reception', () => {
  it.each([
    [true, true, 'in-person', [DAY1]],
    [false, false, null, []],
  ])('alone is attendance: %s', (receptionCounts, attended, modality, days) => {
    const one = presence({ events: [event('reception')], rules: { receptionCounts } });
    expect(one).toMatchObject({ registered: true, attended, modality });
    expect([...one.days.keys()]).toEqual(days);
    expect(seen(one)).toEqual([]);
  });

  it('counts for the day of the meeting on which it happened, in the zone of the meeting', () => {
    // 22:30 UTC on the 13th is the 14th in Sofia; the eve of the meeting is no day of it.
    const days = (when: string) => [
      ...presence({ events: [event('reception', { when })] }).days.keys(),
    ];
    expect(days('2023-06-13T22:30:00Z')).toEqual([DAY2]);
    expect(days('2023-06-12T15:00:00Z')).toEqual([]);
  });
});

describe('the threshold', () => {
  it.each([
    [180, 10],
    [40, 10],
    [20, 5],
    [0, 0],
  ])('of a session of %i minutes is %d', (minutes, expected) => {
    expect(thresholdFor(DEFAULT_RULES, minutes)).toBe(expected);
  });

  it('is set for each meeting', () => {
    const rules = { ...DEFAULT_RULES, thresholdMinutes: 60, thresholdShare: 0.5 };
    expect(thresholdFor(rules, 180)).toBe(60);
    expect(thresholdFor(rules, 90)).toBe(45);
  });
});

describe('online', () => {
  it.each<[string, Interval[], string[], number | undefined]>([
    ['exactly the threshold', [stay(0, 10)], ['morning:online'], 10],
    ['a second less', [stay(0, 9 + 59 / 60)], [], 9 + 59 / 60],
    ['in pieces', [stay(0, 4), stay(30, 36)], ['morning:online'], 10],
    ['overlapping pieces count once', [stay(0, 6), stay(2, 8)], [], 8],
    ['the same login twice counts once', [stay(0, 6), stay(0, 6)], [], 6],
    ['before the session does not count', [stay(-60, 9)], [], 9],
    ['after it does not either', [stay(171, 250)], [], 9],
    ['never in it', [stay(-60, 0)], [], undefined],
  ])('%s', (_name, mine, sessions, minutes) => {
    const one = presence({ mine });
    expect(seen(one)).toEqual(sessions);
    expect(one.sessions.get('morning')?.virtualMinutes).toBe(minutes);
    expect(one.modality).toBe(sessions.length > 0 ? 'virtual' : null);
  });

  it('a short session has a lower threshold', () => {
    const sessions = [session('short', DAY1, 9, 1 / 3)];
    expect(seen(presence({ sessions, mine: [stay(0, 5)] }))).toEqual(['short:online']);
    expect(seen(presence({ sessions, mine: [stay(0, 4.9)] }))).toEqual([]);
  });

  it('through the lunch break is in both sessions; below the threshold of each in none', () => {
    expect(seen(presence({ mine: [stay(100, 320)] }))).toEqual([
      'morning:online',
      'afternoon:online',
    ]);
    const short = presence({ mine: [stay(175, 305)] });
    expect(seen(short)).toEqual([]);
    expect(short.attended).toBe(false);
  });

  it('a session of no length sees nobody', () => {
    const sessions = [session('empty', DAY1, 9, 0)];
    expect(presence({ sessions, mine: [stay(-60, 60)] }).attended).toBe(false);
  });

  it.each([
    ['one stay long enough', [stay(0, 10)], [DAY1]],
    ['two that touch are one', [stay(0, 5), stay(5, 10)], [DAY1]],
    ['many short ones', [stay(0, 9), stay(20, 29), stay(40, 49)], []],
    ['after midnight in Sofia', [stay(13 * 60, 14 * 60)], [DAY2]],
  ])('without sessions: %s', (_name, mine, days) => {
    const one = presence({ sessions: [], mine });
    expect([...one.days.keys()]).toEqual(days);
    expect(one.modality).toBe(days.length > 0 ? 'virtual' : null);
  });

  it('in the room with a laptop joined is both, in the session and at the meeting', () => {
    const one = presence({ events: [event(MORNING)], mine: [stay(0, 180)] });
    expect(seen(one)).toEqual(['morning:both']);
    expect(one.modality).toBe('both');
    expect(one.days.get(DAY1)).toBe('both');
  });

  it('in the room one day and online the next is both at the meeting only', () => {
    const one = presence({ events: [event(MORNING)], mine: [stay(24 * 60, 25 * 60)] });
    expect(seen(one)).toEqual(['morning:room', 'second:online']);
    expect(one.modality).toBe('both');
    expect([...one.days]).toEqual([
      [DAY1, 'in-person'],
      [DAY2, 'virtual'],
    ]);
  });
});

describe('roll-call by hand', () => {
  it('stands while there is no report', () => {
    expect(seen(presence({ events: [online(MORNING)] }))).toEqual(['morning:online']);
  });

  it('gives way to the report of the session, linked to the person or not', () => {
    const others = [[stay(0, 180)]];
    expect(presence({ events: [online(MORNING)], others })).toMatchObject({ attended: false });
    const mine = [stay(0, 30)];
    expect(presence({ events: [online(MORNING)], mine }).modality).toBe('virtual');
  });

  it('stands for the session whose report has not come yet', () => {
    const events = [online(MORNING), online('session:second')];
    expect(seen(presence({ events, others: [[stay(0, 180)]] }))).toEqual(['second:online']);
  });

  it('for a day stands while one of its sessions has no report, and for that one only', () => {
    const given = {
      events: [online(`day:${DAY1}`)],
      rules: { dayCountsForSessions: true },
      others: [[stay(0, 180)]],
    };
    expect(seen(presence(given))).toEqual(['afternoon:online']);
    expect(presence({ ...given, others: [[stay(0, 480)]] }).attended).toBe(false);
    expect(presence({ ...given, sessions: [] }).attended).toBe(false);
  });

  it.each(['search', 'scan', 'paper'] as const)('whatever the hand that took it: %s', (source) => {
    expect(presence({ events: [online(MORNING, source)], others: [[stay(0, 9)]] }).attended).toBe(
      false,
    );
  });

  it.each(['platform-report', 'generated'] as const)('evidence is no roll-call: %s', (source) => {
    expect(presence({ events: [online(MORNING, source)], others: [[stay(0, 9)]] }).attended).toBe(
      true,
    );
  });

  it('what was seen in the room is left alone', () => {
    const events = [event(MORNING, { source: 'roll-call' })];
    expect(seen(presence({ events, others: [[stay(0, 180)]] }))).toEqual(['morning:room']);
  });

  it('a report of another day supersedes nothing', () => {
    const events = [online(MORNING)];
    expect(presence({ events, others: [[stay(-3000, -2000)]] }).attended).toBe(true);
  });
});

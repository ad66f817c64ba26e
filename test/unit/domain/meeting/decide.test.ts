import { describe, expect, it } from 'vitest';
import {
  announceMeeting,
  changeMeeting,
  createMeeting,
  moveMeeting,
  nextOrdinal,
  postponeMeeting,
  type HeadsOf,
} from '@shared/domain/meeting/decide';
import {
  canAnnounce,
  givesUp,
  movesFrom,
  reconvenesItself,
  stageOf,
} from '@shared/domain/meeting/rules';
import {
  MEETING_DEFAULTS,
  meetingStateSchema,
  type Meeting,
  type MeetingFields,
  type Session,
} from '@shared/domain/meeting/types';
import { checkDraft } from '@shared/journal/catalogue';
import type { Decision, DecisionContext } from '@shared/operation/draft';

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

function context(): DecisionContext {
  let n = 100;
  return { newId: () => uuid((n += 1)), now: '2023-02-06T20:00:00.000Z' };
}

const fields: MeetingFields = {
  ...MEETING_DEFAULTS,
  programme: uuid(1),
  body: 'ewg-financial-flows',
  title: 'Expert working group meeting on financial flows',
  city: 'Ankara',
  country: 'TUR',
  timeZone: 'Europe/Istanbul',
  planned: { format: 'hybrid', start: '2023-02-07', end: '2023-02-08' },
};
const meeting: Meeting = { ...fields, id: uuid(2) };
const sessions: Session[] = [
  {
    id: uuid(3),
    meeting: meeting.id,
    name: 'Day 1, morning',
    date: '2023-02-07',
    start: '2023-02-07T07:00:00.000Z',
    end: '2023-02-07T10:00:00.000Z',
  },
  {
    id: uuid(4),
    meeting: meeting.id,
    name: 'Day 1, afternoon',
    date: '2023-02-07',
    start: '2023-02-07T11:30:00.000Z',
    end: '2023-02-07T14:30:00.000Z',
  },
];

/** A different head for every field, so that what a change goes over can be told apart. */
const headsOf: HeadsOf = (record, names) =>
  names.map((name) => uuid(Number(record.slice(-4)) * 1000 + name.length));

const draftsOf = (decision: Decision) => {
  if (!decision.ok) throw new Error(decision.reason);
  for (const draft of decision.drafts) checkDraft(draft);
  return decision.drafts;
};

describe('a new meeting', () => {
  it('is one operation, and one for each session', () => {
    const plain = sessions.map(({ name, date, start, end }) => ({ name, date, start, end }));
    const drafts = draftsOf(createMeeting(context(), { id: meeting.id, fields, sessions: plain }));
    expect(drafts.map((draft) => draft.type)).toEqual([
      'meeting.created',
      'session.created',
      'session.created',
    ]);
    expect(drafts[0]?.body).toEqual({ id: meeting.id, set: fields });
    expect(drafts.every((draft) => draft.meeting === meeting.id)).toBe(true);
    expect(drafts[1]?.body['set']).toEqual(plain[0]);
    expect(new Set(drafts.map((draft) => draft.body['id'])).size).toBe(3);
  });

  it.each([
    ['title-missing', { title: '  ' }, []],
    ['body-missing', { body: '' }, []],
    ['dates-reversed', { planned: { format: null, start: '2023-02-08', end: '2023-02-07' } }, []],
    ['dates-reversed', { planned: { format: null, start: '2023-02-08', end: '2023-01' } }, []],
    ['session-name-missing', {}, [{ ...sessions[0]!, name: ' ' }]],
    ['session-reversed', {}, [{ ...sessions[0]!, end: sessions[0]!.start }]],
    ['sessions-overlap', {}, [sessions[0]!, { ...sessions[1]!, start: sessions[0]!.start }]],
  ] as const)('is refused: %s', (reason, wrong, planned) => {
    const input = { id: meeting.id, fields: { ...fields, ...wrong }, sessions: planned };
    expect(createMeeting(context(), input)).toMatchObject({ ok: false, reason });
  });

  it('may know its dates only by month or year', () => {
    const planned = { format: null, start: '2013-05', end: '2013-05-17' };
    const input = { id: meeting.id, fields: { ...fields, planned }, sessions: [] };
    expect(draftsOf(createMeeting(context(), input))).toHaveLength(1);
  });
});

describe('a change', () => {
  const change = (now: Meeting, wanted: Partial<MeetingFields>, planned = sessions) =>
    changeMeeting(context(), {
      meeting: now,
      fields: { ...fields, ...wanted },
      sessions: planned,
      before: sessions,
      headsOf,
    });

  it('writes only what differs, over what held it', () => {
    const drafts = draftsOf(change(meeting, { city: 'Istanbul' }));
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({
      type: 'meeting.changed',
      over: headsOf(meeting.id, ['city']),
      body: { id: meeting.id, set: { city: 'Istanbul' } },
    });
  });

  it('of nothing is none', () => {
    expect(change(meeting, {})).toEqual({ ok: false, reason: 'nothing-changed' });
  });

  it('of sessions adds, changes and removes', () => {
    const [first, second] = sessions as [Session, Session];
    const drafts = draftsOf(
      change(meeting, {}, [
        { ...first, name: 'Opening' },
        { ...second, id: null as unknown as string, name: 'Closing' },
      ]),
    );
    expect(drafts.map(({ type, body }) => [type, body['id'] === second.id, body['set']])).toEqual([
      ['session.changed', false, { name: 'Opening' }],
      [
        'session.created',
        false,
        { name: 'Closing', date: second.date, start: second.start, end: second.end },
      ],
      ['session.changed', true, { removed: true }],
    ]);
    expect(drafts[0]?.over).toEqual(headsOf(first.id, ['name']));
  });

  it('of announced dates says why', () => {
    const announced = { format: 'virtual', start: '2023-09-12', end: '2023-09-13' } as const;
    const open: Meeting = { ...meeting, state: 'nominations-open' };
    const wanted = { state: open.state, announced };
    expect(change(open, wanted)).toEqual({ ok: false, reason: 'change-reason-missing' });
    const [draft] = draftsOf(change(open, { ...wanted, changeReason: 'Announced as virtual' }));
    expect(draft?.body['set']).toEqual({ announced, changeReason: 'Announced as virtual' });
  });

  it('of a plan that was known says why too; to make it known for the first time gives up nothing', () => {
    const planned = { format: 'hybrid', start: '2023-02-14', end: '2023-02-15' } as const;
    expect(change(meeting, { planned })).toEqual({ ok: false, reason: 'change-reason-missing' });
    const open: Meeting = { ...meeting, planned: { format: null, start: '2023', end: '2023' } };
    const [draft] = draftsOf(change(open, { planned }));
    expect(draft?.body['set']).toEqual({ planned });
  });

  it('has a reason of its own even when the words are the same', () => {
    const changeReason = 'At the wish of the host';
    const now: Meeting = { ...meeting, changeReason };
    const planned = { format: 'hybrid', start: '2023-02-14', end: '2023-02-15' } as const;
    const [draft] = draftsOf(change(now, { planned, changeReason }));
    expect(draft?.body['set']).toEqual({ planned, changeReason });
  });

  it.each([
    [true, { start: '2023-02-07' }, { start: '2023-02-08' }],
    [true, { start: '2023-02-07' }, { start: null }],
    [true, { start: '2023-02' }, { start: '2023-03-01' }],
    [true, { format: 'hybrid' }, { format: 'virtual' }],
    [false, { start: '2023' }, { start: '2023-02' }],
    [false, { start: '2023-02', end: '2023-02' }, { start: '2023-02-07', end: '2023-02-08' }],
    [false, { start: null }, { start: '2023-02-07' }],
    [false, { format: null }, { format: 'virtual' }],
  ] as const)('gives something up (%s): %o to %o', (expected, now, wanted) => {
    const open = { format: null, start: null, end: null };
    expect(givesUp({ ...open, ...now }, { ...open, ...wanted })).toBe(expected);
  });

  it.each([
    ['planned', {}],
    ['announced', { state: 'nominations-open' }],
    ['announced', { announced: fields.planned }],
    ['actual', { state: 'closed', announced: fields.planned, actual: fields.planned }],
  ] as const)('of dates is one of those %s', (stage, now) => {
    expect(stageOf({ ...meeting, ...now })).toBe(stage);
  });
});

describe('a move', () => {
  const states = meetingStateSchema.options.filter((one) => one !== 'postponed');

  it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))(
    'from %s to %s as the life cycle says',
    (from, to) => {
      const decision = moveMeeting(context(), {
        meeting: { ...meeting, state: from },
        to,
        headsOf,
      });
      expect(decision.ok).toBe(movesFrom(from).includes(to));
      if (decision.ok) expect(draftsOf(decision)[0]?.body).toMatchObject({ set: { state: to } });
    },
  );

  it('into session makes the dates facts', () => {
    const now: Meeting = {
      ...meeting,
      state: 'nominations-closed',
      announced: { format: 'hybrid', start: '2023-09-12', end: '2023-09-13' },
    };
    const [draft] = draftsOf(moveMeeting(context(), { meeting: now, to: 'in-session', headsOf }));
    expect(draft).toMatchObject({
      type: 'meeting.moved',
      over: headsOf(meeting.id, ['state', 'actual']),
      body: { set: { state: 'in-session', actual: now.announced } },
    });
  });
});

describe('an announcement', () => {
  it('makes the plans known as they stand, once', () => {
    const [draft] = draftsOf(announceMeeting(context(), { meeting, headsOf }));
    expect(draft).toMatchObject({
      type: 'meeting.changed',
      over: headsOf(meeting.id, ['announced']),
      body: { id: meeting.id, set: { announced: fields.planned } },
    });
    const announced: Meeting = { ...meeting, announced: fields.planned };
    const again = announceMeeting(context(), { meeting: announced, headsOf });
    expect(again).toEqual({ ok: false, reason: 'announced-already' });
  });

  it.each([
    [true, 'planned'],
    [true, 'nominations-open'],
    [true, 'nominations-closed'],
    [false, 'postponed'],
    [false, 'in-session'],
    [false, 'cancelled'],
  ] as const)('is possible (%s) while %s', (possible, state) => {
    expect(canAnnounce({ ...meeting, state })).toBe(possible);
  });
});

describe('a meeting that reconvenes', () => {
  const chain = [
    { id: 'a', reconvenes: null },
    { id: 'b', reconvenes: 'a' },
    { id: 'c', reconvenes: 'b' },
    { id: 'x', reconvenes: 'y' },
    { id: 'y', reconvenes: 'x' },
  ];

  it.each([
    [true, 'a', 'a'],
    [true, 'a', 'c'],
    [false, 'd', 'c'],
    [false, 'a', null],
    // A circle that two desks closed at the same time is not run around for ever.
    [false, 'a', 'x'],
  ])('itself (%s): %s by %s', (expected, id, reconvenes) => {
    expect(reconvenesItself(id, reconvenes, chain)).toBe(expected);
  });

  it('itself is refused, and one that does so by way of another', () => {
    const itself = { id: meeting.id, fields: { ...fields, reconvenes: meeting.id }, sessions: [] };
    expect(createMeeting(context(), itself)).toEqual({ ok: false, reason: 'reconvenes-itself' });
    const other = { id: uuid(8), reconvenes: meeting.id };
    const decision = changeMeeting(context(), {
      ...{ meeting, fields: { ...fields, reconvenes: other.id }, sessions, before: sessions },
      ...{ headsOf, meetings: [meeting, other] },
    });
    expect(decision).toEqual({ ok: false, reason: 'reconvenes-itself' });
  });
});

describe('a postponement', () => {
  const postpone = (input: Partial<Parameters<typeof postponeMeeting>[1]>) =>
    postponeMeeting(context(), {
      meeting,
      sessions,
      reason: ' Earthquake in the night before ',
      schedule: null,
      headsOf,
      ...input,
    });

  it('keeps the planned dates, and its reason', () => {
    const drafts = draftsOf(postpone({}));
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({
      type: 'meeting.postponed',
      body: {
        set: {
          state: 'postponed',
          changeReason: 'Earthquake in the night before',
          announced: { format: 'hybrid', start: null, end: null },
          // 20:00 in UTC is 23:00 in Ankara.
          postponedOn: '2023-02-06',
        },
      },
    });
    expect(drafts[0]?.body['set']).not.toHaveProperty('planned');
  });

  it('to new days takes the sessions along', () => {
    const schedule = { format: 'hybrid', start: '2023-09-12', end: '2023-09-13' } as const;
    const drafts = draftsOf(postpone({ schedule }));
    expect(drafts[0]?.body['set']).toMatchObject({ announced: schedule });
    expect(drafts.slice(1).map(({ type, body }) => [type, body['set']])).toEqual([
      [
        'session.changed',
        {
          date: '2023-09-12',
          start: '2023-09-12T07:00:00.000Z',
          end: '2023-09-12T10:00:00.000Z',
        },
      ],
      [
        'session.changed',
        {
          date: '2023-09-12',
          start: '2023-09-12T11:30:00.000Z',
          end: '2023-09-12T14:30:00.000Z',
        },
      ],
    ]);
  });

  it('for the second time asks those again who had reconfirmed for the first', () => {
    const reconfirmed = [{ id: uuid(20), person: uuid(21) }];
    const drafts = draftsOf(postpone({ reconfirmed }));
    expect(drafts).toHaveLength(2);
    expect(drafts[1]).toMatchObject({
      type: 'nomination.changed',
      meeting: meeting.id,
      subjects: [uuid(21)],
      over: headsOf(uuid(20), ['state']),
      body: { id: uuid(20), set: { state: 'accepted' } },
    });
  });

  it('to a month leaves the sessions where they are', () => {
    const schedule = { format: 'hybrid', start: '2023-09', end: '2023-09' } as const;
    expect(draftsOf(postpone({ schedule }))).toHaveLength(1);
  });

  it.each([
    ['change-reason-missing', { reason: '  ' }],
    ['dates-reversed', { schedule: { format: null, start: '2023-09-13', end: '2023-09-12' } }],
    ['move-not-allowed', { meeting: { ...meeting, state: 'closed' } }],
    ['move-not-allowed', { meeting: { ...meeting, state: 'in-session' } }],
  ] as const)('is refused: %s', (reason, wrong) => {
    expect(postpone(wrong as Parameters<typeof postpone>[0])).toMatchObject({ ok: false, reason });
  });
});

describe('the next ordinal', () => {
  const of = (body: string, ordinal: number | null) => ({ programme: uuid(1), body, ordinal });

  it.each([
    ['is the first of a body that never met', [of('other', 9)], 1],
    ['follows the greatest', [of('pcg', 16), of('pcg', 17), of('pcg', null)], 18],
    ['is none where meetings are not numbered', [of('pcg', null)], null],
    ['is not that of another programme', [{ ...of('pcg', 4), programme: uuid(9) }], 1],
  ])('%s', (_, meetings, expected) => {
    expect(nextOrdinal(meetings, uuid(1), 'pcg')).toBe(expected);
  });
});

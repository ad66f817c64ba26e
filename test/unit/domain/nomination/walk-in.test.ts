import { describe, expect, it } from 'vitest';
import type { Attendance } from '@shared/domain/attendance/types';
import type { MeetingState } from '@shared/domain/meeting/types';
import {
  decideWalkIn,
  openNomination,
  type PersonNow,
  type WalkIn,
} from '@shared/domain/nomination/walk-in';
import { PARTY_DEFAULTS } from '@shared/domain/party/types';
import { counting } from '../../../support/deciding';
import { drafts, id, MEETING, nomination, PARTY } from './build';

const SESSION = `session:${id('5e')}`;
const NEW: WalkIn = {
  meeting: { id: MEETING, state: 'in-session' },
  person: { id: null, set: { full: 'Ada Onova' } },
  party: PARTY,
  capacity: 'representative',
  receivedOn: '2026-11-21',
  scopes: ['reception', SESSION],
  source: 'search',
  modality: 'in-person',
};
const KNOWN: WalkIn = { ...NEW, person: { id: id('e1'), set: {} } };
const decide = (walkIn: Partial<WalkIn> = {}, now: Partial<PersonNow> = {}) =>
  decideWalkIn(
    counting(),
    { ...NEW, ...walkIn },
    { nominations: [], forgotten: false, attendance: undefined, ...now },
  );

describe('a walk-in', () => {
  it('is a person, a provisional nomination and an arrival in each scope, as one act', () => {
    const [person, received, ...arrived] = drafts(decide());
    const who = person?.body['id'];
    expect(person).toMatchObject({
      type: 'person.recorded',
      subjects: [who],
      body: { set: { synthetic: false } },
      personal: { set: { full: 'Ada Onova' } },
    });
    expect(received).toMatchObject({
      type: 'nomination.received',
      meeting: MEETING,
      subjects: [who],
      body: {
        set: {
          person: who,
          party: PARTY,
          capacity: 'representative',
          modality: 'in-person',
          state: 'received',
          walkIn: true,
          source: null,
          receivedOn: '2026-11-21',
        },
      },
    });
    expect(
      arrived.map(({ type, meeting, subjects, body }) => [type, meeting, subjects, body]),
    ).toEqual(
      ['reception', SESSION].map((scope) => [
        'attendance.arrived',
        MEETING,
        [who],
        {
          ...{ person: who, scope, modality: 'in-person', source: 'search' },
          when: '2026-11-21T09:00:00.000Z',
        },
      ]),
    );
  });

  it('who is known is not written down a second time', () => {
    const made = drafts(decide(KNOWN));
    expect(made.map(({ type }) => type)).toEqual([
      'nomination.received',
      'attendance.arrived',
      'attendance.arrived',
    ]);
    expect(made.every(({ subjects }) => subjects[0] === id('e1'))).toBe(true);
  });

  it('brings a country that is no party yet', () => {
    const newParty = { ...PARTY_DEFAULTS, code: 'NEW', names: { en: 'Newland' } };
    const [party, , received] = drafts(decide({ newParty, party: id('f') }));
    expect(party).toMatchObject({ type: 'party.added', body: { id: id('f') } });
    expect(received?.body['set']).toMatchObject({ party: id('f') });
  });

  it('arrives only where they are not yet', () => {
    const attendance: Attendance = {
      meeting: MEETING,
      person: id('e1'),
      events: [
        {
          ...{ id: id('e9'), kind: 'arrived', scope: 'reception' },
          ...{ modality: 'in-person', when: '2026-11-21T08:00:00.000Z', replica: '00000000' },
          source: 'scan',
        },
      ],
    };
    const made = drafts(decide(KNOWN, { attendance }));
    expect(made.slice(1).map(({ body }) => body['scope'])).toEqual([SESSION]);
  });

  it('may come back after a nomination that came to its end', () => {
    for (const state of ['declined', 'withdrawn', 'replaced'] as const) {
      const nominations = [nomination('1', { state })];
      expect(decide(KNOWN, { nominations })).toMatchObject({ ok: true });
    }
  });

  it.each<[string, Partial<WalkIn>, Partial<PersonNow>]>([
    ['name-missing', { person: { id: null, set: { full: '  ' } } }, {}],
    ['name-missing', { person: { id: null, set: {} } }, {}],
    ['party-missing', { party: '' }, {}],
    ['forgotten', KNOWN, { forgotten: true }],
    ...(['closed', 'archived', 'cancelled', 'postponed'] as MeetingState[]).map(
      (state): [string, Partial<WalkIn>, Partial<PersonNow>] => [
        'meeting-closed',
        { meeting: { id: MEETING, state } },
        {},
      ],
    ),
  ])('is refused: %s', (reason, walkIn, now) => {
    expect(decide(walkIn, now)).toMatchObject({ ok: false, reason });
  });

  it.each(['received', 'accepted', 'reconfirmed'] as const)(
    'whose nomination is %s is none: that nomination is named',
    (state) => {
      const own = nomination('1', { state });
      expect(decide(KNOWN, { nominations: [own] })).toEqual({
        ok: false,
        reason: 'already-nominated',
        params: { nomination: own.id },
      });
    },
  );

  it('of several open nominations the one that stands is named', () => {
    const [waits, stands] = [nomination('1', { state: 'received' }), nomination('2')];
    expect(openNomination([waits, stands])).toBe(stands);
    expect(openNomination([nomination('3', { state: 'declined' })])).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { arrive, eventsIn, leave, retractAll } from '@shared/domain/attendance/decide';
import { markIdentity } from '@shared/domain/attendance/identity';
import { stayIn, staysOf, whereabouts } from '@shared/domain/attendance/inside';
import { arrivalScopes } from '@shared/domain/attendance/scopes';
import { arriveTogether, closeOut, stillInside } from '@shared/domain/attendance/together';
import type { DecisionContext } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import { counting } from '../../../support/deciding';
import { AFTERNOON, made, MEETING, MORNING, person, seenAfter } from './desk-world';

const context = counting();
const at = (time: string): DecisionContext => ({ ...context, now: `2026-11-21T${time}:00.000Z` });
const inMorning = arrivalScopes({ kind: 'session', session: MORNING });
const inAfternoon = arrivalScopes({ kind: 'session', session: AFTERNOON });
const MORNING_SCOPE = `session:${MORNING.id}`;

/** A desk that writes down what is decided. */
class Desk {
  readonly drafts: Draft[] = [];
  seen(who = person(1)) {
    return seenAfter(this.drafts).get(who);
  }
  all() {
    return seenAfter(this.drafts);
  }
  arrives(time: string, scopes = inMorning, who = person(1)) {
    const arrival = { meeting: MEETING, person: who, scopes, modality: 'in-person' as const };
    const decision = arrive(at(time), { ...arrival, source: 'scan' }, this.seen(who));
    if (decision.ok) this.drafts.push(...decision.drafts);
    return decision;
  }
  leaves(time: string, scope = MORNING_SCOPE, who = person(1)) {
    const departure = { meeting: MEETING, person: who, scope, source: 'search' as const };
    const decision = leave(at(time), departure, this.seen(who));
    if (decision.ok) this.drafts.push(...decision.drafts);
    return decision;
  }
}

describe('arriving', () => {
  it('is set, never toggled: the second time is refused and writes nothing', () => {
    const desk = new Desk();
    expect(made(desk.arrives('08:52'))).toHaveLength(2);
    expect(desk.arrives('08:53')).toEqual({ ok: false, reason: 'already-here' });
    expect(whereabouts(desk.seen())).toBe('here');
  });

  it('is recorded for a day, or for reception alone, where that is meant', () => {
    expect(arrivalScopes({ kind: 'day', date: '2026-11-21' })).toEqual([
      'reception',
      'day:2026-11-21',
    ]);
    expect(arrivalScopes({ kind: 'reception' })).toEqual(['reception']);
  });

  it('happened when a scan that waited was made', () => {
    const when = '2026-11-21T08:40:00.000Z';
    const arrival = { meeting: MEETING, person: person(1), scopes: ['reception'], when };
    const [one] = made(
      arrive(at('09:30'), { ...arrival, modality: 'in-person', source: 'scan' }, undefined),
    );
    expect(one?.body['when']).toBe(when);
  });
});

describe('leaving', () => {
  it('ends the stay in the session; the registration stands', () => {
    const desk = new Desk();
    desk.arrives('08:52');
    expect(made(desk.leaves('10:00')).map(({ body }) => body['scope'])).toEqual([MORNING_SCOPE]);
    expect(stayIn(desk.seen(), MORNING_SCOPE, 'in-person')).toBeNull();
    expect(staysOf(desk.seen()).map(({ scope }) => scope)).toEqual(['reception']);
    expect(whereabouts(desk.seen())).toBe('left');
  });

  it('and coming back is another arrival, from which on they are here', () => {
    const desk = new Desk();
    desk.arrives('08:52');
    desk.leaves('10:00');
    expect(made(desk.arrives('10:30')).map(({ body }) => body['scope'])).toEqual([MORNING_SCOPE]);
    expect(stayIn(desk.seen(), MORNING_SCOPE, 'in-person')?.when).toBe('2026-11-21T10:30:00.000Z');
    expect(whereabouts(desk.seen())).toBe('here');
  });

  it('leaves the session that they are inside of when the clock has gone on', () => {
    const desk = new Desk();
    desk.arrives('08:52');
    const [left] = made(desk.leaves('13:40', `session:${AFTERNOON.id}`));
    expect(left?.body['scope']).toBe(MORNING_SCOPE);
  });

  it('is refused for somebody who is not inside', () => {
    expect(new Desk().leaves('10:00')).toEqual({ ok: false, reason: 'not-inside' });
    const desk = new Desk();
    desk.arrives('08:52', ['reception']);
    expect(made(desk.leaves('10:00')).map(({ body }) => body['scope'])).toEqual(['reception']);
    expect(desk.leaves('10:01')).toEqual({ ok: false, reason: 'not-inside' });
  });

  it('is never before the arrival, whatever a clock says', () => {
    const desk = new Desk();
    desk.arrives('08:52');
    const [left] = made(desk.leaves('07:00'));
    expect(left?.body['when']).toBe('2026-11-21T08:52:00.001Z');
    expect(whereabouts(desk.seen())).toBe('left');
  });

  it('ends what two desks recorded, also when one of their clocks is ahead', () => {
    const desk = new Desk();
    const arrival = {
      ...{ meeting: MEETING, person: person(1), scopes: inMorning },
      ...({ modality: 'in-person', source: 'scan' } as const),
    };
    // Neither knew of the other; ids of the desk that is ahead are later than any of this one.
    const ahead: DecisionContext = {
      newId: () => `f${context.newId().slice(1)}`,
      now: '2026-11-21T09:10:00.000Z',
    };
    desk.drafts.push(...made(arrive(at('08:52'), arrival, undefined)));
    desk.drafts.push(...made(arrive(ahead, arrival, undefined)));
    expect(desk.leaves('09:05')).toMatchObject({ ok: true });
    expect(stayIn(desk.seen(), MORNING_SCOPE, 'in-person')).toBeNull();
    expect(whereabouts(desk.seen())).toBe('left');
  });
});

describe('a delegation', () => {
  const people = [person(1), person(2), person(3)];
  const arrivals = {
    ...{ meeting: MEETING, people, scopes: inMorning },
    ...({ modality: 'in-person', source: 'search' } as const),
  };

  it('comes in as one act that leaves alone who is inside, and is taken back as one', () => {
    const desk = new Desk();
    desk.arrives('08:40', inMorning, person(2));
    const drafts = made(arriveTogether(at('08:52'), arrivals, desk.all()));
    expect([...eventsIn(drafts).keys()]).toEqual([person(1), person(3)]);
    desk.drafts.push(...drafts);
    expect(people.map((who) => whereabouts(desk.seen(who)))).toEqual(['here', 'here', 'here']);
    expect(arriveTogether(at('08:53'), arrivals, desk.all())).toMatchObject({ ok: false });

    desk.drafts.push(...made(retractAll(at('08:54'), MEETING, eventsIn(drafts))));
    expect(people.map((who) => whereabouts(desk.seen(who)))).toEqual([
      'missing',
      'here',
      'missing',
    ]);
  });
});

describe('closing out', () => {
  it('waits for the end, and then lets everybody who is inside leave at it', () => {
    const desk = new Desk();
    desk.arrives('08:52', inMorning, person(1));
    desk.arrives('08:55', inMorning, person(2));
    desk.leaves('10:00', MORNING_SCOPE, person(2));
    desk.arrives('09:10', ['reception'], person(3));
    expect(closeOut(at('11:59'), MORNING, desk.all().values())).toEqual({
      ok: false,
      reason: 'not-ended',
    });
    const drafts = made(closeOut(at('12:30'), MORNING, desk.all().values()));
    expect(drafts.map(({ type, subjects, body }) => [type, subjects, body])).toEqual([
      [
        'attendance.left',
        [person(1)],
        {
          ...{ person: person(1), scope: MORNING_SCOPE, modality: 'in-person' },
          ...{ when: MORNING.end, source: 'close-out' },
        },
      ],
    ]);
    desk.drafts.push(...drafts);
    expect(stillInside(MORNING.id, desk.all().values())).toEqual([]);
    expect(closeOut(at('12:31'), MORNING, desk.all().values())).toEqual({
      ok: false,
      reason: 'nobody-inside',
    });
  });

  it('also closes a stay that began after the end, and nothing of the next session', () => {
    const desk = new Desk();
    desk.arrives('12:05');
    desk.arrives('13:50', inAfternoon);
    const drafts = made(closeOut(at('14:10'), MORNING, desk.all().values()));
    expect(drafts.map(({ body }) => body['when'])).toEqual(['2026-11-21T12:05:00.001Z']);
    desk.drafts.push(...drafts);
    expect(whereabouts(desk.seen())).toBe('here');
    expect(stillInside(AFTERNOON.id, desk.all().values())).toHaveLength(1);
  });
});

describe('the roll-call', () => {
  it('says that somebody is online in the session, and nothing of the room', () => {
    const desk = new Desk();
    const called = {
      ...{ meeting: MEETING, person: person(1), scopes: [MORNING_SCOPE] },
      ...({ modality: 'virtual', source: 'roll-call' } as const),
    };
    desk.drafts.push(...made(arrive(at('09:05'), called, undefined)));
    expect(whereabouts(desk.seen())).toBe('online');
    expect(arrive(at('09:06'), called, desk.seen())).toEqual({ ok: false, reason: 'already-here' });
    expect(made(desk.arrives('09:30'))).toHaveLength(2);
    expect(whereabouts(desk.seen())).toBe('here');
  });
});

describe('identity', () => {
  const nomination = { id: person(9), meeting: MEETING, person: person(1), identitySeenAt: null };

  it('is marked with the time alone, and the mark is taken back', () => {
    const [seen] = made(markIdentity(at('08:52'), nomination, true, ['head']));
    expect(seen).toMatchObject({
      ...{ type: 'nomination.identity-seen', over: ['head'], subjects: [person(1)] },
      body: { id: nomination.id, set: { identitySeenAt: '2026-11-21T08:52:00.000Z' } },
      personal: null,
    });
    expect(markIdentity(at('08:53'), nomination, false, [])).toMatchObject({ ok: false });
    const marked = { ...nomination, identitySeenAt: '2026-11-21T08:52:00.000Z' };
    const [back] = made(markIdentity(at('08:53'), marked, false, []));
    expect(back?.body['set']).toEqual({ identitySeenAt: null });
  });
});

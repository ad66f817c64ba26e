import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addEvent, correctEvent, retractEvent } from '@shared/domain/attendance/correct';
import { arrive, eventsIn, leave, retractAll } from '@shared/domain/attendance/decide';
import { presenceOf } from '@shared/domain/attendance/presence';
import { presenceBasis } from '@shared/domain/attendance/presence-basis';
import { recordOf } from '@shared/domain/attendance/record';
import { closeOut } from '@shared/domain/attendance/together';
import { DEFAULT_RULES } from '@shared/domain/meeting/types';
import { checkDraft } from '@shared/journal/catalogue';
import type { DecisionContext } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import { counting } from '../../../support/deciding';
import { stamp } from '../../../support/stamp';
import {
  AFTERNOON,
  attendanceAfter,
  made,
  MEETING,
  MORNING,
  person,
  seenAfter,
} from './desk-world';

const context = counting();
const at = (time: string): DecisionContext => ({ ...context, now: `2026-11-21T${time}:00.000Z` });
const MORNING_SCOPE = `session:${MORNING.id}`;
const ANA = person(1);
const arrival = {
  ...{ meeting: MEETING, person: ANA, scopes: ['reception', MORNING_SCOPE] },
  ...({ modality: 'in-person', source: 'scan' } as const),
};
const meeting = { rules: DEFAULT_RULES, timeZone: 'UTC' };
const basis = presenceBasis(meeting, [MORNING, AFTERNOON], []);
const presence = (drafts: readonly Draft[]) =>
  presenceOf(basis, ANA, seenAfter(drafts).get(ANA)?.events ?? [], []);

describe('a correction', () => {
  const drafts = made(arrive(at('08:52'), arrival, undefined));
  const wrong = seenAfter(drafts)
    .get(ANA)!
    .events.find(({ scope }) => scope === MORNING_SCOPE)!;
  const right = { kind: 'arrived', scope: `session:${AFTERNOON.id}` } as const;
  const put = { ...right, modality: 'in-person', when: '2026-11-21T14:05:00.000Z' } as const;

  it('takes the wrong event back and writes the right one, as one act with its reason', () => {
    const acts = made(correctEvent(at('18:00'), MEETING, ANA, wrong, put, ' wrong badge '));
    expect(acts.map(({ type, over, body, personal }) => [type, over, body, personal])).toEqual([
      ['attendance.retracted', [wrong.id], { person: ANA }, { note: 'wrong badge' }],
      [
        'attendance.arrived',
        [],
        {
          person: ANA,
          ...{ scope: put.scope, modality: put.modality, when: put.when },
          source: 'correction',
        },
        { note: 'wrong badge' },
      ],
    ]);
    for (const one of acts) expect(() => checkDraft(one)).not.toThrow();
  });

  it('counts once: the session that it says, and no longer the one that was wrong', () => {
    const after = [...drafts, ...made(correctEvent(at('18:00'), MEETING, ANA, wrong, put, 'why'))];
    const { sessions, modality } = presence(after);
    expect([...sessions.keys()]).toEqual([AFTERNOON.id]);
    expect(modality).toBe('in-person');
  });

  it('leaves the original on record, struck out, with who took it back and why', () => {
    const after = [...drafts, ...made(correctEvent(at('18:00'), MEETING, ANA, wrong, put, 'why'))];
    const history = [...stamp(after)].map((operation, n) => ({ n: n + 1, operation }));
    const record = recordOf(history, MEETING);
    expect(record.map(({ event, retracted }) => [event.source, retracted?.note ?? null])).toEqual([
      ['scan', null],
      ['scan', 'why'],
      ['correction', null],
    ]);
    const refused = history.map((one) => ({ ...one, void: true as const }));
    expect(recordOf(refused, MEETING)).toEqual([]);
    expect(recordOf(history, person(7))).toEqual([]);
  });

  it.each([
    ['without a reason', put, '  ', 'reason-missing'],
    ['that changes nothing', { ...wrong }, 'why', 'unchanged'],
    ['of what is still to come', { ...put, when: '2026-11-22T09:00:00.000Z' }, 'why', 'in-future'],
  ])('%s is refused', (_name, wanted, note, reason) => {
    expect(correctEvent(at('18:00'), MEETING, ANA, wrong, wanted, note)).toEqual({
      ok: false,
      reason,
    });
  });

  it('adds what nobody recorded, and takes back what never was, with the reason', () => {
    const [added] = made(addEvent(at('18:00'), MEETING, ANA, put, 'on the sheet'));
    expect(added).toMatchObject({
      body: { source: 'correction' },
      personal: { note: 'on the sheet' },
    });
    expect(addEvent(at('18:00'), MEETING, ANA, put, '')).toMatchObject({ ok: false });
    const [taken] = made(retractEvent(at('18:00'), MEETING, ANA, wrong, 'somebody else'));
    expect(taken).toMatchObject({ over: [wrong.id], personal: { note: 'somebody else' } });
    expect(retractEvent(at('18:00'), MEETING, ANA, wrong, ' ')).toMatchObject({ ok: false });
  });
});

describe('what figures make of it', () => {
  it('a close-out does not erase presence', () => {
    const came = made(arrive(at('08:52'), arrival, undefined));
    const closed = made(closeOut(at('12:30'), MORNING, seenAfter(came).values()));
    expect(presence([...came, ...closed])).toEqual(presence(came));
    expect(presence(came).sessions.get(MORNING.id)?.inPerson).toBe(true);
  });

  it('coming back after leaving counts once', () => {
    const came = made(arrive(at('08:52'), arrival, undefined));
    const seen = () => seenAfter(came).get(ANA);
    const departure = { meeting: MEETING, person: ANA, scope: MORNING_SCOPE } as const;
    const once = presence(came);
    came.push(...made(leave(at('10:00'), { ...departure, source: 'search' }, seen())));
    came.push(...made(arrive(at('10:20'), arrival, seen())));
    expect(presence(came)).toEqual(once);
  });

  it('a corrected online arrival stands beside a report that covers the session', () => {
    const put = { kind: 'arrived', scope: MORNING_SCOPE, modality: 'virtual' } as const;
    const when = '2026-11-21T09:05:00.000Z';
    const added = made(
      addEvent(at('18:00'), MEETING, ANA, { ...put, when }, 'dialled in by phone'),
    );
    const called = made(
      arrive(
        at('09:05'),
        { ...arrival, scopes: [MORNING_SCOPE], modality: 'virtual', source: 'roll-call' },
        undefined,
      ),
    );
    const others = [[[Date.parse(MORNING.start), Date.parse(MORNING.end)] as const]];
    const covered = presenceBasis(meeting, [MORNING], others);
    const inMorning = (drafts: Draft[]) =>
      presenceOf(covered, ANA, seenAfter(drafts).get(ANA)?.events ?? [], []).sessions.get(
        MORNING.id,
      )?.virtual ?? false;
    expect([inMorning(added), inMorning(called)]).toEqual([true, false]);
  });
});

describe('several desks', () => {
  /** What one desk may do next, from what it knows. */
  const acts = fc.constantFrom('arrive', 'leave', 'correct', 'retract', 'close', 'undo' as const);

  it('agree, in whatever order events and what takes them back arrive', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(acts, fc.nat(2), fc.nat(1), fc.nat(500)), { maxLength: 25 }),
        fc.infiniteStream(fc.nat()),
        (steps, chance) => {
          const own = counting(1000);
          const written: Draft[][] = [];
          for (const [what, who, where, minutes] of steps) {
            const now = new Date(Date.parse(MORNING.start) + minutes * 60_000).toISOString();
            const here = { ...own, now };
            const known = seenAfter(written.flat());
            const seen = known.get(person(who));
            const session = where === 0 ? MORNING : AFTERNOON;
            const scope = `session:${session.id}`;
            const whom = { meeting: MEETING, person: person(who) };
            const decision = (() => {
              switch (what) {
                case 'arrive':
                  return arrive(here, { ...arrival, ...whom, scopes: ['reception', scope] }, seen);
                case 'leave':
                  return leave(here, { ...whom, scope, source: 'search' }, seen);
                case 'close':
                  return closeOut(here, session, known.values());
                case 'undo':
                  return retractAll(here, MEETING, eventsIn(written.at(-1) ?? []));
                case 'retract':
                case 'correct': {
                  const [first] = seen?.events ?? [];
                  if (first === undefined) return { ok: false as const, reason: 'nothing' };
                  const right = { ...first, scope, when: MORNING.start };
                  return what === 'correct'
                    ? correctEvent(here, MEETING, person(who), first, right, 'why')
                    : retractEvent(here, MEETING, person(who), first, 'why');
                }
              }
            })();
            if (decision.ok) written.push(decision.drafts);
          }
          const operations = [...stamp(written.flat())];
          const shuffled = operations
            .map((operation) => ({ operation, place: Number(chance.next().value) }))
            .sort((a, b) => a.place - b.place)
            .map(({ operation }) => operation);
          const straight = attendanceAfter(operations);
          const other = attendanceAfter([...shuffled, ...shuffled.slice(0, 5)]);
          expect(Object.fromEntries(other)).toEqual(Object.fromEntries(straight));
        },
      ),
    );
  });
});

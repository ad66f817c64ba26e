import { describe, expect, it } from 'vitest';
import { signedAt, takeSignature, takeSignatureBack } from '@shared/domain/attendance/paper';
import type { Attendance, AttendanceEvent } from '@shared/domain/attendance/types';
import { checkDraft } from '@shared/journal/catalogue';
import { seededIds } from '../../../support/seeded';

const newId = seededIds(3);
const [MEETING, PERSON, SESSION] = [newId(), newId(), newId()];
const session = {
  ...{ id: SESSION, start: '2023-09-12T07:00:00.000Z', end: '2023-09-12T10:00:00.000Z' },
};
const AFTERWARDS = '2023-09-12T18:00:00.000Z';

const seen = (...events: Partial<AttendanceEvent>[]): Attendance => ({
  ...{ meeting: MEETING, person: PERSON },
  events: events.map((one) => ({
    ...{ id: newId(), kind: 'arrived', scope: `session:${SESSION}`, modality: 'in-person' },
    ...{ when: '2023-09-12T07:20:00.000Z', replica: '0a0a0a0a', source: 'search', ...one },
  })),
});

const take = (attendance?: Attendance, now = AFTERWARDS) =>
  takeSignature({ newId, now }, { meeting: MEETING, person: PERSON, session }, attendance);

const scopes = (attendance?: Attendance) => {
  const decision = take(attendance);
  return decision.ok ? decision.drafts.map(({ body }) => body['scope']) : decision.reason;
};

describe('a signature on a sheet', () => {
  it('is presence at reception and in the session, from its start, by paper', () => {
    const decision = take();
    if (!decision.ok) throw new Error(decision.reason);
    decision.drafts.forEach(checkDraft);
    expect(
      decision.drafts.map(({ type, meeting, subjects, body }) => [type, meeting, subjects, body]),
    ).toEqual(
      ['reception', `session:${SESSION}`].map((scope) => [
        ...['attendance.arrived', MEETING, [PERSON]],
        {
          ...{ person: PERSON, scope, modality: 'in-person', source: 'paper' },
          when: session.start,
        },
      ]),
    );
  });

  it('is not later than now, when sheets are entered before the session', () => {
    expect(signedAt(session, '2023-09-12T06:50:00.000Z')).toBe('2023-09-12T06:50:00.000Z');
    expect(signedAt(session, AFTERWARDS)).toBe(session.start);
  });

  it.each<[string, Attendance, string | string[]]>([
    ['was seen in the session already', seen({}), 'already-here'],
    ['signed twice', seen({ source: 'paper' }), 'already-here'],
    ['was only at reception', seen({ scope: 'reception' }), [`session:${SESSION}`]],
    ['was only online', seen({ modality: 'virtual' }), ['reception', `session:${SESSION}`]],
    ['only left', seen({ kind: 'left' }), ['reception', `session:${SESSION}`]],
    [
      'was in another session',
      seen({ scope: `session:${MEETING}` }),
      ['reception', `session:${SESSION}`],
    ],
  ])('of somebody who %s', (_who, attendance, recorded) => {
    expect(scopes(attendance)).toEqual(recorded);
  });
});

describe('taking a signature back', () => {
  const OTHER = newId();
  const PAPER = { source: 'paper', when: session.start } as const;
  const RECEPTION = { ...PAPER, scope: 'reception' } as const;
  const back = (...records: Attendance[]) =>
    takeSignatureBack({ newId, now: AFTERWARDS }, { meeting: MEETING, session }, records);
  /** Scopes of what is taken back, by the record that it is taken from. */
  const taken = (...records: Attendance[]) => {
    const decision = back(...records);
    if (!decision.ok) return decision.reason;
    decision.drafts.forEach(checkDraft);
    return decision.drafts.map(({ over, body }) => {
      const record = records.find(({ person }) => person === body['person']);
      return over.map((id) => record?.events.find((event) => event.id === id)?.scope);
    });
  };
  const own = `session:${SESSION}`;

  it.each<[string, Attendance, unknown]>([
    ['of somebody whom only paper knows', seen(RECEPTION, PAPER), [['reception', own]]],
    ['leaves reception as the desk saw it', seen({ scope: 'reception' }, PAPER), [[own]]],
    [
      'leaves reception to whoever signed for another session',
      seen(RECEPTION, PAPER, { ...PAPER, scope: `session:${OTHER}` }),
      [[own]],
    ],
    [
      'leaves reception to whom the desk saw in another session since',
      seen(RECEPTION, PAPER, { scope: `session:${OTHER}` }),
      [[own]],
    ],
    [
      'takes reception with the last that spoke for it, whenever it was',
      seen({ ...RECEPTION, when: '2023-09-11T07:00:00.000Z' }, PAPER),
      [['reception', own]],
    ],
    ['leaves what the desk saw in the session', seen({}), 'nothing-to-undo'],
    ['leaves what was online', seen({ ...PAPER, modality: 'virtual' }), 'nothing-to-undo'],
  ])('%s', (_what, attendance, expected) => {
    expect(taken(attendance)).toEqual(expected);
  });

  it('takes it from the record in which it was written, be that merged since', () => {
    const merged: Attendance = { ...seen(PAPER), person: newId() };
    const decision = back(seen(RECEPTION), merged);
    if (!decision.ok) throw new Error(decision.reason);
    expect(decision.drafts.map(({ body, over }) => [body['person'], over])).toEqual([
      [PERSON, [expect.any(String)]],
      [merged.person, merged.events.map(({ id }) => id)],
    ]);
  });
});

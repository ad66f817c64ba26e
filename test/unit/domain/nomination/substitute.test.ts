import { describe, expect, it } from 'vitest';
import {
  decideSubstitution,
  type Substitution,
  type SubstitutionNow,
} from '@shared/domain/nomination/substitute';
import { BADGE_DEFAULTS, type Badge } from '@shared/domain/badge/types';
import { counting } from '../../../support/deciding';
import { drafts, headsOf, id, MEETING, nomination } from './build';

const seat = nomination('1', { capacity: 'head', modality: 'virtual' });
const badge = (end: string, fields: Partial<Badge> = {}): Badge => ({
  ...BADGE_DEFAULTS,
  ...{ id: id(`b${end}`), meeting: MEETING, person: seat.person, ...fields },
});
const SUBSTITUTION: Substitution = {
  meeting: { id: MEETING, state: 'in-session' },
  nomination: seat,
  replaced: [seat.person],
  person: { id: null, set: { full: 'Ada Onova' }, records: [] },
  authorisedBy: '',
  receivedOn: '2026-11-21',
  scopes: ['reception'],
  source: 'search',
};
const NOW: SubstitutionNow = {
  nominations: [seat],
  headsOf,
  forgotten: false,
  attendance: undefined,
  badges: [
    badge('1'),
    badge('2', { revokedFor: 'lost' }),
    badge('3', { meeting: id('a2') }),
    badge('4', { person: id('e9') }),
    badge('5', { kind: 'floating', person: null, lentTo: seat.person }),
  ],
  badgeHeads: (one) => [one.replace('-7000-', '-7bbb-')],
};
const decide = (substitution: Partial<Substitution> = {}, now: Partial<SubstitutionNow> = {}) =>
  decideSubstitution(counting(), { ...SUBSTITUTION, ...substitution }, { ...NOW, ...now });

describe('a substitute', () => {
  it('takes over the seat and has arrived; the badge of the other is revoked: one act', () => {
    const [person, received, replaced, arrived, revoked, ...rest] = drafts(decide());
    expect(rest).toEqual([]);
    const who = person?.body['id'];
    expect(received?.body['set']).toMatchObject({
      ...{ person: who, party: seat.party, capacity: 'head', modality: 'virtual' },
      ...{ state: 'accepted', receivedOn: '2026-11-21', source: null },
    });
    expect(received?.body['set']).not.toMatchObject({ walkIn: true });
    expect(replaced).toMatchObject({
      type: 'nomination.replaced',
      body: { id: seat.id, set: { state: 'replaced', replacedBy: received?.body['id'] } },
      personal: { set: { authorisedBy: null } },
    });
    expect(arrived).toMatchObject({
      type: 'attendance.arrived',
      subjects: [who],
      body: { person: who, scope: 'reception', modality: 'in-person' },
    });
    expect(revoked).toMatchObject({
      type: 'badge.revoked',
      over: [id('b1').replace('-7000-', '-7bbb-')],
      subjects: [seat.person],
      body: { id: id('b1'), set: { revokedFor: 'replaced' } },
    });
  });

  it('comes on somebody’s word', () => {
    const made = drafts(decide({ authorisedBy: ' Head of delegation ' }));
    const replaced = made.find(({ type }) => type === 'nomination.replaced');
    expect(replaced?.personal).toEqual({ set: { authorisedBy: 'Head of delegation' } });
  });

  it('who is nominated already keeps that nomination, which is accepted', () => {
    const own = nomination('2', { state: 'received' });
    const person = { id: id('e3'), set: {}, records: [id('e3'), own.person] };
    const made = drafts(decide({ person }, { nominations: [seat, own] }));
    expect(made.map(({ type }) => type)).toEqual([
      'nomination.accepted',
      'nomination.replaced',
      'attendance.arrived',
      'badge.revoked',
    ]);
    expect(made[2]?.subjects).toEqual([own.person]);
  });

  it.each<[string, Partial<Substitution>, Partial<SubstitutionNow>]>([
    ['name-missing', { person: { id: null, set: { full: ' ' }, records: [] } }, {}],
    ['itself', { person: { id: seat.person, set: {}, records: [seat.person] } }, {}],
    ['forgotten', {}, { forgotten: true }],
    ['meeting-closed', { meeting: { id: MEETING, state: 'closed' } }, {}],
    ['not-allowed', { nomination: { ...seat, state: 'received' } }, { nominations: [] }],
    ['not-allowed', {}, { nominations: [{ ...seat, state: 'withdrawn' }] }],
  ])('is refused: %s', (reason, substitution, now) => {
    expect(decide(substitution, now)).toMatchObject({ ok: false, reason });
  });
});

import { describe, expect, it } from 'vitest';
import {
  issueBadge,
  issueFloating,
  lendBadge,
  printsOf,
  recordPrint,
  returnBadge,
  revokeBadge,
  type Printing,
} from '@shared/domain/badge/decide';
import { PRINT_DEFAULTS, type PrintRecord } from '@shared/domain/badge/types';
import { counting } from '../../../support/deciding';
import { drafts } from '../nomination/build';
import { badge, codeAt, DESK, floating, id, MEETING, OTHER_MEETING, PARTY } from './support';

const headsOf = (record: string) => [record.replace('-7000-', '-7fff-')];
const wearer = (end: string) => ({ id: id(`e${end}`), forgotten: false });
const context = counting();

describe('issuing', () => {
  const input = { meeting: MEETING, person: wearer('1'), code: codeAt(9) };

  it('gives a badge, and says which', () => {
    const decision = issueBadge(counting(), input, [badge('2', { person: id('e2') })]);
    const [one, ...more] = drafts(decision);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      ...{ type: 'badge.issued', meeting: MEETING, subjects: [id('e1')], personal: null },
      body: { id: id('1'), set: { code: codeAt(9), kind: 'personal', person: id('e1') } },
    });
    expect(decision).toMatchObject({
      badge: { id: id('1'), code: codeAt(9), meeting: MEETING, person: id('e1'), revokedFor: null },
    });
  });

  it('leaves who has one that holds with it: of two, the same one on every desk', () => {
    const own = [badge('3'), badge('2'), badge('4')];
    expect(issueBadge(context, input, own)).toEqual({ ok: true, drafts: [], badge: own[1] });
  });

  it('does not take a revoked, a floating or another meeting’s badge for one that holds', () => {
    const others = [
      badge('2', { revokedFor: 'lost' }),
      badge('3', { meeting: OTHER_MEETING }),
      floating('4', { lentTo: id('e1') }),
    ];
    expect(drafts(issueBadge(context, input, others))).toHaveLength(1);
  });

  it('refuses somebody forgotten, and what is no code', () => {
    const forgotten = { ...wearer('1'), forgotten: true };
    expect(issueBadge(context, { ...input, person: forgotten }, [badge('2')])).toEqual({
      ...{ ok: false, reason: 'forgotten' },
    });
    expect(issueBadge(context, { ...input, code: 'ABC' }, [])).toEqual({
      ...{ ok: false, reason: 'not-a-code' },
    });
  });

  it('makes floating badges, with what stands on them', () => {
    const floats = { meeting: MEETING, party: PARTY, label: ' Delegation 1 ', code: codeAt(8) };
    const [one] = drafts(issueFloating(counting(), floats));
    expect(one).toMatchObject({
      ...{ type: 'badge.issued', subjects: [], personal: { set: { label: 'Delegation 1' } } },
      body: { set: { code: codeAt(8), kind: 'floating', person: null, party: PARTY } },
    });
    expect(issueFloating(context, { ...floats, label: ' ' })).toMatchObject({
      reason: 'label-missing',
    });
    expect(issueFloating(context, { ...floats, code: '' })).toMatchObject({ reason: 'not-a-code' });
  });
});

describe('revoking', () => {
  it('says why, over what was there', () => {
    const own = badge('1');
    const decision = revokeBadge(context, own, { why: 'lost', successor: null, headsOf });
    expect(drafts(decision)).toMatchObject([
      {
        ...{ type: 'badge.revoked', over: headsOf(own.id), subjects: [id('e1')] },
        body: { id: own.id, set: { revokedFor: 'lost' } },
      },
    ]);
    expect(decision).toMatchObject({ badge: { id: own.id, revokedFor: 'lost' } });
  });

  it('puts another badge in its place in the same decision', () => {
    const own = floating('1', { lentTo: id('e1'), lentAt: '2026-11-21T08:00:00.000Z' });
    const input = { why: 'damaged', successor: codeAt(9), headsOf } as const;
    const decision = revokeBadge(counting(), own, input);
    const [issued, revoked] = drafts(decision);
    expect(issued).toMatchObject({
      ...{ type: 'badge.issued', personal: { set: { label: 'Delegation 1' } } },
      body: { id: id('1'), set: { code: codeAt(9), kind: 'floating', party: PARTY } },
    });
    expect(revoked?.body).toEqual({
      ...{ id: own.id, set: { revokedFor: 'damaged', successor: id('1') } },
    });
    expect(decision).toMatchObject({ badge: { id: id('1'), lentTo: null, label: 'Delegation 1' } });
  });

  it('refuses the second time, and says why it was the first', () => {
    const lost = badge('1', { revokedFor: 'lost' });
    expect(revokeBadge(context, lost, { why: 'misused', successor: null, headsOf })).toEqual({
      ...{ ok: false, reason: 'already-revoked', params: { why: 'lost' } },
    });
  });

  it('refuses a successor that has no code', () => {
    const input = { why: 'lost', successor: 'nothing', headsOf } as const;
    expect(revokeBadge(context, badge('1'), input)).toMatchObject({ reason: 'not-a-code' });
  });
});

describe('lending', () => {
  it('is from now on', () => {
    const free = floating('1');
    expect(drafts(lendBadge(context, free, { person: wearer('1'), headsOf }))).toMatchObject([
      {
        ...{ type: 'badge.lent', subjects: [id('e1')], over: headsOf(free.id) },
        body: { id: free.id, set: { lentTo: id('e1'), lentAt: context.now } },
      },
    ]);
  });

  it('writes nothing for who wears it already', () => {
    const lent = floating('1', { lentTo: id('e1') });
    expect(lendBadge(context, lent, { person: wearer('1'), headsOf })).toEqual({
      ...{ ok: true, drafts: [] },
    });
  });

  it.each([
    ['a personal one', badge('1'), wearer('1'), { reason: 'not-floating' }],
    [
      'a revoked one',
      floating('1', { revokedFor: 'lost' }),
      wearer('1'),
      { reason: 'revoked', params: { why: 'lost' } },
    ],
    [
      'one that somebody else wears, and says who',
      floating('1', { lentTo: id('e2') }),
      wearer('1'),
      { reason: 'lent', params: { to: id('e2') } },
    ],
    [
      'one to somebody forgotten',
      floating('1'),
      { ...wearer('1'), forgotten: true },
      { reason: 'forgotten' },
    ],
  ])('refuses %s', (_what, one, person, refusal) => {
    expect(lendBadge(context, one, { person, headsOf })).toEqual({ ok: false, ...refusal });
  });

  it('ends when the badge comes back, also a revoked one that was found', () => {
    const lent = floating('1', { lentTo: id('e1'), revokedFor: 'lost' });
    expect(drafts(returnBadge(context, lent, headsOf))).toMatchObject([
      {
        ...{ type: 'badge.returned', subjects: [id('e1')] },
        body: { id: lent.id, set: { lentTo: null, lentAt: null } },
      },
    ]);
  });

  it('cannot end where nothing was lent', () => {
    expect(returnBadge(context, floating('1'), headsOf)).toEqual({ ok: false, reason: 'not-lent' });
    expect(returnBadge(context, badge('1'), headsOf)).toEqual({
      ...{ ok: false, reason: 'not-floating' },
    });
  });
});

describe('the print log', () => {
  const own = badge('1');
  const printing: Printing = {
    ...{ kind: 'badge', badge: own, person: id('e1'), party: PARTY, template: 'portrait' },
  };
  const plate: Printing = { ...printing, kind: 'nameplate', badge: null, template: 'nameplate' };
  const line: PrintRecord = {
    ...{ ...PRINT_DEFAULTS, id: id('c1'), meeting: MEETING, badge: own.id, person: id('e1') },
    ...{ party: PARTY, at: '2026-11-20T18:00:00.000Z' },
  };
  const input = { meeting: MEETING, desk: DESK, reason: '', log: [] as PrintRecord[] };

  it('has a line for each thing, with time and desk', () => {
    const lines = drafts(recordPrint(context, [printing, plate], input));
    expect(lines).toMatchObject([
      {
        ...{ type: 'badge.printed', subjects: [id('e1')], personal: null },
        body: { set: { kind: 'badge', badge: own.id, at: context.now, desk: DESK } },
      },
      { body: { set: { kind: 'nameplate', badge: null, person: id('e1'), party: PARTY } } },
    ]);
  });

  it('asks for a reason the second time, and keeps it with what was printed again', () => {
    const log = [line];
    expect(recordPrint(context, [printing, plate], { ...input, log })).toEqual({
      ...{ ok: false, reason: 'reason-missing', params: { count: '1' } },
    });
    const again = { ...input, log, reason: ' smudged ' };
    const written = drafts(recordPrint(context, [printing, plate], again));
    expect(written.map(({ personal }) => personal)).toEqual([{ set: { reason: 'smudged' } }, null]);
  });

  it('refuses a badge that does not hold', () => {
    const revoked = { ...printing, badge: badge('1', { revokedFor: 'lost' }) };
    expect(recordPrint(context, [plate, revoked], input)).toEqual({ ok: false, reason: 'revoked' });
  });

  it('knows prints of a badge by the badge, plates by the person, else by the delegation', () => {
    const log = [
      line,
      { ...line, id: id('c2'), badge: id('b2') },
      { ...line, id: id('c3'), kind: 'nameplate' as const, badge: null },
      { ...line, id: id('c4'), kind: 'nameplate' as const, badge: null, person: null },
    ];
    const ids = (one: Printing) => printsOf(one, log).map((found) => found.id);
    expect(ids(printing)).toEqual([id('c1')]);
    expect(ids(plate)).toEqual([id('c3')]);
    expect(ids({ ...plate, person: null })).toEqual([id('c3'), id('c4')]);
  });
});

import { describe, expect, it } from 'vitest';
import { newBadgeCode } from '@shared/domain/badge/code';
import {
  BADGE_DEFAULTS,
  PRINT_DEFAULTS,
  type Badge,
  type PrintRecord,
} from '@shared/domain/badge/types';
import { setLogo } from '@shared/domain/badge/logo';
import { MEETING_DEFAULTS } from '@shared/domain/meeting/types';
import { NOMINATION_DEFAULTS, type Nomination } from '@shared/domain/nomination/types';
import { PARTY_DEFAULTS, PARTY_PERSONAL_DEFAULTS } from '@shared/domain/party/types';
import { PERSON_DEFAULTS, type Person } from '@shared/domain/person/types';
import { labelsOf, sheetFor } from '@shared/codecs/badges/sheets';
import { planPrint, type PlanRequest, type PlanTools } from '@renderer/features/badges/print/plan';
import { nextStart, setupOf } from '@renderer/features/badges/setup';
import { BadgeWorld, stateOf, type BadgeData } from '@renderer/features/badges/world';

const MEETING = { ...MEETING_DEFAULTS, id: 'meeting', title: 'Sample meeting' };
const PARTY = {
  ...PARTY_DEFAULTS,
  ...PARTY_PERSONAL_DEFAULTS,
  ...{ id: 'party', code: 'AUT', names: { en: 'Austria' } },
};
let codes = 0;
const code = () => {
  codes += 1;
  return newBadgeCode((count) => Uint8Array.from({ length: count }, (_, at) => codes * 7 + at * 3));
};
const CODE = code();

const person = (id: string, change: Partial<Person> = {}): Person => ({
  ...{ ...PERSON_DEFAULTS, id, family: 'Sample', given: id },
  ...change,
});
const nomination = (id: string, change: Partial<Nomination> = {}): Nomination => ({
  ...{ ...NOMINATION_DEFAULTS, id: `n-${id}`, meeting: 'meeting', person: id, party: 'party' },
  state: 'accepted',
  ...change,
});
const badge = (id: string, change: Partial<Badge> = {}): Badge => ({
  ...{ ...BADGE_DEFAULTS, id, meeting: 'meeting', code: CODE, person: 'anna' },
  ...change,
});
const printed = (id: string, change: Partial<PrintRecord> = {}): PrintRecord => ({
  ...{ ...PRINT_DEFAULTS, id, meeting: 'meeting', badge: 'b1', person: 'anna', party: 'party' },
  at: '2026-11-21T12:00:00.000Z',
  ...change,
});

const world = (change: Partial<BadgeData> = {}) =>
  new BadgeWorld({
    ...{ meeting: MEETING, people: [person('anna')], parties: [PARTY] },
    ...{ nominations: [nomination('anna')], badges: [], prints: [] },
    ...change,
  });

const request = (change: Partial<PlanRequest> = {}): PlanRequest => ({
  ...{ items: [{ kind: 'person', id: 'anna' }], template: 'portrait', language: 'en' },
  ...{ word: (key) => key, again: null },
  ...change,
});

const tools = (): PlanTools => {
  let ids = 0;
  return {
    context: {
      newId: () => {
        ids += 1;
        return `new-${ids}`;
      },
      now: '2026-11-22T08:00:00.000Z',
    },
    newCode: code,
    headsOf: (_, fields) => fields.map((field) => `head-${field}`),
  };
};

function planned(data: Partial<BadgeData>, change: Partial<PlanRequest> = {}) {
  const plan = planPrint(world(data), request(change), tools());
  if (!plan.ok) throw new Error(plan.reason);
  return plan.jobs.map(({ content, printing, drafts }) => ({
    ...{ content, printing },
    types: drafts.map(({ type }) => type),
    drafts,
  }));
}

describe('a plan to print', () => {
  it('issues a code to who has none', () => {
    const [job] = planned({});
    expect(job?.types).toEqual(['badge.issued']);
    expect(job?.content.code).toBe(job?.printing.badge?.code);
    expect(job?.printing).toMatchObject({ kind: 'badge', person: 'anna', party: 'party' });
  });

  it('keeps the code of who has one', () => {
    const [job] = planned({ badges: [badge('b1')] });
    expect([job?.types, job?.content.code]).toEqual([[], CODE]);
  });

  it('asks why, when something was printed before, and names it', () => {
    const data = { badges: [badge('b1')], prints: [printed('p1')] };
    expect(planPrint(world(data), request(), tools())).toEqual({
      ok: false,
      reason: 'reason-missing',
      items: [{ kind: 'person', id: 'anna' }],
    });
  });

  it('keeps the code of a damaged one', () => {
    const data = { badges: [badge('b1')], prints: [printed('p1')] };
    const [job] = planned(data, { again: { lost: false, reason: 'damaged' } });
    expect([job?.types, job?.content.code]).toEqual([[], CODE]);
  });

  it('puts another one in the place of a lost one', () => {
    const data = { badges: [badge('b1')], prints: [printed('p1')] };
    const [job] = planned(data, { again: { lost: true, reason: 'lost' } });
    expect(job?.types).toEqual(['badge.issued', 'badge.revoked']);
    expect(job?.content.code).not.toBe(CODE);
    const revoked = job?.drafts[1];
    expect(revoked?.body).toEqual({
      id: 'b1',
      set: { revokedFor: 'lost', successor: job?.printing.badge?.id },
    });
    expect(revoked?.over).toEqual(['head-revokedFor', 'head-successor']);
  });

  it('revokes nothing of somebody who is in the same batch for the first time', () => {
    const data = {
      people: [person('anna'), person('bo')],
      nominations: [nomination('anna'), nomination('bo')],
      badges: [badge('b1')],
      prints: [printed('p1')],
    };
    const items = ['anna', 'bo'].map((id) => ({ kind: 'person' as const, id }));
    const jobs = planned(data, { items, again: { lost: true, reason: 'lost' } });
    expect(jobs.map(({ types }) => types)).toEqual([
      ['badge.issued', 'badge.revoked'],
      ['badge.issued'],
    ]);
  });

  it('issues a new code to whose badge was revoked, without a question', () => {
    const data = { badges: [badge('b1', { revokedFor: 'lost' })], prints: [printed('p1')] };
    expect(planned(data)[0]?.types).toEqual(['badge.issued']);
  });

  it('takes merged records for one person', () => {
    const data = {
      people: [person('anna'), person('ann', { mergedInto: 'anna' })],
      badges: [badge('b1', { person: 'ann' })],
    };
    expect(planned(data, { items: [{ kind: 'person', id: 'ann' }] })[0]?.types).toEqual([]);
  });

  it.each([
    ['somebody who was forgotten', { people: [person('anna', { forgotten: true })] }, {}],
    ['somebody whom nobody knows', { people: [] }, {}],
    ['somebody of another meeting', { nominations: [] }, {}],
    [
      'a floating badge that was revoked',
      {
        badges: [badge('b1', { kind: 'floating', person: null, revokedFor: 'lost' as const })],
      },
      { items: [{ kind: 'floating' as const, id: 'b1' }] },
    ],
    ['a delegation on a badge', {}, { items: [{ kind: 'delegation' as const, id: 'party' }] }],
  ])('prints nothing for %s', (_, data, change) => {
    expect(planPrint(world(data), request(change), tools())).toEqual({
      ok: false,
      reason: 'nothing',
    });
  });

  it('prints what is lent with its label, and for nobody', () => {
    const floating = badge('b1', {
      kind: 'floating',
      person: null,
      party: 'party',
      label: 'No. 1',
    });
    const items = [{ kind: 'floating' as const, id: 'b1' }];
    const [job] = planned({ badges: [floating] }, { items });
    expect(job?.content).toMatchObject({ family: 'No. 1', colouring: 'floating', code: CODE });
    expect(job?.printing).toMatchObject({ person: null, party: 'party' });
  });

  it('prints plates without a code, for people and for delegations', () => {
    const items = [
      { kind: 'person' as const, id: 'anna' },
      { kind: 'delegation' as const, id: 'party' },
    ];
    const jobs = planned({}, { items, template: 'nameplate' });
    expect(
      jobs.map(({ content, types, printing }) => [content.code, types, printing.kind]),
    ).toEqual([
      [null, [], 'nameplate'],
      [null, [], 'nameplate'],
    ]);
    const log = jobs.map(({ printing }, at) =>
      printed(`p${at}`, { ...printing, badge: null, kind: 'nameplate' }),
    );
    const again = planPrint(
      world({ prints: log }),
      request({ items, template: 'nameplate' }),
      tools(),
    );
    expect(again).toMatchObject({ reason: 'reason-missing', items });
  });
});

describe('who may have a badge', () => {
  const ids = (data: Partial<BadgeData>) =>
    world(data)
      .entries()
      .map(({ id }) => id);

  it.each([
    ['expected in the room', { state: 'accepted' as const }, true],
    ['a walk-in who is not approved yet', { state: 'received' as const, walkIn: true }, true],
    ['nominated and not accepted yet', { state: 'received' as const }, false],
    ['withdrawn', { state: 'withdrawn' as const }, false],
    ['online', { modality: 'virtual' as const }, false],
  ])('%s', (_, change, listed) => {
    expect(ids({ nominations: [nomination('anna', change)] })).toEqual(listed ? ['anna'] : []);
  });

  it.each([
    ['expected', []],
    ['with a badge that was printed', [badge('b1')]],
  ])('is nobody who was forgotten: %s', (_, badges) => {
    const people = [person('anna', { forgotten: true }), person('bo')];
    const nominations = [nomination('anna'), nomination('bo')];
    expect(ids({ people, nominations, badges, prints: [printed('p1')] })).toEqual(['bo']);
  });

  it('is who has one already, whatever became of the nomination', () => {
    const nominations = [nomination('anna', { state: 'withdrawn' })];
    expect(ids({ nominations, badges: [badge('b1')] })).toEqual(['anna']);
  });

  it.each([
    ['not-printed', [], []],
    ['not-printed', [badge('b1')], []],
    ['printed', [badge('b1')], [printed('p1')]],
    ['revoked', [badge('b1', { revokedFor: 'lost' as const })], [printed('p1')]],
    [
      'not-printed',
      [badge('b1', { revokedFor: 'lost' as const, successor: 'b2' }), badge('b2')],
      [printed('p1')],
    ],
  ] as const)('is %s with what was issued and printed', (state, badges, prints) => {
    const [entry] = world({ badges, prints }).entries();
    expect(entry === undefined ? null : stateOf(entry)).toBe(state);
  });
});

describe('what a desk prints with', () => {
  it('is a sheet that the template can lie on, and a place that it has', () => {
    const { sheet, startAt } = setupOf({ template: 'landscape', sheet: 'a4-tent', startAt: 99 });
    expect(sheet.templates).toContain('landscape');
    expect(startAt).toBe(labelsOf(sheet) - 1);
  });

  it('goes on where a sheet of labels was left, and begins anew on everything else', () => {
    const labels = sheetFor('landscape', 'a4-99x68');
    expect(nextStart({ sheet: labels, startAt: 6 }, 3)).toBe(1);
    expect(nextStart({ sheet: labels, startAt: 0 }, 8)).toBe(0);
    expect(nextStart({ sheet: sheetFor('portrait', 'a4-105x148'), startAt: 2 }, 1)).toBe(0);
  });
});

describe('the picture of a meeting', () => {
  const heads = (_: string, fields: readonly string[]) => fields.map((field) => `head-${field}`);
  const hash = 'a'.repeat(64);

  it('is set over what it was, with its attachment', () => {
    const { context } = tools();
    const decided = setLogo(context, { id: 'meeting', logo: null }, { logo: hash, headsOf: heads });
    expect(decided).toMatchObject({
      drafts: [
        {
          ...{ type: 'meeting.changed', meeting: 'meeting', over: ['head-logo'], blobs: [hash] },
          body: { id: 'meeting', set: { logo: hash } },
        },
      ],
    });
  });

  it('is taken away without one, and not set twice', () => {
    const { context } = tools();
    const away = setLogo(context, { id: 'meeting', logo: hash }, { logo: null, headsOf: heads });
    expect(away).toMatchObject({ drafts: [{ blobs: [], body: { set: { logo: null } } }] });
    const same = setLogo(context, { id: 'meeting', logo: hash }, { logo: hash, headsOf: heads });
    expect(same).toEqual({ ok: true, drafts: [] });
  });
});

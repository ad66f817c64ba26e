import { describe, expect, it, vi } from 'vitest';
import { loginKey } from '@shared/domain/virtual/carry';
import { importReport, type ReadLogin } from '@shared/domain/virtual/decide';
import {
  decideLogins,
  MOST_BEHIND_ONE,
  registerLogin,
  rejectPerson,
  revokeName,
  takeBackDecision,
  type Known,
} from '@shared/domain/virtual/decisions';
import { COMMIT_LIMIT } from '@shared/contract/register';
import { LOGIN_DEFAULTS, type Alias, type Link, type Login } from '@shared/domain/virtual/types';
import { NOMINATION_DEFAULTS } from '@shared/domain/nomination/types';
import type { Decision } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import { counting } from '../../../support/deciding';

const id = (digit: number) => `01890000-0000-7000-9000-${String(digit).padStart(12, '0')}`;
const MEETING = id(1);
const [ANNA, BORYS] = [id(11), id(12)];
const login = (fields: Partial<Login> = {}): Login => ({
  ...{ ...LOGIN_DEFAULTS, id: id(21), meeting: MEETING, report: id(2), name: 'A. Tarvel' },
  ...fields,
});
const known = (more: Partial<Known> = {}): Known => ({
  ...{ aliases: [], headsOf: () => [], forgotten: () => false },
  ...more,
});
const by = (...persons: string[]): Link => ({ kind: 'persons', persons, by: 'hand' });
const draftsOf = (decision: Decision): Draft[] => {
  if (!decision.ok) throw new Error(decision.reason);
  return decision.drafts;
};
const typesOf = (decision: Decision) => draftsOf(decision).map(({ type }) => type);

describe('deciding on logins', () => {
  it('links, over the heads of the link, and remembers the name of one person', () => {
    const heads = known({ headsOf: (_, __, fields) => fields.map((field) => `head of ${field}`) });
    const [link, alias] = draftsOf(
      decideLogins(counting(), [{ login: login(), link: by(ANNA), remember: true }], heads),
    );
    expect(link).toMatchObject({
      ...{ type: 'login.linked', over: ['head of link'], subjects: [id(21), ANNA] },
      body: { id: id(21), set: { link: by(ANNA) } },
    });
    expect(alias).toMatchObject({
      ...{ type: 'alias.confirmed', subjects: [ANNA] },
      personal: { set: { name: 'A. Tarvel' } },
    });
  });

  it.each([
    ['several people behind one login', by(ANNA, BORYS), true],
    ['one person whose name is not kept', by(ANNA), false],
    ['nobody', { kind: 'nobody', why: 'interpreter' } as const, true],
  ])('remembers no name of %s', (_, link, remember) => {
    expect(
      typesOf(decideLogins(counting(), [{ login: login(), link, remember }], known())),
    ).toEqual(['login.linked']);
  });

  it('remembers a name once, however many logins show it, and not one that is known', () => {
    const two = [login(), login({ id: id(22) })].map((one) => ({
      ...{ login: one, link: by(ANNA), remember: true },
    }));
    expect(typesOf(decideLogins(counting(), two, known()))).toEqual([
      ...['login.linked', 'alias.confirmed', 'login.linked'],
    ]);
    const alias: Alias = { id: id(31), person: ANNA, name: 'A. Tarvel', revoked: false };
    expect(typesOf(decideLogins(counting(), two, known({ aliases: [alias] })))).toEqual([
      ...['login.linked', 'login.linked'],
    ]);
  });

  it('counts a person once who was chosen twice', () => {
    const [link] = draftsOf(
      decideLogins(
        counting(),
        [{ login: login(), link: by(ANNA, BORYS, ANNA), remember: false }],
        known(),
      ),
    );
    expect(link?.body['set']).toEqual({ link: by(ANNA, BORYS) });
  });

  const crowd = Array.from({ length: MOST_BEHIND_ONE + 1 }, (_, at) => id(100 + at));
  it.each([
    ['nobody-chosen', login(), by()],
    ['too-many', login(), by(...crowd)],
    ['as-it-was', login({ link: by(BORYS, ANNA) }), by(ANNA, BORYS)],
    ['as-it-was', login(), null],
    ['forgotten', login(), by(BORYS)],
  ])('is refused whole: %s', (reason, one, link) => {
    const fine = { login: login({ id: id(23) }), link: by(ANNA), remember: true };
    const decision = decideLogins(
      ...([counting(), [fine, { login: one, link, remember: false }]] as const),
      known({ forgotten: (person) => person === BORYS && reason === 'forgotten' }),
    );
    expect(decision).toEqual({ ok: false, reason });
  });

  it('takes as many as sit behind one login', () => {
    const link = by(...crowd.slice(1));
    expect(decideLogins(counting(), [{ login: login(), link, remember: false }], known()).ok).toBe(
      true,
    );
  });
});

describe('confirming 20,000 at once', () => {
  it('goes through the remembered names once, and asks for each login once', () => {
    const COUNT = 20_000;
    let looked = 0;
    const aliases = Array.from({ length: COUNT }, (_, at) => ({
      ...{ id: `alias ${at}`, person: id(at), revoked: false },
      get name() {
        looked++;
        return at % 2 === 0 ? `Name ${at}` : 'Somebody else';
      },
    }));
    const decisions = Array.from({ length: COUNT }, (_, at) => ({
      ...{ login: login({ id: id(at), name: `Name ${at}` }), link: by(id(at)), remember: true },
    }));
    const headsOf = vi.fn(() => []);
    const drafts = draftsOf(decideLogins(counting(), decisions, known({ aliases, headsOf })));
    expect(drafts.filter(({ type }) => type === 'login.linked')).toHaveLength(COUNT);
    // Every second name is new.
    expect(drafts.filter(({ type }) => type === 'alias.confirmed')).toHaveLength(COUNT / 2);
    expect(looked).toBe(COUNT);
    expect(headsOf).toHaveBeenCalledTimes(COUNT);
  });
});

describe('saying who is not meant', () => {
  it('adds to those who are not, and names nobody as a subject', () => {
    const [draft] = draftsOf(
      rejectPerson(counting(), login({ rejected: [BORYS] }), ANNA, () => ['h']),
    );
    expect(draft).toMatchObject({
      ...{ subjects: [id(21)], over: ['h'] },
      body: { set: { rejected: [BORYS, ANNA] } },
    });
  });

  it.each([
    ['already-rejected', login({ rejected: [ANNA] })],
    ['linked', login({ link: by(ANNA) })],
    ['too-many', login({ rejected: Array.from({ length: 500 }, (_, at) => id(200 + at)) })],
  ])('is refused: %s', (reason, one) => {
    expect(rejectPerson(counting(), one, ANNA, () => [])).toEqual({ ok: false, reason });
  });
});

describe('a walk-in online', () => {
  const asked = {
    meeting: { id: MEETING, state: 'closed' as const },
    person: { id: null, set: { full: 'Zora Unheard' } },
    ...{ party: id(5), capacity: 'representative' as const, receivedOn: '2023-12-12' },
  };
  const remembering = { ...known(), remember: false };

  it('is written down and linked as one act, without an arrival, when the meeting is over too', () => {
    const drafts = draftsOf(registerLogin(counting(), login(), asked, remembering));
    expect(drafts.map(({ type }) => type)).toEqual([
      ...['person.recorded', 'nomination.received', 'login.linked'],
    ]);
    expect(drafts[1]?.body['set']).toMatchObject({
      walkIn: true,
      state: 'received',
      modality: 'virtual',
    });
    expect(drafts[2]?.body['set']).toEqual({ link: by(drafts[0]?.body['id'] as string) });
  });

  it.each([
    ['archived', 'meeting-closed'],
    ['postponed', 'meeting-closed'],
  ] as const)('is refused at a meeting that is %s', (state, reason) => {
    const there = { ...asked, meeting: { id: MEETING, state } };
    expect(registerLogin(counting(), login(), there, remembering)).toEqual({ ok: false, reason });
  });

  it('is refused to who is nominated already', () => {
    const nomination = {
      ...NOMINATION_DEFAULTS,
      id: id(9),
      meeting: MEETING,
      person: ANNA,
      state: 'accepted' as const,
    };
    const who = { ...asked, person: { id: ANNA, set: {} } };
    expect(
      registerLogin(counting(), login(), who, remembering, {
        ...{ nominations: [nomination], forgotten: false, attendance: undefined },
      }),
    ).toMatchObject({ ok: false, reason: 'already-nominated' });
  });
});

describe('a remembered name', () => {
  const alias: Alias = { id: id(31), person: ANNA, name: 'A. Tarvel', revoked: false };
  const linked = login({ link: { kind: 'persons', persons: [ANNA], by: 'alias' } });

  it('is revoked, and what it linked stays', () => {
    expect(typesOf(revokeName(counting(), { alias, reopen: [] }, known()))).toEqual([
      'alias.changed',
    ]);
  });

  it('is revoked, and what it linked is open again where that was asked', () => {
    const drafts = draftsOf(revokeName(counting(), { alias, reopen: [linked] }, known()));
    expect(drafts[1]?.body).toEqual({ id: id(21), set: { link: null } });
  });

  it('is revoked once', () => {
    const again = { alias: { ...alias, revoked: true }, reopen: [] };
    expect(revokeName(counting(), again, known())).toEqual({ ok: false, reason: 'as-it-was' });
  });
});

describe('taking a decision back', () => {
  const heads =
    (drafts: readonly Draft[]) =>
    (_: string, record: string): string[] =>
      drafts.filter(({ body }) => body['id'] === record).map((one) => one.id);

  it('puts the login back, revokes the name and removes a walk-in', () => {
    const before = login({ link: { kind: 'persons', persons: [BORYS], by: 'alias' } });
    const made = draftsOf(
      decideLogins(counting(), [{ login: before, link: by(ANNA), remember: true }], known()),
    );
    const undone = draftsOf(
      takeBackDecision(counting(500), { drafts: made, before: [before] }, heads(made)),
    );
    expect(undone[0]).toMatchObject({ over: [made[0]?.id], body: { set: { link: before.link } } });
    expect(undone[1]).toMatchObject({ type: 'alias.changed', body: { set: { revoked: true } } });
  });

  it('is refused where somebody has gone on from it', () => {
    const made = draftsOf(
      decideLogins(counting(), [{ login: login(), link: by(ANNA), remember: false }], known()),
    );
    expect(
      takeBackDecision(counting(500), { drafts: made, before: [login()] }, () => ['another']),
    ).toEqual({ ok: false, reason: 'moved-again' });
  });

  it('brings a rejected person back among the suggestions', () => {
    const before = login({ rejected: [BORYS] });
    const made = draftsOf(rejectPerson(counting(), before, ANNA, () => []));
    const [undone] = draftsOf(
      takeBackDecision(counting(500), { drafts: made, before: [before] }, heads(made)),
    );
    expect(undone?.body['set']).toEqual({ rejected: [BORYS] });
  });
});

it('a webinar of 100,000 logins is one act', () => {
  const logins = Array.from({ length: 100_000 }, (_, at) => ({
    ...{ name: `Login ${at}`, email: null, intervals: [[0, 60_000]] as const, link: null },
  }));
  const decision = importReport(
    counting(),
    {
      ...{ meeting: MEETING, file: 'a.csv', title: '', platform: 'zoom', timeZone: 'UTC' },
      ...{ generation: 'webinar', digest: 'a'.repeat(64), rows: 100_000, dropped: 0 },
      ...{ attachment: 'b'.repeat(64), logins },
    },
    [],
  );
  expect(draftsOf(decision).length).toBeLessThanOrEqual(COMMIT_LIMIT);
});

describe('a corrected report', () => {
  const read = (
    name: string,
    email: string | null,
    start = 0,
    link: Link | null = null,
  ): ReadLogin => ({
    ...{ name, email, link, intervals: [[start, start + 100]] },
  });
  const corrected = (logins: readonly ReadLogin[], before: readonly Login[]) =>
    draftsOf(
      importReport(
        counting(),
        {
          ...{ meeting: MEETING, file: 'b.csv', title: '', platform: 'zoom', timeZone: 'UTC' },
          ...{ generation: 'meeting-2021', digest: 'b'.repeat(64), rows: 1, dropped: 0 },
          ...{ replaces: { report: id(2), logins: before }, logins },
        },
        [],
      ),
    )
      .filter(({ type }) => type === 'login.recorded')
      .map(({ body }) => body['set'] as { link: Link | null; rejected?: string[] });

  it('keeps what people decided about the same name and address, whatever its case', () => {
    const before = [
      login({ name: 'Anna  T.', email: 'A@example.org', link: by(ANNA), rejected: [BORYS] }),
      login({ name: 'Booth', link: { kind: 'nobody', why: 'interpreter' } }),
    ];
    const [one, two, other] = corrected(
      [read('anna t.', 'a@EXAMPLE.org'), read('Booth', null), read('Anna T.', null)],
      before,
    );
    expect(one).toMatchObject({ link: by(ANNA), rejected: [BORYS] });
    expect(two?.link).toEqual({ kind: 'nobody', why: 'interpreter' });
    expect(other?.link).toBeNull();
  });

  it('keeps what people decided about an address that shows another name first', () => {
    const before = [login({ name: 'Anna T.', email: 'a@example.org', link: by(ANNA) })];
    const [found] = corrected([read('Tarvel (mobile)', 'a@example.org')], before);
    expect(found?.link).toEqual(by(ANNA));
  });

  it('links anew what was linked by itself, and never one who was rejected', () => {
    const auto = (person: string): Link => ({ kind: 'persons', persons: [person], by: 'email' });
    const before = [login({ name: 'B', link: auto(ANNA) }), login({ name: 'C', rejected: [ANNA] })];
    const [first, second] = corrected(
      [read('B', null, 0, auto(BORYS)), read('C', null, 0, auto(ANNA))],
      before,
    );
    expect(first?.link).toEqual(auto(BORYS));
    expect(second?.link).toBeNull();
  });

  it('tells several “iPhone” apart by when they joined, or by nothing', () => {
    const before = [
      login({ name: 'iPhone', intervals: [[10, 20]], link: by(ANNA) }),
      login({ name: 'iPhone', intervals: [[30, 40]], link: by(BORYS) }),
    ];
    const found = corrected([read('iPhone', null, 30), read('iPhone', null, 50)], before);
    expect(found.map(({ link }) => link)).toEqual([by(BORYS), null]);
  });

  it('keys are stable: folding one gives the same', () => {
    expect(loginKey({ name: ' A  b ', email: null })).toBe(loginKey({ name: 'a B', email: '' }));
  });
});

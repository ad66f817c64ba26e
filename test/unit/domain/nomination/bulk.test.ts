import { describe, expect, it } from 'vitest';
import { moveNominations, takeBackAct } from '@shared/domain/nomination/bulk';
import { correctNomination } from '@shared/domain/nomination/edit';
import { replaceNominations } from '@shared/domain/nomination/replace';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Body, Draft } from '@shared/operation/operation';
import { counting } from '../../../support/deciding';
import { drafts, headsOf, id, nomination, person } from './build';

const received = nomination('1', { state: 'received' });
const other = nomination('2', { state: 'received' });
const withdrawn = nomination('3', { state: 'withdrawn' });

describe('moving many', () => {
  it.each([
    ['accepted', 'nomination.accepted', [received, other]],
    ['declined', 'nomination.declined', [received, other]],
    ['withdrawn', 'nomination.withdrawn', [received, other]],
    ['reconfirmed', 'nomination.reconfirmed', [nomination('4'), nomination('5')]],
  ] as const)('%s: one act, each over its own head', (to, type, list) => {
    const decision = moveNominations(counting(), [...list, withdrawn], to, headsOf);
    expect(decision.left).toEqual([withdrawn]);
    expect(drafts(decision)).toMatchObject(
      list.map((one) => ({
        type,
        over: headsOf('nominations', one.id, []),
        subjects: [one.person],
        body: { id: one.id, set: { state: to } },
      })),
    );
  });

  it('is refused when none of them can', () => {
    expect(moveNominations(counting(), [withdrawn], 'accepted', headsOf)).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
  });
});

describe('taking an act back', () => {
  const before = (records: readonly object[]) => (_table: string, record: string) =>
    (records.find((one) => (one as { id: string }).id === record) as Body | undefined) ?? null;
  const own = (made: readonly Draft[]) => (_table: string, record: string) =>
    made.filter(({ body }) => body['id'] === record).map((one) => one.id);

  it('puts every nomination back as it was', () => {
    const made = drafts(moveNominations(counting(), [received, other], 'accepted', headsOf));
    const back = takeBackAct(counting(900), made, {
      before: before([received, other]),
      headsOf: own(made),
    });
    expect(drafts(back).map(({ type, body }) => [type, body['set']])).toEqual([
      ['nomination.changed', { state: 'received' }],
      ['nomination.changed', { state: 'received' }],
    ]);
  });

  it('removes whom a replacement brought, and restores whom it replaced', () => {
    const accepted = nomination('4', { authorisedBy: null });
    const made = drafts(
      replaceNominations(
        counting(),
        [
          {
            nomination: accepted,
            by: {
              ...{ kind: 'person', id: null, set: { family: 'Newova' } },
              ...{ capacity: 'expert', modality: 'virtual' },
            },
          },
        ],
        { authorisedBy: 'Mission', source: null, receivedOn: null, accept: true },
        { nominations: [accepted], headsOf },
      ),
    );
    const back = drafts(
      takeBackAct(counting(900), made, { before: before([accepted]), headsOf: own(made) }),
    );
    expect(back.map(({ body, personal }) => [body['set'], personal])).toEqual([
      [{ removed: true }, null],
      [{ removed: true }, null],
      [{ state: 'accepted', replacedBy: null }, { set: { authorisedBy: null } }],
    ]);
  });

  it('is refused as a whole when somebody has worked with any of it since', () => {
    const made = drafts(moveNominations(counting(), [received, other], 'accepted', headsOf));
    const touched = (_table: string, record: string) =>
      record === other.id ? [id('ff')] : own(made)('', record);
    expect(
      takeBackAct(counting(900), made, { before: before([received, other]), headsOf: touched }),
    ).toEqual({ ok: false, reason: 'moved-again' });
  });
});

describe('correcting', () => {
  const HASH = 'ab'.repeat(32);
  const about = person('4', { family: 'Testova', emails: ['old@example.org'] });
  const held: Nomination = nomination('4', { remarks: 'early' });
  const common = {
    nomination: held,
    values: {},
    remarks: {},
    person: about,
    personValues: {},
    headsOf,
  };

  it('writes only what differs, the file named among the attachments and its name sealed', () => {
    const [change, ...rest] = drafts(
      correctNomination(counting(), {
        ...common,
        values: { capacity: held.capacity, attachment: HASH },
        remarks: { remarks: 'early', attachmentName: 'note of Testova.pdf' },
        personValues: { family: 'Testova' },
      }),
    );
    expect(rest).toEqual([]);
    expect(change).toMatchObject({
      type: 'nomination.changed',
      blobs: [HASH],
      subjects: [held.person],
      body: { id: held.id, set: { attachment: HASH } },
      personal: { set: { attachmentName: 'note of Testova.pdf' } },
    });
    expect(change?.body['set']).toEqual({ attachment: HASH });
  });

  it('corrects the person in the same act, over what held', () => {
    const [change] = drafts(
      correctNomination(counting(), { ...common, personValues: { emails: ['new@example.org'] } }),
    );
    expect(change).toMatchObject({
      type: 'person.changed',
      over: headsOf('people', about.id, []),
      subjects: [about.id],
      body: { id: about.id, set: {} },
      personal: { set: { emails: ['new@example.org'] } },
    });
  });

  it.each([
    ['unchanged', { values: { capacity: held.capacity } }],
    ['name-missing', { personValues: { family: ' ' } }],
    ['party-missing', { values: { party: '' } }],
    ['forgotten', { person: { ...about, forgotten: true }, remarks: { remarks: 'late' } }],
  ])('is refused: %s', (reason, change) => {
    expect(correctNomination(counting(), { ...common, ...change })).toEqual({ ok: false, reason });
  });
});

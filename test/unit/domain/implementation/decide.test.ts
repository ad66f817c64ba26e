import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  implementationId,
  reportImplementation,
  takeBackReport,
  type OnRecord,
  type Report,
} from '@shared/domain/implementation/decide';
import {
  latestByParty,
  latestFirst,
  reportableYears,
  standOf,
} from '@shared/domain/implementation/rules';
import {
  IMPLEMENTATION_DEFAULTS,
  implementationStatusSchema,
  type Implementation,
} from '@shared/domain/implementation/types';
import { checkDraft } from '@shared/journal/catalogue';
import type { Draft } from '@shared/operation/operation';
import { headIds } from '@shared/projections/record';
import type { RecordRow } from '@shared/projections/row';
import { view } from '@shared/projections/views';
import { counting } from '../../../support/deciding';
import { Replica } from '../../../support/replica';
import { projected } from '../../projections/visible';

const uuid = (number: number) => `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [RECOMMENDATION, AUSTRIA, SERBIA] = [uuid(1), uuid(2), uuid(3)];
const endorsed = {
  id: RECOMMENDATION,
  state: 'endorsed' as const,
  agreedOn: '2023-12-12T15:00:00.000Z',
  parties: [] as string[],
};
const report: Report = {
  recommendation: endorsed,
  party: AUSTRIA,
  year: 2024,
  status: 'in-progress',
  reportedOn: '2024-10-15',
  evidence: ' A working group has met. ',
  today: '2026-11-22',
};
const nothing: OnRecord = { report: null, headsOf: () => [] };
const onRecord = (set: Partial<Implementation> = {}): OnRecord => ({
  report: {
    ...IMPLEMENTATION_DEFAULTS,
    id: implementationId(RECOMMENDATION, AUSTRIA, 2024),
    recommendation: RECOMMENDATION,
    party: AUSTRIA,
    year: 2024,
    status: 'in-progress',
    reportedOn: '2024-10-15',
    evidence: 'A working group has met.',
    ...set,
  },
  headsOf: (fields) => fields.map((field) => `head of ${field}`),
});

function drafts(decision: ReturnType<typeof reportImplementation>): Draft[] {
  if (!decision.ok) throw new Error(decision.reason);
  for (const one of decision.drafts) checkDraft({ ...one, over: [] });
  return decision.drafts;
}

describe('reporting how far a party is', () => {
  it('records party, year and status, and seals the evidence', () => {
    const [made, ...others] = drafts(reportImplementation(counting(), report, nothing));
    expect(others).toEqual([]);
    expect(made).toMatchObject({
      type: 'implementation.reported',
      meeting: null,
      body: {
        id: implementationId(RECOMMENDATION, AUSTRIA, 2024),
        set: {
          ...{ recommendation: RECOMMENDATION, party: AUSTRIA, year: 2024 },
          ...{ status: 'in-progress', reportedOn: '2024-10-15', removed: false },
        },
      },
      personal: { set: { evidence: 'A working group has met.' } },
    });
    expect(JSON.stringify(made?.body)).not.toContain('working group');
  });

  it.each<[string, Partial<Report>, string]>([
    [
      'a draft',
      { recommendation: { ...endorsed, state: 'draft', agreedOn: null } },
      'not-in-force',
    ],
    [
      'one under discussion',
      { recommendation: { ...endorsed, state: 'under-discussion', agreedOn: null } },
      'not-in-force',
    ],
    ['one turned down', { recommendation: { ...endorsed, state: 'not-endorsed' } }, 'not-in-force'],
    [
      'one referred back',
      { recommendation: { ...endorsed, state: 'referred-back' } },
      'not-in-force',
    ],
    [
      'one that is addressed to others',
      { recommendation: { ...endorsed, parties: [SERBIA] } },
      'not-addressed',
    ],
    ['a year before it was agreed', { year: 2022 }, 'year-before-agreement'],
    ['a year to come', { year: 2027, reportedOn: null }, 'year-in-future'],
    ['a day before it was agreed', { year: 2023, reportedOn: '2023-12-11' }, 'day-too-early'],
    ['a day before the year began', { year: 2025 }, 'day-too-early'],
    ['a day to come', { reportedOn: '2026-11-23' }, 'day-in-future'],
    ['endless evidence', { evidence: 'x'.repeat(4001) }, 'evidence-too-long'],
  ])('refuses %s', (_what, change, reason) => {
    expect(reportImplementation(counting(), { ...report, ...change }, nothing)).toEqual({
      ok: false,
      reason,
    });
  });

  it.each<[string, Partial<Report>]>([
    ['agreed, not endorsed yet', { recommendation: { ...endorsed, state: 'agreed' } }],
    ['submitted', { recommendation: { ...endorsed, state: 'submitted' } }],
    ['addressed to it', { recommendation: { ...endorsed, parties: [SERBIA, AUSTRIA] } }],
    ['on the day of the agreement', { year: 2023, reportedOn: '2023-12-12' }],
    ['in the year of the agreement, day not known', { year: 2023, reportedOn: null }],
    ['a year later', { reportedOn: '2025-03-01' }],
    ['today', { year: 2026, reportedOn: '2026-11-22' }],
  ])('accepts one that is %s', (_what, change) => {
    expect(
      drafts(reportImplementation(counting(), { ...report, ...change }, nothing)),
    ).toHaveLength(1);
  });

  it('counts an instant by the calendar west of Greenwich as well', () => {
    const recommendation = { ...endorsed, agreedOn: '2024-01-01T01:00:00.000Z' };
    const inNewYork = { ...report, recommendation, year: 2023, reportedOn: '2023-12-31' };
    expect(reportImplementation(counting(), inNewYork, nothing).ok).toBe(true);
    expect(reportableYears(recommendation, '2025-05-01')).toEqual([2025, 2024, 2023]);
  });

  it('changes the report of the same party and year, and only what differs', () => {
    const status = 'implemented' as const;
    const [made] = drafts(reportImplementation(counting(), { ...report, status }, onRecord()));
    expect(made).toMatchObject({
      type: 'implementation.changed',
      over: ['head of status'],
      body: { id: implementationId(RECOMMENDATION, AUSTRIA, 2024), set: { status } },
      personal: null,
    });
    const evidence = 'Another text';
    const [worded] = drafts(reportImplementation(counting(), { ...report, evidence }, onRecord()));
    expect(worded).toMatchObject({
      over: ['head of evidence'],
      body: { set: {} },
      personal: { set: { evidence } },
    });
  });

  it('changes the record that is there, whatever its id', () => {
    const found = onRecord({ id: uuid(77), status: 'not-started' });
    const [made] = drafts(reportImplementation(counting(), report, found));
    expect(made?.body['id']).toBe(uuid(77));
  });

  it('writes nothing when it says the same', () => {
    expect(drafts(reportImplementation(counting(), report, onRecord()))).toEqual([]);
  });
});

describe('what the reports say together', () => {
  const one = (party: string, year: number, set: Partial<Implementation> = {}): Implementation => ({
    ...IMPLEMENTATION_DEFAULTS,
    id: implementationId(RECOMMENDATION, party, year),
    ...{ recommendation: RECOMMENDATION, party, year },
    ...set,
  });
  const reports = [
    one(AUSTRIA, 2024, { status: 'in-progress' }),
    one(AUSTRIA, 2025, { status: 'implemented' }),
    one(SERBIA, 2024, { status: 'not-started' }),
  ];
  const parties = [{ id: AUSTRIA }, { id: SERBIA }, { id: uuid(4) }, { id: uuid(5) }];

  it('is the latest year of each party, and who said nothing', () => {
    expect(latestFirst(reports).map(({ year }) => year)).toEqual([2025, 2024, 2024]);
    expect(latestByParty(reports).get(AUSTRIA)?.status).toBe('implemented');
    const all = standOf({ parties: [] }, parties, reports);
    expect([...all.byStatus]).toEqual(
      expect.arrayContaining([
        ['implemented', 1],
        ['not-started', 1],
      ]),
    );
    expect(all.unreported).toBe(2);
    expect(standOf({ parties: [AUSTRIA, uuid(4)] }, parties, reports).unreported).toBe(1);
  });

  it('has no year of which to report before it is agreed', () => {
    expect(reportableYears({ state: 'draft', agreedOn: null }, '2026-11-22')).toEqual([]);
    expect(reportableYears({ ...endorsed, state: 'not-endorsed' }, '2026-11-22')).toEqual([]);
  });
});

describe('two desks that report before they exchange', () => {
  const row = (desk: Replica) => {
    const table = projected(desk.operations()).tables.get('implementations');
    return [...(table?.values() ?? [])] as RecordRow[];
  };
  /** As a page does: what is on record is looked up, and gone over. */
  const act = (
    desk: Replica,
    step: { status: number; year: number; back: boolean },
    from: number,
  ) => {
    const year = 2024 + step.year;
    const id = implementationId(RECOMMENDATION, AUSTRIA, year);
    const found = row(desk).find((known) => known.id === id);
    const live = found?.live === 1 ? view('implementations', found) : null;
    const heads = (fields: readonly string[]) =>
      found === undefined ? [] : headIds(found, fields);
    const status = implementationStatusSchema.options[step.status % 4] ?? 'not-started';
    const decision = step.back
      ? takeBackReport(counting(from), { id }, true, heads(['removed']))
      : reportImplementation(
          counting(from),
          { ...report, year, status, reportedOn: null },
          { report: live, headsOf: heads },
        );
    if (decision.ok && !(step.back && live === null)) desk.commit(decision.drafts);
  };
  const steps = fc.array(
    fc.record({
      desk: fc.nat({ max: 1 }),
      status: fc.nat({ max: 3 }),
      year: fc.nat({ max: 1 }),
      back: fc.boolean(),
    }),
    { minLength: 1, maxLength: 10 },
  );

  it('have one record of a party and year, and show the same, in whatever order it arrives', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let minute = 0;
        const clock = () => Date.parse('2026-11-22T09:00:00Z') + (minute += 1) * 60_000;
        const desks = [new Replica(uuid(101), clock), new Replica(uuid(102), clock)] as const;
        for (const [at, step] of all.entries()) act(desks[step.desk]!, step, 1000 * (at + 1));
        const [one, other] = [desks[0].operations(), desks[1].operations()];
        desks[0].merge(other.toReversed());
        desks[1].merge(one);
        const shown = (desk: Replica) =>
          row(desk)
            .map((record) => ({ ...view('implementations', record), live: record.live }))
            .sort((a, b) => a.year - b.year);
        expect(shown(desks[0])).toEqual(shown(desks[1]));
        const years = shown(desks[0]).map(({ year }) => year);
        expect(new Set(years).size).toBe(years.length);
      }),
      { numRuns: 200 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { UN_LANGUAGES } from '@shared/domain/language';
import { designationOn, holdsOn } from '@shared/domain/party/rules';
import type { Party } from '@shared/domain/party/types';
import { records, type Fields } from './figures';
import { meeting, ofMeeting, rows, type MeetingKey } from './sample';

const parties = records(rows, 'parties').map(
  (one) => ({ focalPoints: [], ...one }) as unknown as Party,
);
const partyWith = (code: string) => parties.find((one) => one.code === code)!;
const codeOf = new Map(parties.map(({ id, code }) => [id, code]));

describe('the parties of the sample', () => {
  it('write in all six languages, and of some nobody knows in which', () => {
    const languages = parties.map(({ language }) => language);
    expect(new Set(languages)).toEqual(new Set([...UN_LANGUAGES, null]));
    expect(languages.filter((one) => one === null).length).toBeLessThan(12);
    expect([partyWith('FRA').language, partyWith('UZB').language]).toEqual(['fr', 'ru']);
  });

  it('have focal points at example.org, some two and some none', () => {
    const counts = parties.map(({ focalPoints }) => focalPoints.length);
    expect(counts.filter((count) => count === 0).length).toBeGreaterThan(5);
    expect(counts.filter((count) => count === 2).length).toBeGreaterThan(5);
    expect(counts.filter((count) => count === 1).length).toBeGreaterThan(40);
    const all = parties.flatMap(({ focalPoints }) => focalPoints);
    expect(new Set(all.map(({ email }) => email)).size).toBe(all.length);
    for (const { name, email, institution } of all) {
      expect(name).not.toBe('');
      expect(email).toMatch(/^focal\.point2?\.[a-z-]+@example\.org$/);
      expect(institution).toMatch(/\(synthetic\)$/);
    }
  });

  it('have former designations and a footnote that held for a year', () => {
    const agency = partyWith('EUDA');
    expect(designationOn(agency, '2023-09-12').code).toBe('EMCDDA');
    expect(designationOn(agency, '2024-12-01').code).toBe('EUDA');
    const [footnote, ...others] = agency.footnotes;
    expect(others).toEqual([]);
    expect(footnote?.text).toContain('[Synthetic footnote]');
    const shown = ['2022-12-31', '2023-06-13', '2024-01-01'].map((day) => holdsOn(footnote!, day));
    expect(shown).toEqual([false, true, false]);
    expect(parties.filter(({ footnotes }) => footnotes.length > 0)).toEqual([agency]);
  });
});

describe('the meetings of the sample', () => {
  it.each([
    ['A', '2023-09-06', { inPerson: 6, virtual: 8 }],
    ['B', '2023-06-07', { inPerson: 6, virtual: 8 }],
    ['C', '2023-10-26', { inPerson: 6, virtual: 8 }],
    ['P', '2023-12-05', { inPerson: 3, virtual: 7 }],
  ] as const)('%s expects nominations until %s, up to a cap', (key, nominationDeadline, caps) => {
    expect(meeting(key)).toMatchObject({ nominationDeadline, caps });
  });
});

describe('the recommendations of the sample', () => {
  const all = (['A', 'B', 'C'] as const).flatMap((key) =>
    ofMeeting('recommendations', meeting(key)['id']).map((one) => ({ ...one, key })),
  ) as (Fields & { key: MeetingKey })[];
  const reports = records(rows, 'implementations');

  it('are addressed to all but for one in three, which names four that were there', () => {
    const addressed = all.filter((one) => (one['parties'] as string[]).length > 0);
    expect(addressed.map((one) => one['number']).sort()).toEqual([3, 3, 3, 6, 6, 9]);
    for (const one of addressed) {
      const named = one['parties'] as string[];
      expect(new Set(named).size).toBe(4);
      const there = new Set(
        ofMeeting('nominations', meeting(one.key)['id']).map(({ party }) => party),
      );
      for (const party of named) expect(there, codeOf.get(party)).toContain(party);
    }
  });

  it('are reported on in two years, in every status, by those whom they are addressed to', () => {
    expect(new Set(reports.map((one) => one['status']))).toEqual(
      new Set(['not-started', 'in-progress', 'implemented', 'no-longer-relevant']),
    );
    expect(new Set(reports.map((one) => one['year']))).toEqual(new Set([2024, 2025]));
    const keys = reports.map((one) => [one['recommendation'], one['party'], one['year']].join());
    expect(new Set(keys).size).toBe(reports.length);
    for (const one of reports) {
      const about = all.find(({ id }) => id === one['recommendation']);
      const named = about?.['parties'] as string[];
      if (named.length > 0) expect(named).toContain(one['party']);
      expect(String(one['reportedOn']).slice(0, 4)).toBe(String(one['year']));
      if (one['evidence'] !== '') expect(one['evidence']).toContain('[Synthetic text]');
    }
    expect(new Set(reports.map((one) => one['recommendation'])).size).toBe(all.length);
  });
});

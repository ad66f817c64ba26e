import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PARTY_CELLS, partiesAt, participantsAt, PERSON_CELLS } from '@shared/domain/sample/cells';
import { checkDraft } from '@shared/journal/catalogue';
import { draftSchema } from '@shared/operation/operation';
import { concurrentFields } from '@shared/projections/record';
import { missingData, sharedData } from '../../../support/shared-data';
import { common, count, meetingCalled, rowsOf, union } from './figures';
import { drafts, file, rows, sample, TITLES, type MeetingKey } from './sample';

const UUIDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

describe.each([1, 7, 2023, 987_654_321])('the figures of the sample with seed %i', (seed) => {
  const own = seed === 2023 ? rows : rowsOf(sample(seed));
  const counted = (key: MeetingKey) => count(own, meetingCalled(own, TITLES[key])['id'] as string);
  const [a, b, c, p] = [counted('A'), counted('B'), counted('C'), counted('P')];

  it.each([
    ['Ankara', a, 165, 35, 10],
    ['Sofia', b, 145, 34, 10],
    ['Samarkand', c, 88, 24, 5],
    ['Vienna', p, 109, 32, 9],
  ])('%s', (_, one, people, countries, organizations) => {
    expect(one.people.size).toBe(people);
    expect(one.countries.size).toBe(countries);
    expect(one.organizations.size).toBe(organizations);
    expect(one.inPersonOnly + one.virtualOnly + one.both).toBe(people);
    expect(one.virtualOnly / people).toBeGreaterThan(0.35);
    expect(one.virtualOnly / people).toBeLessThan(0.45);
    expect(one.both).toBeGreaterThan(2);
  });

  it('the unions of the expert meetings and of the year', () => {
    expect(union([a.countries, b.countries, c.countries]).size).toBe(45);
    expect(union([a.organizations, b.organizations, c.organizations]).size).toBe(13);
    expect(union([a.people, b.people, c.people]).size).toBe(395);
    expect(a.people.size + b.people.size + c.people.size).toBe(398);
    expect(union([a.countries, b.countries, c.countries, p.countries]).size).toBe(48);
    expect(union([a.organizations, b.organizations, c.organizations, p.organizations]).size).toBe(
      14,
    );
    expect(union([a.people, b.people, c.people, p.people]).size).toBe(501);
    expect(a.people.size + b.people.size + c.people.size + p.people.size).toBe(507);
  });

  it('the people who attended two meetings', () => {
    const pairs = [
      ['AB', a, b],
      ['BC', b, c],
      ['AC', a, c],
      ['AP', a, p],
      ['BP', b, p],
      ['CP', c, p],
    ] as const;
    const sizes = pairs.map(([cell, one, other]) => [cell, common(one.people, other.people).size]);
    expect(Object.fromEntries(sizes)).toEqual({ AB: 2, BC: 1, AC: 0, AP: 1, BP: 1, CP: 1 });
  });

  it('hosts attend their own meeting', () => {
    expect(a.countries).toContain('TUR');
    expect(b.countries).toContain('BGR');
    expect(c.countries).toContain('UZB');
    expect(p.countries).toContain('AUT');
    for (const one of [a, b, c, p]) expect(one.organizations).toContain('UNODC');
  });
});

describe('the cells of the sample', () => {
  const path = 'facts/overlap_assignment_2023.json';
  const facts = sharedData(path);

  it('agree with the facts', ({ skip }) => {
    skip(facts === null, missingData(path));
    const assignment = JSON.parse(readFileSync(facts!, 'utf8')) as Record<
      string,
      { cells: Record<string, number>; totals?: Record<string, number> }
    >;
    const kindOf = new Map(file.parties.map((one) => [one.code, one.kind]));
    for (const [group, kind] of [
      ['countries', 'country'],
      ['organizations', 'organization'],
    ]) {
      const cells: Record<string, number> = {};
      for (const [cell, codes] of PARTY_CELLS) {
        const own = codes.split(' ').filter((code) => kindOf.get(code) === kind);
        if (own.length > 0) cells[cell] = own.length;
      }
      const expected = Object.entries(assignment[group!]!.cells).filter(([, size]) => size > 0);
      expect(cells).toEqual(Object.fromEntries(expected));
    }
    expect(Object.fromEntries(PERSON_CELLS)).toEqual(assignment['participants']!.cells);
    for (const [key, total] of Object.entries(assignment['participants']!.totals!)) {
      expect(participantsAt(key as 'A')).toBe(total);
    }
  });

  const matrixPath = 'facts/SYNTHETIC_attendance_matrix_2023.csv';
  const matrix = sharedData(matrixPath);

  it('assign parties as the synthetic matrix does', ({ skip }) => {
    skip(matrix === null, missingData(matrixPath));
    const [, ...lines] = readFileSync(matrix!, 'utf8').trim().split(/\r?\n/);
    for (const line of lines) {
      const [, , code = '', a, b, c, p] = line.split(',');
      const there = { A: a, B: b, C: c, P: p };
      for (const key of ['A', 'B', 'C', 'P'] as const) {
        expect(partiesAt(key).includes(code), `${code} ${key}`).toBe(there[key] === '1');
      }
    }
  });
});

describe('the drafts of the sample', () => {
  it('are valid, every one', () => {
    for (const one of drafts) {
      draftSchema.parse(one);
      checkDraft(one);
    }
    expect(drafts.length).toBeGreaterThan(4000);
    expect(drafts.length).toBeLessThan(6000);
  });

  it('are the same byte by byte with the same seed, and others with another', () => {
    expect(JSON.stringify(sample(2023))).toBe(JSON.stringify(drafts));
    expect(JSON.stringify(sample(2024))).not.toBe(JSON.stringify(drafts));
  });

  it('have each id once and go over operations that came before', () => {
    const seen = new Set<string>();
    for (const one of drafts) {
      expect(seen.has(one.id)).toBe(false);
      for (const id of one.over) expect(seen).toContain(id);
      seen.add(one.id);
    }
  });

  it('leave one head in every field, and change no record that does not exist', () => {
    for (const table of rows.tables.values()) {
      for (const row of table.values()) {
        if (row.table === 'attendance' || row.table === 'versions') continue;
        expect(concurrentFields(row)).toEqual([]);
        expect(row.born).toBe(true);
      }
    }
  });

  it('refer only to records that exist', () => {
    const ids = new Set([...rows.tables.values()].flatMap((table) => [...table.keys()]));
    const operations = new Set(drafts.map((one) => one.id));
    for (const one of drafts) {
      if (one.meeting !== null) expect(ids).toContain(one.meeting);
      for (const subject of one.subjects) expect(ids).toContain(subject);
      for (const id of JSON.stringify(one.body).match(UUIDS) ?? []) {
        expect(ids.has(id) || operations.has(id), `${one.type} ${id}`).toBe(true);
      }
    }
  });
});

import { describe, expect, it } from 'vitest';
import asset from '@assets/programmes/paris-pact.json';
import { programmeFileSchema } from '@shared/domain/programme/types';
import { checkDraft } from '@shared/journal/catalogue';
import { draftSchema, type Draft } from '@shared/operation/operation';
import { meetingLoad, yearLoad, type Load } from '../../support/load';
import { count, rowsOf } from '../domain/sample/figures';

const file = programmeFileSchema.parse(asset);
const all = (load: Load): Draft[] => [...load.chunks].flat();
const ofType = (drafts: readonly Draft[], type: string) =>
  drafts.filter((one) => one.type === type).length;

describe('the reference load of one meeting', () => {
  it('has 20,000 participants of 81 parties, 12 sessions and 240,000 events at full scale', () => {
    const { people, participations, events } = meetingLoad(file, { seed: 1 });
    expect([people, participations, events]).toEqual([20_000, 20_000, 240_000]);
    expect(meetingLoad(file, { seed: 1, scale: 10 }).events).toBe(2_400_000);
  });

  it('is valid, seeded, and as large as it says', () => {
    const load = meetingLoad(file, { seed: 5, scale: 0.01, chunk: 500 });
    const chunks = [...load.chunks];
    const drafts = chunks.flat();
    for (const one of drafts) {
      draftSchema.parse(one);
      checkDraft(one);
    }
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBe(500);
    expect(ofType(drafts, 'party.added')).toBe(81);
    expect(ofType(drafts, 'session.created')).toBe(12);
    expect(ofType(drafts, 'attendance.arrived')).toBe(load.events);
    expect(ofType(drafts, 'person.recorded')).toBe(200);
    expect(all(meetingLoad(file, { seed: 5, scale: 0.01 }))).toEqual(drafts);
    const counted = count(rowsOf(drafts), load.meetings[0]!);
    expect(counted.people.size).toBe(200);
    expect(counted.countries.size + counted.organizations.size).toBe(81);
  });
});

describe('the reference load of a year', () => {
  it('has 50 meetings with 1,000 participants each at full scale', () => {
    const { meetings, participations } = yearLoad(file, { seed: 1 });
    expect([meetings.length, participations]).toEqual([50, 50_000]);
  });

  it('is valid, and everybody attends', () => {
    const load = yearLoad(file, { seed: 3, scale: 0.03 });
    const drafts = all(load);
    for (const one of drafts) checkDraft(one);
    expect(ofType(drafts, 'attendance.arrived')).toBe(load.events);
    expect(ofType(drafts, 'report.imported')).toBe(100);
    const rows = rowsOf(drafts);
    for (const meeting of load.meetings.slice(0, 3)) {
      const { people, virtualOnly, inPersonOnly } = count(rows, meeting);
      expect([people.size, virtualOnly, inPersonOnly]).toEqual([30, 10, 20]);
    }
  });
});

import asset from '@assets/programmes/paris-pact.json';
import { programmeFileSchema } from '@shared/domain/programme/types';
import { sampleYear } from '@shared/domain/sample/sample-year';
import { seededIds } from '../../../support/seeded';
import { meetingCalled, records, rowsOf } from './figures';

export const file = programmeFileSchema.parse(asset);

export const sample = (seed: number, today = '2026-11-21') =>
  sampleYear(file, { seed, newId: seededIds(seed), today });

export const TITLES = {
  A: 'financial flows',
  B: 'on precursors',
  C: 'treatment and care',
  P: 'Seventeenth meeting',
};
export type MeetingKey = keyof typeof TITLES;

/** The sample that the program opens with, as far as the seed goes. */
export const drafts = sample(2023);
export const rows = rowsOf(drafts);

export const meeting = (key: MeetingKey) => meetingCalled(rows, TITLES[key]);

/** Records of one meeting. */
export const ofMeeting = (table: Parameters<typeof records>[1], id: unknown) =>
  records(rows, table).filter((one) => one['meeting'] === id);

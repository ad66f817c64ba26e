import { lazy } from 'react';

export const DeskPage = lazy(() =>
  import('./desk-page').then((page) => ({ default: page.DeskPage })),
);
/** What was recorded of a person at a meeting, and its correction: for pages about people. */
export const AttendanceRecord = lazy(() =>
  import('./parts/record/attendance-record').then((part) => ({ default: part.AttendanceRecord })),
);

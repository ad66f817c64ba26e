import { lazy } from 'react';

export const StatisticsPage = lazy(() =>
  import('./statistics-page').then((page) => ({ default: page.StatisticsPage })),
);
export const YearStatisticsPage = lazy(() =>
  import('./year-statistics-page').then((page) => ({ default: page.YearStatisticsPage })),
);

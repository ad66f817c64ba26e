import { lazy } from 'react';

export const ArrivalsPage = lazy(() =>
  import('./arrivals-page').then((page) => ({ default: page.ArrivalsPage })),
);

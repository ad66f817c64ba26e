import { lazy } from 'react';

export const ExportsPage = lazy(() =>
  import('./exports-page').then((page) => ({ default: page.ExportsPage })),
);

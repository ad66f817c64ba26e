import { lazy } from 'react';

export const PaperPage = lazy(() =>
  import('./paper-page').then((page) => ({ default: page.PaperPage })),
);

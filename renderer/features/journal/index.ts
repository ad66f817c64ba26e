import { lazy } from 'react';

export const JournalPage = lazy(() =>
  import('./journal-page').then((page) => ({ default: page.JournalPage })),
);

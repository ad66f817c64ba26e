import { lazy } from 'react';

export const AgendaPage = lazy(() =>
  import('./agenda-page').then((page) => ({ default: page.AgendaPage })),
);

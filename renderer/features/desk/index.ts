import { lazy } from 'react';

export const DeskPage = lazy(() =>
  import('./desk-page').then((page) => ({ default: page.DeskPage })),
);

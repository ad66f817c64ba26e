import { lazy } from 'react';

export const StartPage = lazy(() =>
  import('./start-page').then((page) => ({ default: page.StartPage })),
);

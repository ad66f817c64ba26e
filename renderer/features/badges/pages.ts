import { lazy } from 'react';

export const BadgesPage = lazy(() =>
  import('./badges-page').then((page) => ({ default: page.BadgesPage })),
);

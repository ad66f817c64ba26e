import { lazy } from 'react';

export const DelegatesPage = lazy(() =>
  import('./delegates-page').then((page) => ({ default: page.DelegatesPage })),
);

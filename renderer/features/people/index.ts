import { lazy } from 'react';

export const PeoplePage = lazy(() =>
  import('./people-page').then((page) => ({ default: page.PeoplePage })),
);
export const PersonPage = lazy(() =>
  import('./person-page').then((page) => ({ default: page.PersonPage })),
);

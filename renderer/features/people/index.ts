import { lazy } from 'react';

export { languageName } from './language-names';

export const PeoplePage = lazy(() =>
  import('./people-page').then((page) => ({ default: page.PeoplePage })),
);
export const PersonPage = lazy(() =>
  import('./person-page').then((page) => ({ default: page.PersonPage })),
);

import { lazy } from 'react';

export const PersonalDataPage = lazy(() =>
  import('./personal-data-page').then((page) => ({ default: page.PersonalDataPage })),
);

import { lazy } from 'react';

export const PartiesPage = lazy(() =>
  import('./parties-page').then((page) => ({ default: page.PartiesPage })),
);
export const NewPartyPage = lazy(() =>
  import('./new-party-page').then((page) => ({ default: page.NewPartyPage })),
);
export const PartyPage = lazy(() =>
  import('./party-page').then((page) => ({ default: page.PartyPage })),
);
export const EditPartyPage = lazy(() =>
  import('./edit-party-page').then((page) => ({ default: page.EditPartyPage })),
);

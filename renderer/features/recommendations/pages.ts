import { lazy } from 'react';

export const RecommendationsPage = lazy(() =>
  import('./recommendations-page').then((page) => ({ default: page.RecommendationsPage })),
);

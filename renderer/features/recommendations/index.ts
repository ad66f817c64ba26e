import { lazy } from 'react';

export const RecommendationsPage = lazy(() =>
  import('./recommendations-page').then((page) => ({ default: page.RecommendationsPage })),
);
export { anyText } from './any-text';
export { ImplementationTag } from './implementation/implementation-tag';
export { ReportDialog } from './implementation/report-dialog';
export { stateTone } from './state-tone';

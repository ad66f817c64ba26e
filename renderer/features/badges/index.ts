import { lazy } from 'react';

export const BadgesPage = lazy(() =>
  import('./badges-page').then((page) => ({ default: page.BadgesPage })),
);
export { usePrintBadges, type BadgesPrinted } from './use-print-badges';

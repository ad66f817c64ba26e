import { lazy } from 'react';

export const VirtualPage = lazy(() =>
  import('./virtual-page').then((page) => ({ default: page.VirtualPage })),
);

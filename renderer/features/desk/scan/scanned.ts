import type { WedgeScan } from '@shared/domain/badge/wedge';

/** One scan: a code whose check is right, or what was read instead. */
export type Scanned = { readonly by: 'wedge' | 'camera' } & WedgeScan;

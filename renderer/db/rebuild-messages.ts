import type { Stamped } from '@shared/operation/operation';
import type { DatabaseRef, Following } from './database';
import type { RebuildProgress } from './rebuild';

/** What the page and the worker that rebuilds the projections say to each other. */

export type RebuildRequest =
  | {
      readonly kind: 'start';
      readonly database: DatabaseRef;
      readonly following: Following;
    }
  | { readonly kind: 'page'; readonly operations: Stamped[]; readonly last: number };

export type RebuildAnswer =
  | { readonly kind: 'read'; readonly after: number }
  | { readonly kind: 'progress'; readonly progress: RebuildProgress }
  | { readonly kind: 'done'; readonly cursor: number }
  | { readonly kind: 'failed'; readonly message: string };

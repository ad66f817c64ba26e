import type { Table } from '@shared/projections/row';
import type { DatabaseRef } from './database';
import type { Trouble } from './trouble';

/** What the page and a worker that reads rows for it say to each other. */

export interface ReadRequest {
  readonly database: DatabaseRef;
  readonly table: Table;
  readonly meeting: string | null;
}

export type ReadAnswer =
  /** Some of the rows, as JSON: a text crosses faster than the objects in it. */
  | { readonly kind: 'rows'; readonly json: string }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly trouble: Trouble; readonly message: string };

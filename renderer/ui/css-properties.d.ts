import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Grid tracks of a table's rows. */
    '--columns'?: string;
    /** Depth of an entry in an indented list. */
    '--depth'?: number;
  }
}

import { z } from 'zod';
import { MAX_FILE } from './limits';

/** The bytes of one file, within the bridge's bound. */
export const bytesSchema = z.custom<Uint8Array<ArrayBuffer>>(
  (value) => value instanceof Uint8Array && value.byteLength <= MAX_FILE,
  { error: 'bytes of at most 64 MB are expected' },
);

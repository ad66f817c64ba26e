import { z } from 'zod';
import { changing, creating } from '../record';

export const importFields = z.object({
  /** `parties`: a registry, which belongs to no meeting. */
  kind: z.enum(['nominations', 'report', 'parties']),
  /** Rows that were taken over. */
  rows: z.int().min(0),
  /**
   * Operations of the act, this one included: they follow one another in their replica's sequence,
   * so that taking the import back finds all of them. 0: not counted.
   */
  operations: z.int().min(0),
  /** When it was taken over (ISO, UTC). */
  when: z.iso.datetime().nullable(),
  state: z.enum(['made', 'undone']),
});

/** A file's name can carry a person's. */
export const importPersonal = z.object({ file: z.string().max(300) });

export type ImportFields = z.infer<typeof importFields> & z.infer<typeof importPersonal>;
export interface ImportRecord extends ImportFields {
  readonly id: string;
  /** Empty for a registry. */
  readonly meeting: string;
}
export const IMPORT_DEFAULTS: ImportFields = {
  kind: 'nominations',
  rows: 0,
  operations: 0,
  when: null,
  state: 'made',
  file: '',
};

const shape = { table: 'imports' as const, fields: importFields, personal: importPersonal };

export const importOperations = {
  'import.made': creating(shape),
  'import.undone': changing(shape),
};

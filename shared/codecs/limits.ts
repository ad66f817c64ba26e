/**
 * The bounds within which foreign files are read. What is over a bound is refused and the refusal
 * states it, so that a file made to hurt costs seconds and megabytes, not the desk.
 */
export const LIMITS = {
  /** Bytes of a file as it lies on the disk; the bridge refuses larger ones as well. */
  fileBytes: 64 * 1024 * 1024,
  /** Bytes that the parts of a workbook may unpack to, together. */
  unpackedBytes: 256 * 1024 * 1024,
  /** Parts of a workbook's package. */
  packageParts: 2_000,
  /** Worksheets of a workbook. */
  sheets: 100,
  /** Rows of one sheet: a webinar of 100,000 attendees and room. */
  rows: 150_000,
  /** Columns of one sheet. */
  columns: 1_000,
  /** Characters of one cell: what a workbook can hold. */
  cellCharacters: 32_767,
  /** Characters of a name, an institution, a job title: what the register takes. */
  fieldCharacters: 400,
  /** Characters of remarks. */
  remarksCharacters: 2_000,
  /** Rows at the head of a sheet among which the header is looked for. */
  headerSearchRows: 30,
  /** Rows from which a column's kind is guessed. */
  sampleRows: 200,
  /** Bytes from which encoding, separator and kind of a file are guessed. */
  sampleBytes: 256 * 1024,
} as const;

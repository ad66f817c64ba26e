/**
 * Heavy work that runs off the main thread, by name. Each job is a function of plain values (they
 * are cloned both ways) and loads its code when it is first wanted.
 */
export const jobs = {
  /** Reads a platform's report and groups its rows by login. */
  readReport: async (input: import('./jobs/read-report').ReadReportInput) =>
    (await import('./jobs/read-report')).readReportJob(input),
  /** Who may be behind each login: certain links and suggestions. */
  matchLogins: async (input: import('./jobs/match-logins').MatchLoginsInput) =>
    (await import('./jobs/match-logins')).matchLoginsJob(input),
  /** The certain links alone. */
  linkLogins: async (input: import('./jobs/match-logins').LinkLoginsInput) =>
    (await import('./jobs/match-logins')).linkLoginsJob(input),
  /** Records that may be one human being. */
  findDuplicates: async (input: import('./jobs/find-duplicates').FindDuplicatesInput) =>
    (await import('./jobs/find-duplicates')).findDuplicatesJob(input),
  /** The tables of a text file or workbook. */
  openTable: async (input: import('./jobs/read-nominations').OpenTableInput) =>
    (await import('./jobs/read-nominations')).openTableJob(input),
  /** What the columns of a nomination list mean. */
  mapNominationColumns: async (input: import('./jobs/read-nominations').MapColumnsInput) =>
    (await import('./jobs/read-nominations')).mapColumnsJob(input),
  /** The rows of a nomination list, each with its verdict. */
  readNominations: async (input: import('./jobs/read-nominations').ReadNominationsInput) =>
    (await import('./jobs/read-nominations')).readNominationsJob(input),
  /** Those of its rows that corrections have changed: in the worker that read the list. */
  correctNominations: async (input: import('./jobs/read-nominations').CorrectNominationsInput) =>
    (await import('./jobs/read-nominations')).correctNominationsJob(input),
  /** Nomination sheets to be filled in by focal points. */
  writeNominationSheets: async (
    input: import('./jobs/write-nomination-sheets').WriteNominationSheetsInput,
    report: Report,
  ) => (await import('./jobs/write-nomination-sheets')).writeNominationSheetsJob(input, report),
  /** The sample year, as drafts. */
  makeSample: async (input: import('./jobs/make-programme').MakeSampleInput) =>
    (await import('./jobs/make-programme')).makeSampleJob(input),
  /** A programme with the partners of the built-in file, as drafts. */
  makeProgramme: async (input: import('./jobs/make-programme').MakeProgrammeInput) =>
    (await import('./jobs/make-programme')).makeProgrammeJob(input),
  /** Figures of a year, from what this worker keeps of it. */
  countYear: async (input: import('./jobs/statistics').CountYearInput) =>
    (await import('./jobs/statistics')).countYearJob(input),
  /** The people behind one of those figures. */
  peopleBehind: async (input: import('./jobs/statistics').PeopleBehindInput) =>
    (await import('./jobs/statistics')).peopleBehindJob(input),
  /** Who was online at a meeting, from what this worker keeps of it. */
  onlineResult: async (input: import('./jobs/online-result').OnlineResultInput) =>
    (await import('./jobs/online-result')).onlineResultJob(input),
  /** The first rows of a document. */
  previewDocument: async (input: import('./jobs/export').DocumentInput, report: Report) =>
    (await import('./jobs/export')).previewDocumentJob(input, report),
  /** A document as the bytes of a file. */
  exportDocument: async (input: import('./jobs/export').DocumentInput, report: Report) =>
    (await import('./jobs/export')).exportDocumentJob(input, report),
  /** Sign-in sheets as a document that can be printed. */
  writeSignInSheets: async (input: import('./jobs/write-sign-in-sheets').WriteSignInSheetsInput) =>
    (await import('./jobs/write-sign-in-sheets')).writeSignInSheetsJob(input),
  /** The text of the QR code in a picture of the camera. */
  readCode: async (input: import('./jobs/read-code').ReadCodeInput) =>
    (await import('./jobs/read-code')).readCodeJob(input),
  /** Rows of the journal as the bytes of a file. */
  writeJournal: async (input: import('./jobs/write-journal').WriteJournalInput) =>
    (await import('./jobs/write-journal')).writeJournalJob(input),
};

/** How far a job has come: `total` is `null` while it is not known how much there is. */
export interface JobProgress {
  readonly phase: string;
  readonly done: number;
  readonly total: number | null;
}

/** Tells whoever asked how far the job has come. */
export type Report = (progress: JobProgress) => void;

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type JobInput<J extends JobName> = Parameters<Jobs[J]>[0];
export type JobOutput<J extends JobName> = Awaited<ReturnType<Jobs[J]>>;

export interface JobRequest {
  readonly job: JobName;
  readonly input: unknown;
}

export type JobAnswer =
  | { readonly ok: true; readonly output: unknown }
  | {
      readonly ok: false;
      readonly message: string;
      /** What the page keeps could not be read. */
      readonly damaged?: true;
    };

export type JobMessage = JobAnswer | { readonly progress: JobProgress };

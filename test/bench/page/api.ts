import type { Agreement } from '../../support/logins/agreement';

/** What the bench's own page does for it: baselines, and parts of the program taken by themselves. */
export interface BenchPage {
  search(request: SearchRequest): Promise<SearchTimes>;
  /** Check-ins through the program's store, without a window. ms each */
  commits(request: CommitRequest): Promise<number[]>;
  bareCheckIns(request: BareCheckInRequest): Promise<number[]>;
  bareAdd(): Promise<BareAdd>;
  /** The workbook as base64. */
  bareImport(workbook: string): Promise<BareImport>;
  workbook(rows: number, runs: number): Promise<WorkbookTimes>;
  statistics(request: StatisticsRequest): Promise<StatisticsTimes>;
  /** One answer for each size. */
  duplicates(request: DuplicatesRequest): Promise<DuplicateTimes[]>;
  matching(request: MatchingRequest): Promise<MatchingTimes>;
}

export interface MatchingRequest {
  readonly people: number;
  readonly rows: number;
  /** People of the set on which suggestions are judged. */
  readonly set: number;
  readonly seed: number;
}

export interface MatchingTimes {
  readonly agreement: Omit<Agreement, 'missed'>;
  readonly rows: number;
  readonly logins: number;
  /** Logins that were linked or for whom somebody is suggested. */
  readonly suggested: number;
  /** ms */
  readonly parsing: number;
  readonly indexing: number;
  readonly matching: number;
}

export interface DuplicatesRequest {
  readonly sizes: readonly number[];
  readonly seed: number;
}

export interface DuplicateTimes {
  readonly pairs: number;
  readonly compared: number;
  /** One for every run. */
  readonly ms: number[];
}

export interface SearchRequest {
  readonly meeting: string;
  /** What is typed, each with the person that is meant. */
  readonly queries: readonly { readonly text: string; readonly person: string }[];
}

/** Each in ms, one for every keystroke that is long enough to search. */
export interface SearchTimes {
  readonly people: number;
  readonly index: number[];
  readonly scan: number[];
  /** Queries whose person (or a namesake) is among the first three. */
  readonly among: number;
  /** The same, namesakes not counted. */
  readonly exactly: number;
  /** Building the index, ms. */
  readonly build: number;
}

export interface CommitRequest {
  readonly meeting: string;
  readonly scopes: string[];
  /** Ids of who is checked in, one after the other. */
  readonly people: readonly string[];
}

export interface BareCheckInRequest {
  readonly times: number;
  /** Rows that stand in the bare table beside those that are written. */
  readonly rows: number;
}

export interface BareAdd {
  readonly rows: number;
  /** ms */
  readonly adding: number;
}

export interface BareImport {
  readonly rows: number;
  /** ms */
  readonly parsing: number;
  readonly adding: number;
}

export interface WorkbookTimes {
  /** ms, one for every run, alternately. */
  readonly ours: number[];
  readonly bare: number[];
  readonly bytes: { readonly ours: number; readonly bare: number };
}

export interface StatisticsRequest {
  readonly programme: string;
  readonly year: number;
}

/** ms unless said otherwise. */
export interface StatisticsTimes {
  readonly disk: number;
  readonly memory: number[];
  readonly afterOne: number[];
  readonly loop: number[];
  /** The figures that follow are those of a recount, compared whole. */
  readonly equal: boolean;
  readonly attended: { readonly ours: number; readonly loop: number };
}

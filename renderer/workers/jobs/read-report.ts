import { logins, type LoginEvidence } from '@shared/codecs/platform-reports/logins';
import { readPlatformReport } from '@shared/codecs/platform-reports/read';
import type {
  PlatformReport,
  ReportOptions,
  ReportResult,
} from '@shared/codecs/platform-reports/types';

export interface ReadReportInput {
  readonly bytes: Uint8Array;
  readonly options: ReportOptions;
}

export type ReadReportOutput =
  | {
      readonly ok: true;
      readonly report: PlatformReport;
      readonly logins: readonly LoginEvidence[];
    }
  | Extract<ReportResult, { ok: false }>;

export async function readReportJob({
  bytes,
  options,
}: ReadReportInput): Promise<ReadReportOutput> {
  const result = await readPlatformReport(bytes, options);
  if (!result.ok) return result;
  return { ok: true, report: result.report, logins: logins(result.report) };
}

import { LoginMatcher } from '@shared/matching/candidates';
import { agreementOn, codeOf } from '../../support/logins/agreement';
import { webinarPeople, webinarReport } from '../../support/logins/webinar';
import { readReportJob } from '@renderer/workers/jobs/read-report';
import type { MatchingRequest, MatchingTimes } from './api';

/** How well names are recognised, and what the pure work on a webinar's report takes: in one thread. */
export async function matching(request: MatchingRequest): Promise<MatchingTimes> {
  const { people, rows, set, seed } = request;
  const { missed: _missed, ...agreement } = agreementOn(set, seed);
  const crowd = webinarPeople(people, seed);
  const text = webinarReport(crowd, rows, seed);
  const bytes = new TextEncoder().encode(text);

  const start = performance.now();
  const read = await readReportJob({ bytes, options: { meetingDays: ['2023-12-11'] } });
  if (!read.ok) throw new Error(`the report was not read: ${read.reason}`);
  const parsed = performance.now();
  const matcher = new LoginMatcher(
    crowd.map(({ known }) => known),
    codeOf,
  );
  const indexed = performance.now();
  let suggested = 0;
  for (const login of read.logins) {
    const match = matcher.match(login);
    if (match.linked !== null || match.candidates.length > 0) suggested += 1;
  }
  const end = performance.now();
  return {
    agreement,
    ...{ rows: read.report.rows, logins: read.logins.length, suggested },
    ...{ parsing: parsed - start, indexing: indexed - parsed, matching: end - indexed },
  };
}

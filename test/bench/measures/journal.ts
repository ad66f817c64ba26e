import { median } from '../figures';
import { OtherDesk } from '../other-desk';
import type { Finding } from '../report';
import type { BenchDesk } from '../stage/desk';
import { bothWays, type Measure } from './measure';

const RUNS = { whole: 20, quick: 3 };
/** As many as the journal page asks for. */
const PAGE = 100;
const ANY = {
  ...{ record: null, meeting: null, actor: null, replica: null },
  ...{ types: null, from: null, to: null },
};

/** Queries of the journal page over the bridge, the window left out. */
export const journal: Measure = {
  name: 'journal',
  about: 'a page of the journal, asked for over the bridge',
  take: (stage) =>
    bothWays(stage, async (desk) =>
      queriesAt(await desk('meeting'), stage.options.quick ? RUNS.quick : RUNS.whole),
    ),
};

async function queriesAt(desk: BenchDesk, runs: number): Promise<Finding[]> {
  const other = await OtherDesk.connect(desk);
  const { operations } = await other.call('register.status', {});
  const person = desk.loaded.people[0]?.id ?? null;
  const asked = [
    { what: 'journal: the newest page', filter: ANY },
    { what: 'journal: one person', filter: { ...ANY, record: person } },
    { what: 'journal: nothing fits', filter: { ...ANY, types: ['person.merged'] } },
  ];
  const findings: Finding[] = [];
  for (const { what, filter } of asked) {
    const taken: number[] = [];
    let found = 0;
    for (let run = 0; run < runs; run += 1) {
      const start = performance.now();
      const request = { filter, before: null, limit: PAGE };
      const answer = await other.call('register.journal', request);
      taken.push(performance.now() - start);
      found = answer.operations.length;
    }
    const note = `${found} of ${operations} operations`;
    findings.push({ what: `${what}, median`, value: median(taken), unit: 'ms', note });
  }
  return findings;
}

import { chanceOf } from '@shared/domain/sample/chance';
import { foldName } from '@shared/matching/fold';
import { median, p95 } from '../figures';
import { atMostTimes, below, type Finding } from '../report';
import type { Options } from '../options';
import type { BenchDesk } from '../stage/desk';
import type { LoadedPerson } from '../stage/profiles';
import { bothWays, type Measure } from './measure';
import { ANSWERING, searchBox, typeSlowly } from './typing';

const ASKED = 600;
const TYPED = { whole: 40, quick: 4 };
/** People looked up before anything counts, as for the check-ins: a desk is in use all day. */
const WARM_UP = 5;
/** Letters of a given name after which a registrar looks up from the keyboard. */
const SOME = 3;

/**
 * Seeded queries that say enough to mean one person, in the ways in which names are told: family
 * first and the given name begun, given name first, the words in any order without accents.
 */
function queriesFor(people: readonly LoadedPerson[], seed: number, count: number) {
  const chance = chanceOf(seed);
  const named = people.filter(({ family, given }) => family.length > 1 && given.length > 1);
  return Array.from({ length: count }, (_, at) => {
    const { id, family, given } = chance.among(named);
    const shapes = [
      `${family} ${given.slice(0, SOME)}`,
      `${given} ${family}`.toLowerCase(),
      foldName([...family.split('-').reverse(), given].join(' ')),
    ];
    return { person: id, text: shapes[at % shapes.length] ?? family };
  });
}

export const search: Measure = {
  name: 'search',
  about: 'keystroke to results at the desk, and whether the right person is among them',
  take: (stage) => bothWays(stage, async (desk) => searchAt(await desk('meeting'), stage.options)),
};

async function searchAt(desk: BenchDesk, { seed, quick }: Options): Promise<Finding[]> {
  const queries = queriesFor(desk.loaded.people, seed, ASKED);

  const page = await desk.openLevel(desk.deskRoute);
  const box = searchBox(page);
  await page.locator(ANSWERING).waitFor();
  const typed = queries.slice(0, WARM_UP + (quick ? TYPED.quick : TYPED.whole));
  const letters = typed.slice(0, WARM_UP).reduce((sum, { text }) => sum + [...text].length, 0);
  for (const { text } of typed) {
    await box.press('Escape');
    await typeSlowly(page, text);
  }
  const keys = (await page.evaluate(() => window.benchProbe.keys)).slice(letters);
  await page.close();

  const bench = await desk.openBench();
  const times = await bench.evaluate((request) => window.bench.search(request), {
    meeting: desk.loaded.meetings[0] ?? '',
    queries,
  });
  await bench.close();

  const work = keys.map((key) => key.work);
  const scan = (value: number) => ({ value, what: 'one includes scan over folded keys' });
  const index = median(times.index);
  const bare = median(times.scan);
  const among = (100 * times.among) / queries.length;
  return [
    {
      what: 'search: work of one keystroke, median',
      value: median(work),
      unit: 'ms',
      note: `${keys.length} keys over ${times.people} people; script ${median(keys.map((key) => key.script)).toFixed(1)} ms of it, key to pixels ${median(keys.map((key) => key.latency)).toFixed(1)} ms (it waits for the frame)`,
    },
    {
      what: 'search: work of one keystroke, p95',
      value: p95(work),
      unit: 'ms',
      bar: below(p95(work), 8, 'ms'),
    },
    {
      what: 'search: answer of the index, median',
      value: index,
      unit: 'ms',
      baseline: scan(bare),
      bar: atMostTimes(index, bare, 2),
    },
    {
      what: 'search: answer of the index, p95',
      value: p95(times.index),
      unit: 'ms',
      baseline: scan(p95(times.scan)),
    },
    {
      what: 'search: the person meant among the first three',
      value: among,
      unit: '%',
      bar: { text: 'among the first three', met: among >= 99 },
      note: `${queries.length} seeded queries; somebody of the same name counts; without that ${((100 * times.exactly) / queries.length).toFixed(1)} %`,
    },
    { what: 'search: building the index', value: times.build, unit: 'ms' },
  ];
}

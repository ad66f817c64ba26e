import type { Finding } from '../report';
import type { Measure } from './measure';
import { webinar } from './webinar';

const ROWS = 100_000;
/** The set on which suggestions are judged. */
const SET = 2_000;

const share = (value: number, of: number): number => (of === 0 ? 0 : (100 * value) / of);
const atLeast = (value: number, least: number): NonNullable<Finding['bar']> => ({
  text: `≥ ${String(least)} %`,
  met: value >= least,
});

/** Suggestions for a platform's logins: how right they are, and how long a large report takes. */
export const matching: Measure = {
  name: 'matching',
  about: 'logins of a seeded set recognised, and a webinar of 100,000 rows among 20,000 people',
  take: async (stage) => {
    const { seed, scale } = stage.options;
    const people = stage.webinarPeople;
    const rows = Math.max(500, Math.round(ROWS * scale));
    const desk = await stage.desk('empty');
    const bench = await desk.openBench();
    const taken = await bench.evaluate((request) => window.bench.matching(request), {
      ...{ people, rows, set: SET, seed },
    });
    await bench.close();
    const inProgram = await webinar(stage, rows);
    const { agreement, parsing, indexing, matching: searching } = taken;
    const { logins, strangers, automatic, byName, wrong, toldApart, first, listed } = agreement;
    const { certain, certainWrong, certainStrangers } = agreement;
    const all = (parsing + indexing + searching) / 1000;
    const right = share(automatic - wrong, automatic);
    return [
      {
        ...{ what: 'matching: automatic links that are right', value: right, unit: '%' },
        bar: { text: '100 %', met: wrong === 0 },
        note:
          `precision of ${String(automatic)} links by address or confirmed name (${String(byName)} by name), ` +
          `${String(logins)} logins and ${String(strangers)} of strangers`,
      },
      {
        ...{ what: 'matching: the right person first', value: share(first, toldApart), unit: '%' },
        bar: atLeast(share(first, toldApart), 95),
        note: `of ${String(toldApart)} logins that can be told apart`,
      },
      {
        ...{
          what: 'matching: the right person listed',
          value: share(listed, toldApart),
          unit: '%',
        },
        bar: atLeast(share(listed, toldApart), 99),
        note: 'recall',
      },
      {
        ...{ what: 'matching: certain ones that are right', unit: '%' },
        value: share(certain - certainWrong, certain),
        bar: { text: '100 %', met: certainWrong === 0 },
        note:
          `${String(certain)} logins that may be confirmed in one act after a look at the list; ` +
          `${String(certainStrangers)} of them are strangers whom no rule can know`,
      },
      {
        ...{ what: `matching: ${String(rows)} rows, the pure work in one thread`, unit: 's' },
        value: all,
        note:
          `read in ${(parsing / 1000).toFixed(1)} s, people indexed in ${(indexing / 1000).toFixed(1)} s, ` +
          `${String(taken.logins)} logins matched in ${(searching / 1000).toFixed(1)} s`,
      },
      ...inProgram,
    ] satisfies Finding[];
  },
};

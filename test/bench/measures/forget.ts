import { v7 as uuidv7 } from 'uuid';
import { forgetPeople } from '@shared/domain/person/decide';
import { StatisticsPage } from '../../e2e/pages/statistics';
import { wordsOf } from '../../e2e/support/words';
import { OtherDesk } from '../other-desk';
import type { Finding } from '../report';
import type { BenchDesk } from '../stage/desk';
import { bothWays, type Measure } from './measure';
import { LIMIT_MS } from './typing';

/** One person is forgotten while a window is open: it clears its storage and projects all again. */
export const forget: Measure = {
  name: 'forget',
  about: 'one person forgotten with L, until figures can be looked at again',
  take: (stage) => bothWays(stage, async (desk) => forgottenAt(await desk('meeting'))),
};

async function forgottenAt(desk: BenchDesk): Promise<Finding[]> {
  const other = await OtherDesk.connect(desk);
  const meeting = desk.loaded.meetings[0] ?? '';
  const person = desk.loaded.people[0]?.id ?? '';
  const { sentence } = new StatisticsPage(await desk.openLevel('/meetings'), wordsOf('en'));
  const page = sentence.page();
  const context = { newId: () => uuidv7(), now: new Date().toISOString() };
  const decided = forgetPeople(
    context,
    [{ id: person, gender: 'not-declared', forgotten: false }],
    'request',
  );
  if (!decided.ok) throw new Error(`not decided: ${decided.reason}`);
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  await other.commit(decided.drafts);
  const erased = seconds();
  const { last } = await other.call('register.status', {});
  await page.evaluate((route) => {
    window.location.hash = route;
  }, `#/m/${meeting}/statistics`);
  await page.evaluate((all) => window.benchProbe.level(all), last);
  await sentence.waitFor({ timeout: LIMIT_MS });
  const shown = seconds();
  await page.close();
  const what = 'forget one person';
  return [
    { what: `${what}: erased from the register`, value: erased, unit: 's' },
    { what: `${what}: figures are there again`, value: shown, unit: 's' },
  ];
}

import { randomInt } from 'node:crypto';
import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { chanceOf } from '@shared/domain/sample/chance';
import { Rostrum } from './pages/rostrum';
import { keptDraft } from './support/browser-data';
import { storm } from './support/storm';
import { browserData, expect, test } from './support/test';

/**
 * What is told as done stays done. Rounds by `ROSTRUM_ROUNDS` (5), seed by `ROSTRUM_SEED` (new for
 * every test, printed).
 */
const ROUNDS = Number(process.env['ROSTRUM_ROUNDS'] ?? 5);
/** The sample's demonstration has people for so many rounds. */
const ROUNDS_OF_ONE_TEST = 5;
const MORNING = 'Day 1, morning';
/** A check-in in a session is recorded at the reception and in the session. */
const OPERATIONS_OF_A_CHECK_IN = 2;

test.describe('killed at a random moment', () => {
  for (let first = 1; first <= ROUNDS; first += ROUNDS_OF_ONE_TEST) {
    const last = Math.min(first + ROUNDS_OF_ONE_TEST - 1, ROUNDS);
    test(`every acknowledged check-in is there, rounds ${first} to ${last}`, async ({
      host,
      openProgram,
    }) => {
      test.setTimeout(300_000);
      const seed = newSeed();
      console.log(`check-in storm, rounds ${first} to ${last}: ROSTRUM_SEED=${seed}`);
      const chance = chanceOf(seed + first);

      let { browser, rostrum: window } = await openProgram();
      await window.openDemonstration();
      const route = window.frame.route();
      const names = chance.shuffled(await window.desk.nominees());
      expect(names.length).toBeGreaterThan(50);
      const before = await window.frame.journalLength();
      const attempted: string[] = [];
      const acknowledged: string[] = [];
      let here = 0;

      for (let round = first; round <= last; round += 1) {
        await window.frame.chooseSession(MORNING);
        const waiting = names.filter((name) => !attempted.includes(name));
        const result = await storm(window.desk, waiting, chance, async () => {
          await Promise.all(
            chance.shuffled([() => browser.kill(), () => host.kill()]).map((kill) => kill()),
          );
        });
        attempted.push(...result.attempted);
        acknowledged.push(...result.acknowledged);

        await host.start();
        ({ browser, rostrum: window } = await openProgram());
        await browser.page.goto(`${host.origin}/${route}`);
        await window.desk.box.waitFor();
        const present = await window.desk.presentAmong(result.attempted);
        expect(present, `acknowledged, round ${round}`).toEqual(
          expect.arrayContaining(result.acknowledged),
        );
        // Counted once on the screen, recorded once in the journal.
        here += present.length;
        await window.desk.expectFigures({ here });
        await expect
          .poll(() => window.frame.operations())
          .toBe(before + OPERATIONS_OF_A_CHECK_IN * here);
        console.log(
          `round ${round}: ${result.acknowledged.length} acknowledged, ${present.length} recorded`,
        );
      }

      const present = await window.desk.presentAmong(attempted);
      expect(present).toEqual(expect.arrayContaining(acknowledged));
      await browser.close();
    });
  }
});

test('the database of the browser is deleted: projected again, the same figures', async ({
  host,
  profile,
  openProgram,
}) => {
  const { browser, rostrum: window } = await openProgram();
  await window.openDemonstration();
  const [name = ''] = await window.desk.nominees(1);
  await window.desk.checkIn(name, name);
  await window.desk.expectFigures({ here: 1 });
  const figures = await window.desk.figures();
  const operations = await window.frame.journalLength();
  const route = window.frame.route();
  await browser.close();

  await rm(join(browserData(profile), 'Default', 'IndexedDB'), { recursive: true });
  await host.restart();
  const { browser: again, rostrum: next } = await openProgram();
  await again.page.goto(`${host.origin}/${route}`);
  await next.desk.expectFigures(figures);
  expect(await next.desk.presentAmong([name])).toEqual([name]);
  await expect.poll(() => next.frame.operations()).toBe(operations);
  await again.close();
});

test.describe('the register is damaged', () => {
  test.use({ tolerated: [/ERR_CONNECTION_REFUSED|WebSocket|Failed to load resource/] });

  test('it is restored from the continuous backup, and says so', async ({
    rostrum,
    host,
    page,
    profile,
  }) => {
    await rostrum.openDemonstration();
    const { desk, frame, meetings, settings } = rostrum;
    const [name = ''] = await desk.nominees(1);
    await desk.checkIn(name, name);
    await desk.expectFigures({ here: 1 });
    const before = await state();
    await expect(frame.status).toContainText('Backup up to date');

    await host.stop();
    const seed = newSeed();
    console.log(`damage to the register: ROSTRUM_SEED=${seed}`);
    await damage(join(profile, 'register', 'register.sqlite'), seed);
    await host.start();
    await page.goto(host.url);

    await meetings.heading.waitFor();
    await frame.go('settings');
    await expect(settings.main).toContainText(
      /The journal was damaged and was restored from the backup \(.+\)/,
    );
    await frame.go('desk');
    await desk.expectFigures({ here: 1 });
    expect(await desk.presentAmong([name])).toEqual([name]);
    expect(await state()).toEqual(before);

    // And it goes on: what comes now is recorded as before.
    const [, other = ''] = await desk.nominees(2);
    await desk.checkIn(other, other);
    await desk.expectFigures({ here: 2 });

    /** What the pages show of everything, as text. */
    async function state(): Promise<string[]> {
      const shown = [await desk.arrivals.innerText()];
      await frame.go('agenda');
      await rostrum.agenda.items.first().waitFor();
      shown.push((await rostrum.agenda.list()).join('\n'));
      await frame.go('meetings');
      await meetings.heading.waitFor();
      const main = page.getByRole('main');
      await expect(main).not.toContainText('…');
      shown.push(await main.innerText());
      await frame.go('desk');
      await desk.box.waitFor();
      return shown;
    }
  });
});

test.describe('the host is away', () => {
  test.use({ tolerated: [/ERR_CONNECTION_REFUSED|WebSocket|Failed to load resource/] });

  test('the page says so, keeps what was typed, and goes on when it is back', async ({
    rostrum,
    host,
    page,
  }) => {
    await rostrum.openDemonstration();
    const { desk, frame, recommendations } = rostrum;
    const [name = ''] = await desk.nominees(1);

    await host.kill();
    await desk.checkIn(name, name);
    await expect(desk.answer).toContainText('Not saved');
    await expect(desk.lastActions).toHaveCount(0);
    await desk.expectFigures({ here: 0 });
    await expect(frame.status).toContainText('The program behind this window cannot be reached');
    await expect(frame.status).toContainText('Not saved: the journal cannot be reached');

    await host.start();
    await expect(frame.status).toContainText('Connected', { timeout: 30_000 });
    await desk.checkIn(name, name);
    await expect(desk.answer).toContainText('Welcome');
    await desk.expectFigures({ here: 1 });
    await expect(frame.status).toContainText('Saved at');

    await frame.go('recommendations');
    await recommendations.create.click();
    await recommendations.text('en').fill('Typed before');
    await host.kill();
    await recommendations.text('en').fill('Typed before and while it was away');
    await recommendations.text('en').blur();
    await frame.expectSaid('Not saved. What you typed is kept on this desk; try again.');
    await expect(recommendations.text('en')).toHaveValue('Typed before and while it was away');
    await expect(recommendations.mark('kept')).toBeVisible();
    await expect.poll(() => keptDraft(page, 'recommendation ')).toContain('while it was away');

    await host.start();
    await expect(frame.status).toContainText('Connected', { timeout: 30_000 });
    await recommendations.text('en').focus();
    await recommendations.text('en').blur();
    await expect(recommendations.mark('saved')).toBeVisible();
    await expect(recommendations.versions.first()).toContainText('while it was away');
  });
});

test('two windows of one desk see each other’s check-ins', async ({ rostrum, host, context }) => {
  await rostrum.openDemonstration();
  const { desk, frame } = rostrum;
  const [first = '', second = ''] = await desk.nominees(2);

  const other = await context.newPage();
  await other.goto(`${host.origin}/${frame.route()}`);
  const beside = new Rostrum(other);
  await beside.desk.expectFigures({ here: 0 });

  await desk.checkIn(first, first);
  await beside.desk.expectFigures({ here: 1 });
  await beside.desk.checkIn(second, second);
  await expect(beside.desk.answer).toContainText('Welcome');
  await desk.expectFigures({ here: 2 });
  // What the other window did is known here at once: it is not done twice.
  await desk.checkIn(second, second);
  await expect(desk.answer).toContainText('Already here');
  await expect(desk.answer).toContainText('Reception A');
  await desk.expectFigures({ here: 2 });
});

function newSeed(): number {
  return Number(process.env['ROSTRUM_SEED'] ?? randomInt(2 ** 31));
}

/** Overwrites a quarter of a file, somewhere in it, with random bytes. */
async function damage(path: string, seed: number): Promise<void> {
  const chance = chanceOf(seed);
  const { size } = await stat(path);
  const bytes = Uint8Array.from({ length: Math.floor(size / 4) }, () => chance.below(256));
  const file = await open(path, 'r+');
  await file.write(bytes, 0, bytes.length, chance.below(size - bytes.length));
  await file.close();
}

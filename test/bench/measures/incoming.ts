import type { Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { draft } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import { largest, p95 } from '../figures';
import { OtherDesk } from '../other-desk';
import { below, type Finding } from '../report';
import type { BenchDesk } from '../stage/desk';
import type { Loaded } from '../stage/profiles';
import { bothWays, type Measure } from './measure';
import { ANSWERING, searchBox, typeSlowly } from './typing';

const A_SECOND = 200;
/** As often as a hub would pass them on. */
const BATCHES_A_SECOND = 20;
const SECONDS = { whole: 20, quick: 4 };

/** Check-ins of a batch, taken from the end of the list: the desk here begins at its beginning. */
function arrivals({ meetings: [meeting = ''], sitting, people }: Loaded, batch: number): Draft[] {
  const context = { newId: () => uuidv7(), now: new Date().toISOString() };
  const size = A_SECOND / BATCHES_A_SECOND;
  return Array.from({ length: size }, (_, at) => {
    const person = people[people.length - 1 - ((batch * size + at) % people.length)];
    return draft(context, {
      type: 'attendance.arrived',
      meeting,
      subjects: [person?.id ?? ''],
      body: {
        person: person?.id ?? '',
        scope: `session:${sitting ?? ''}`,
        modality: 'in-person',
        when: context.now,
        source: 'search',
      },
    });
  });
}

/** Commits a batch at every beat, whether or not the one before is answered. */
function pour(other: OtherDesk, loaded: Loaded, seconds: number): Promise<{ late: number }> {
  return new Promise((resolve, reject) => {
    const total = seconds * BATCHES_A_SECOND;
    const sent: Promise<void>[] = [];
    const start = performance.now();
    const timer = setInterval(() => {
      const due = Math.floor(((performance.now() - start) / 1000) * BATCHES_A_SECOND);
      while (sent.length < Math.min(due, total)) {
        sent.push(other.commit(arrivals(loaded, sent.length)));
      }
      if (sent.length < total) return;
      clearInterval(timer);
      Promise.all(sent).then(() => {
        resolve({ late: performance.now() - start - seconds * 1000 });
      }, reject);
    }, 1000 / BATCHES_A_SECOND);
  });
}

/** Somebody looks one person up after another. */
async function typeFor(page: Page, seconds: number, { people }: Loaded): Promise<void> {
  const end = performance.now() + seconds * 1000;
  for (let at = 0; performance.now() < end; at += 1) {
    const person = people[at % people.length];
    await searchBox(page).press('Escape');
    await typeSlowly(page, person?.family.slice(0, 6) ?? '');
  }
}

export const incoming: Measure = {
  name: 'incoming',
  about: '200 operations a second from other desks while somebody types at this one',
  take: (stage) =>
    bothWays(stage, async (desk) =>
      pouredAt(await desk('meeting'), stage.options.quick ? SECONDS.quick : SECONDS.whole),
    ),
};

async function pouredAt(desk: BenchDesk, seconds: number): Promise<Finding[]> {
  const { loaded } = desk;
  const page = await desk.openLevel(desk.deskRoute);
  const box = searchBox(page);
  await box.waitFor();
  await page.locator(ANSWERING).waitFor();
  await box.press('Escape');

  // How it is when nobody else works, for comparison.
  await page.evaluate(() => window.benchProbe.watchFrames());
  await typeFor(page, seconds / 4, loaded);
  const calm = await page.evaluate(() => {
    window.benchProbe.watching = false;
    return window.benchProbe.frames;
  });

  const other = await OtherDesk.connect(desk);
  await page.evaluate(() => window.benchProbe.watchFrames());
  const pouring = pour(other, loaded, seconds);
  const typing = typeFor(page, seconds, loaded);
  const { late } = await pouring;
  await typing;
  const { frames, longFrames, last } = await page.evaluate(async () => {
    const { benchProbe: probe } = window;
    probe.watching = false;
    return { frames: probe.frames, longFrames: probe.longFrames, last: await probe.cursor() };
  });
  const keys = await page.evaluate(() => window.benchProbe.keys);
  await page.close();
  const longest = largest(frames);
  const over = frames.filter((frame) => frame > 50).length;
  return [
    {
      what: 'incoming: longest time between two frames',
      value: longest,
      unit: 'ms',
      baseline: { value: largest(calm), what: 'typing alone' },
      bar: below(longest, 50, 'ms'),
      note: `${frames.length} frames in ${seconds} s, ${over} over 50 ms, p95 ${p95(frames).toFixed(0)} ms; the browser's own longest frame ${largest(longFrames).toFixed(0)} ms; commits answered ${late.toFixed(0)} ms after the last beat; projected up to ${last}`,
    },
    {
      what: 'incoming: key to pixels meanwhile, p95',
      value: p95(keys.map((key) => key.latency)),
      unit: 'ms',
    },
  ];
}

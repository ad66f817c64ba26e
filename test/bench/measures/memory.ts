import type { Browser } from '@playwright/test';
import { below, type Finding } from '../report';
import type { BenchDesk } from '../stage/desk';
import { residentMemory } from '../stage/host';
import { bothWays, type Measure } from './measure';
import { ANSWERING, searchBox, typeSlowly } from './typing';

const MB = 2 ** 20;

/** Process ids of the windows, where the browser tells. */
async function rendererPids(browser: Browser | null): Promise<number[]> {
  if (browser === null) return [];
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

export const memory: Measure = {
  name: 'memory',
  about: 'heap of the window and resident memory of the processes, L at the desk',
  take: (stage) => bothWays(stage, async (desk) => memoryAt(await desk('meeting'))),
};

async function memoryAt(desk: BenchDesk): Promise<Finding[]> {
  const page = await desk.openLevel(desk.deskRoute);
  await page.locator(ANSWERING).waitFor();
  await searchBox(page).focus();
  await typeSlowly(page, desk.loaded.people[0]?.family ?? 'li');
  const session = await desk.context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const heap = usedSize / MB;
  const pids = await rendererPids(desk.context.browser());
  const renderers = pids.flatMap((pid) => residentMemory(pid) ?? []);
  const host = desk.host.memory();
  await page.close();
  const findings: Finding[] = [
    { what: 'memory: heap of the window', value: heap, unit: 'MB', bar: below(heap, 300, 'MB') },
  ];
  const process = Math.max(0, ...renderers);
  if (process > 0) {
    findings.push({
      what: 'memory: process of the window, resident',
      value: process,
      unit: 'MB',
      bar: below(process, 700, 'MB'),
    });
  }
  if (host !== null) {
    const bar = below(host, 700, 'MB');
    findings.push({
      what: 'memory: process of the host, resident',
      value: host,
      unit: 'MB',
      bar,
    });
  }
  return findings;
}

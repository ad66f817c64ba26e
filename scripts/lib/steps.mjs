// @ts-check
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { countsOf, hasTests, none } from './counts.mjs';
import { ROOT, seconds } from './project.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command what to run with this Node: script and arguments
 * @property {string[]} [folders] where its tests are; a check without tests of its own has none
 * @property {string[]} [after] steps that must have ended well before
 * @property {boolean} [alone] nothing else runs beside it
 */

/** @typedef {import('./counts.mjs').Counts & { name: string; note: string | null; time: string }} Outcome */

/** No step may hang the whole run. */
const STEP_LIMIT_MS = 12 * 60 * 1000;

/**
 * Run all steps, two at a time, each one's output in one piece when it ends. A failing step stops
 * nothing but the steps that build on it.
 * @param {Step[]} steps @returns {Promise<Outcome[]>}
 */
export async function runSteps(steps) {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-test-'));
  /** @type {Map<string, Outcome>} */
  const ended = new Map();
  /** @type {Map<string, Promise<void>>} */
  const running = new Map();
  const waiting = [...steps];
  while (waiting.length > 0 || running.size > 0) {
    for (const step of [...waiting]) {
      const needs = (step.after ?? []).filter((name) => steps.some((other) => other.name === name));
      const room = step.alone ? running.size === 0 && waiting[0] === step : running.size < 2;
      if (!room || !needs.every((name) => ended.has(name))) continue;
      waiting.splice(waiting.indexOf(step), 1);
      const broken = needs.find((name) => (ended.get(name)?.failed ?? 0) > 0);
      const outcome =
        broken === undefined ? runStep(step, folder) : Promise.resolve(notRun(step, broken));
      running.set(
        step.name,
        outcome.then((value) => {
          ended.set(step.name, value);
          running.delete(step.name);
        }),
      );
      if (step.alone) break;
    }
    await Promise.race(running.values());
  }
  rmSync(folder, { recursive: true, force: true });
  return steps.flatMap(({ name }) => ended.get(name) ?? []);
}

/** @param {Step} step @param {string} broken @returns {Outcome} */
function notRun({ name }, broken) {
  console.log(`✗ ${name}: not run, because ${broken} failed`);
  return { ...none(), name, failed: 1, note: `not run, because ${broken} failed`, time: '0.0 s' };
}

/** @param {Step} step @param {string} folder @returns {Promise<Outcome>} */
async function runStep({ name, command, folders }, folder) {
  if (folders !== undefined && !hasTests(folders)) {
    const note = `there are no tests yet in ${folders.join(', ')}`;
    console.log(`– ${name}: ${note}`);
    return { ...none(), name, note, time: '0.0 s' };
  }
  console.log(`▶ ${name} …`);
  const started = performance.now();
  const file = folders === undefined ? undefined : join(folder, `${name}.json`);
  const { exit, output } = await capture(command, file);
  const counts = countsOf({ exit, file });
  const time = seconds(started);
  const verdict = `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped.length} skipped`;
  console.log(`${counts.failed === 0 ? '✓' : '✗'} ${name} (${time}): ${verdict}`);
  // A check that is well has nothing to say; tests print their list, seeds included.
  if (counts.failed > 0 || folders !== undefined) console.log(indent(output));
  if (counts.note !== null) console.log(`  ${name}: ${counts.note}`);
  return { ...counts, name, time };
}

/** @param {string[]} command @param {string | undefined} countsFile */
function capture(command, countsFile) {
  const env = { ...process.env, ...(countsFile && { ROSTRUM_COUNTS: countsFile }) };
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own group, so that a step that hangs is ended with everything it started.
    detached: process.platform !== 'win32',
  });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  const end = () => endGroup(child.pid);
  const timer = setTimeout(() => {
    output += `\nended after ${STEP_LIMIT_MS / 60_000} minutes\n`;
    end();
  }, STEP_LIMIT_MS);
  process.once('exit', end);
  return new Promise((/** @type {(o: { exit: number; output: string }) => void} */ resolve) => {
    child.on('error', (error) => (output += error.message));
    child.on('close', (code) => {
      clearTimeout(timer);
      process.removeListener('exit', end);
      resolve({ exit: code ?? 1, output: stripVTControlCharacters(output) });
    });
  });
}

/** @param {number | undefined} pid */
function endGroup(pid) {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended by itself in the meantime.
  }
}

/** @param {string} text */
const indent = (text) => text.trim().replace(/^(?=.)/gm, '  ');

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openAttempts, pinGate } from '@electron/protection/attempts';

const START = Date.UTC(2023, 5, 13, 9);
const SECOND = 1000;
const MINUTE = 60 * SECOND;

let file: string;
let clock: { now: number };
let logged: string[];
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'rostrum-attempts-')), 'attempts.json');
  clock = { now: START };
  logged = [];
});
const open = (at = file) =>
  openAttempts({ file: at, now: () => clock.now, log: (message) => logged.push(message) });
const wrong = async () => false;
const right = async () => true;

async function failTimes(times: number, attempts = open()) {
  for (let tried = 0; tried < times; tried++) {
    clock.now += attempts.waitMs('passphrase');
    expect((await attempts.attempt('passphrase', wrong)).ok).toBe(false);
  }
  return attempts;
}

describe('wrong tries', () => {
  it('bring growing delays, up to a quarter of an hour', async () => {
    const attempts = open();
    const waits = [0, 0, 5, 15, 60, 300, 900, 900, 900].map((seconds) => seconds * SECOND);
    for (const waitMs of waits) {
      expect(await attempts.attempt('passphrase', wrong)).toEqual({
        ok: false,
        reason: 'wrong',
        waitMs,
      });
      clock.now += waitMs;
    }
  });

  it('are not looked at before the delay is over, and then are', async () => {
    const attempts = await failTimes(3);
    let looked = 0;
    const look = async () => (looked++, true);
    clock.now += 5 * SECOND - 1;
    const tooSoon = await attempts.attempt('passphrase', look);
    expect(tooSoon).toEqual({ ok: false, reason: 'wait', waitMs: 1 });
    expect(looked).toBe(0);
    clock.now += 1;
    expect(await attempts.attempt('passphrase', look)).toEqual({ ok: true });
  });

  it('are forgotten by a right one, and by forgiving', async () => {
    const attempts = await failTimes(5);
    clock.now += MINUTE;
    expect(await attempts.attempt('passphrase', right)).toEqual({ ok: true });
    await failTimes(3, attempts);
    attempts.forgive('passphrase');
    expect(attempts.waitMs('passphrase')).toBe(0);
    expect(open().waitMs('passphrase')).toBe(0);
  });

  it('count for each way and each operator apart', async () => {
    const attempts = await failTimes(4);
    for (const gate of ['recovery', pinGate('a'), pinGate('b')] as const) {
      expect(attempts.waitMs(gate)).toBe(0);
    }
    for (let tried = 0; tried < 3; tried++) await attempts.attempt(pinGate('a'), wrong);
    expect(attempts.waitMs(pinGate('a'))).toBe(5 * SECOND);
    expect(attempts.waitMs(pinGate('b'))).toBe(0);
  });

  it('outlast a restart', async () => {
    await failTimes(6);
    expect(open().waitMs('passphrase')).toBe(5 * MINUTE);
    clock.now += 4 * MINUTE;
    expect(open().waitMs('passphrase')).toBe(MINUTE);
  });

  it.each([
    ['a minute', MINUTE],
    ['a year', 365 * 24 * 60 * MINUTE],
  ])('are no shorter, nor longer, for a clock set back by %s', async (_, back) => {
    await failTimes(6);
    clock.now -= back;
    const attempts = open();
    expect(attempts.waitMs('passphrase')).toBe(5 * MINUTE);
    clock.now += 4 * MINUTE;
    expect(attempts.waitMs('passphrase')).toBe(MINUTE);
    expect(open().waitMs('passphrase')).toBe(MINUTE);
    clock.now += MINUTE;
    expect(attempts.waitMs('passphrase')).toBe(0);
  });

  it('do not slip through at the same moment', async () => {
    const attempts = open();
    let looked = 0;
    const look = async () => (looked++, await Promise.resolve(), false);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => attempts.attempt('passphrase', look)),
    );
    expect(looked).toBe(3);
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'wait')).toHaveLength(47);
  });

  it('are on disk before they are looked at', async () => {
    const attempts = await failTimes(2);
    await attempts.attempt('passphrase', async () => {
      expect(open().waitMs('passphrase')).toBe(5 * SECOND);
      return false;
    });
  });

  it('count also when the looking fails', async () => {
    const attempts = await failTimes(2);
    const broken = attempts.attempt('passphrase', async () => Promise.reject(new Error('broken')));
    await expect(broken).rejects.toThrow('broken');
    expect(attempts.waitMs('passphrase')).toBe(5 * SECOND);
  });

  it('begin again, with a line in the log, when their file is not theirs', async () => {
    await failTimes(5);
    writeFileSync(file, readFileSync(file, 'utf8').replace('wrong', 'wring'));
    expect(open().waitMs('passphrase')).toBe(0);
    expect(logged).toHaveLength(1);
  });

  it('count in memory where they cannot be written', async () => {
    const attempts = open(join(file, 'no', 'such', 'folder'));
    await failTimes(3, attempts);
    expect(attempts.waitMs('passphrase')).toBe(5 * SECOND);
    expect(logged.length).toBeGreaterThan(0);
  });
});

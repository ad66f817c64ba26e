import { describe, expect, it } from 'vitest';
import { agreementOn, missedByStyle } from '../../support/logins/agreement';

/** One set is looked at closely; the others show that the rules were not made for it. */
const SEEDS = [20261122, 7, 4711];
const PEOPLE = 2000;

describe.each(SEEDS)('2,000 people with one login each, seed %i', (seed) => {
  const found = agreementOn(PEOPLE, seed);
  const share = (count: number) => count / found.toldApart;

  it('most can be told apart', () => {
    expect(found.logins).toBe(PEOPLE);
    expect(found.toldApart).toBeGreaterThan(1200);
  });

  it('no automatic link is wrong', () => {
    expect(found.automatic).toBeGreaterThan(50);
    expect(found.byName).toBeGreaterThan(50);
    expect(found.strangers).toBeGreaterThan(100);
    expect(found.wrong).toBe(0);
  });

  it('the right person is first for 95 % and listed for 99 %', () => {
    const why = JSON.stringify(missedByStyle(found));
    expect(share(found.first), why).toBeGreaterThanOrEqual(0.95);
    expect(share(found.listed), why).toBeGreaterThanOrEqual(0.99);
  });

  it('the rule for certain ones takes many and takes nobody wrong', () => {
    expect(found.certain).toBeGreaterThan(400);
    expect(found.certainWrong).toBe(0);
    expect(found.certainStrangers / found.strangers).toBeLessThan(0.02);
  });
});

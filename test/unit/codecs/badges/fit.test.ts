import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit, type FitBox } from '@shared/codecs/badges/fit';
import { roughly } from '../../../support/badges/measure';

const box = (change: Partial<FitBox> = {}): FitBox => ({
  ...{ width: 60, height: 24, largest: 10, smallest: 2, lines: 2, weight: 400, leading: 1.2 },
  ...change,
});
const shown = (text: string, change: Partial<FitBox> = {}) => fit(text, box(change), roughly);
const bare = (text: string) => text.replace(/\s/g, '');

describe('a text in its box', () => {
  it.each([
    ['short stays large, on one line', 'Anna Same', {}, ['Anna Same'], 10],
    ['nothing is nothing', '', {}, [], 10],
    [
      'two lines before smaller letters',
      'Anna-Maria Beispielsdottir',
      {},
      ['Anna-Maria', 'Beispielsdottir'],
      7.2,
    ],
    ['no higher than the box', 'Anna', { height: 6 }, ['Anna'], 5],
  ] as const)('%s', (_, text, change, lines, size) => {
    const fitted = shown(text, change);
    expect(fitted.lines).toEqual(lines);
    expect(fitted.size).toBeCloseTo(size, 0);
    expect(fitted.shortened).toBe(false);
  });

  it('breaks between words rather than within a double name', () => {
    const { lines } = shown('Al-Tajribi Al-Mithali Al-Ikhtibari', { width: 55 });
    expect(lines).toEqual(['Al-Tajribi Al-Mithali', 'Al-Ikhtibari']);
  });

  it('breaks a double name after its hyphen when nothing else helps', () => {
    const { lines } = shown('Рождественская-Примерская', { width: 50 });
    expect(lines).toEqual(['Рождественская-', 'Примерская']);
  });

  it('breaks Chinese between characters, and no full stop begins a line', () => {
    const { lines } = shown('联合国毒品和犯罪问题办公室。', { width: 40 });
    expect(lines).toHaveLength(2);
    expect(lines.join('')).toBe('联合国毒品和犯罪问题办公室。');
    expect(lines[1]).not.toMatch(/^。/);
  });

  it('breaks within a word, at the smallest size, before it leaves anything out', () => {
    const text = 'W'.repeat(80);
    const { lines, size, shortened } = shown(text, { smallest: 2 });
    expect(lines.join('')).toBe(text);
    expect([lines.length, size, shortened]).toEqual([2, 2, false]);
  });

  it('says so when something is left out', () => {
    const { lines, shortened } = shown('W'.repeat(400), { smallest: 2 });
    expect(lines).toHaveLength(2);
    expect(lines.at(-1)).toMatch(/…$/);
    expect(shortened).toBe(true);
  });

  it('keeps marks with their letters where it breaks words', () => {
    const { lines } = shown('e\u0301'.repeat(120), { smallest: 2 });
    for (const line of lines) expect(line).not.toMatch(/^\u0301/);
  });

  it('never leaves its box, and loses no letter without saying so', () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'W', 'é', '-', '和', 'ш', 'ل'), maxLength: 30 }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 10, max: 120 }),
        fc.integer({ min: 4, max: 60 }),
        (parts, width, height) => {
          const text = parts.join(' ').trim();
          const one = box({ width, height });
          const { lines, size, shortened } = fit(text, one, roughly);
          expect(lines.length).toBeLessThanOrEqual(2);
          expect(lines.length * size * one.leading).toBeLessThanOrEqual(
            Math.max(height, lines.length === 1 ? size * one.leading : 0) + 1e-6,
          );
          for (const line of lines) {
            // One letter at the smallest size may be wider than a box of nothing.
            if ([...line].length > 1) {
              expect(roughly(line, 400) * size).toBeLessThanOrEqual(width + 1e-6);
            }
          }
          if (!shortened) expect(bare(lines.join(''))).toBe(bare(text));
        },
      ),
    );
  });
});

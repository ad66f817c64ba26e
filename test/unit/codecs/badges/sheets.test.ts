import { describe, expect, it } from 'vitest';
import { pagesOf } from '@shared/codecs/badges/document';
import {
  isFolded,
  labelsOf,
  placeOf,
  sheetFor,
  SHEETS,
  sheetsFor,
} from '@shared/codecs/badges/sheets';
import { BADGE_TEMPLATES, DEFAULT_BADGE_SETTINGS } from '@shared/domain/badge/settings';

describe.each(SHEETS)('$id', (sheet) => {
  const { page, label } = sheet;
  const places = Array.from({ length: labelsOf(sheet) }, (_, at) => placeOf(sheet, at));

  it('has every label on the page', () => {
    for (const { x, y } of places) {
      expect(x).toBeGreaterThanOrEqual(-1e-9);
      expect(y).toBeGreaterThanOrEqual(-1e-9);
      expect(x + label.width).toBeLessThanOrEqual(page.width + 1e-9);
      expect(y + label.height).toBeLessThanOrEqual(page.height + 1e-9);
    }
  });

  it('has no label on another', () => {
    for (const [at, one] of places.entries()) {
      for (const other of places.slice(at + 1)) {
        const beside = Math.abs(one.x - other.x) >= label.width - 1e-9;
        const below = Math.abs(one.y - other.y) >= label.height - 1e-9;
        expect(beside || below).toBe(true);
      }
    }
  });

  it('leaves as much at the left as at the right, above as below', () => {
    const first = places[0]!;
    const last = places.at(-1)!;
    expect(first.x).toBeCloseTo(page.width - last.x - label.width, 6);
    expect(first.y).toBeCloseTo(page.height - last.y - label.height, 6);
  });

  it('is for templates that its labels have the form for', () => {
    expect(sheet.templates.length).toBeGreaterThan(0);
    if (sheet.templates.includes('portrait')) expect(label.height).toBeGreaterThan(label.width);
    if (sheet.templates.includes('landscape') && !isFolded('landscape', label)) {
      expect(label.width).toBeGreaterThan(label.height);
    }
  });
});

describe('sheets', () => {
  it('are known by names of their own', () => {
    expect(new Set(SHEETS.map(({ id }) => id)).size).toBe(SHEETS.length);
  });

  it.each(BADGE_TEMPLATES)('are there for %s, on A4 and Letter', (template) => {
    const widths = sheetsFor(template).map(({ page }) =>
      Math.round(Math.max(page.height, page.width)),
    );
    expect(widths).toContain(297);
    expect(widths).toContain(279);
    expect(sheetFor(template, 'no such sheet').templates).toContain(template);
  });

  it('have the one that a desk begins with', () => {
    const { template, sheet } = DEFAULT_BADGE_SETTINGS;
    expect(sheetFor(template, sheet).id).toBe(sheet);
  });

  it('are begun where the last print ended', () => {
    const sheet = sheetFor('landscape', 'a4-99x68');
    const pages = pagesOf(
      sheet,
      Array.from({ length: 11 }, (_, at) => at),
      6,
    );
    expect(pages.map(({ first, contents }) => [first, contents.length])).toEqual([
      [6, 2],
      [0, 8],
      [0, 1],
    ]);
  });

  it('are not begun beyond their end', () => {
    const sheet = sheetFor('portrait', 'badge-86x124');
    expect(pagesOf(sheet, ['a', 'b'], 5).map(({ first }) => first)).toEqual([0, 0]);
  });
});

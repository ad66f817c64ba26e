import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import {
  delegationContent,
  floatingContent,
  personContent,
  textsOf,
  type BadgeContent,
} from '@shared/codecs/badges/content';
import { badgeDocument, drawLabel, drawPage } from '@shared/codecs/badges/document';
import type { Pen } from '@shared/codecs/badges/draw';
import { COLOURS } from '@shared/codecs/badges/palette';
import { drawQr } from '@shared/codecs/badges/qr';
import { sheetFor, SHEETS } from '@shared/codecs/badges/sheets';
import { directionOfText, printable } from '@shared/codecs/badges/text';
import { isSelfContained } from '@shared/contract/print';
import { newBadgeCode } from '@shared/domain/badge/code';
import { MEETING_DEFAULTS, type Meeting } from '@shared/domain/meeting/types';
import { PARTY_DEFAULTS, PARTY_PERSONAL_DEFAULTS, type Party } from '@shared/domain/party/types';
import { PERSON_DEFAULTS, type Person } from '@shared/domain/person/types';
import { roughly } from '../../../support/badges/measure';
import { SAMPLES } from '../../../support/badges/samples';

const pen = (): Pen => ({ measure: roughly, shortened: new Set() });
const size = { width: 86, height: 124 };

const meeting: Meeting = {
  ...MEETING_DEFAULTS,
  id: 'meeting',
  title: 'Sample meeting',
  planned: { format: 'hybrid', start: '2023-09-12', end: '2023-09-13' },
};
const person: Person = { ...PERSON_DEFAULTS, id: 'person', family: 'Sample', given: 'Anna' };
const party: Party = {
  ...PARTY_DEFAULTS,
  ...PARTY_PERSONAL_DEFAULTS,
  ...{ id: 'party', code: 'EMCDDA', names: { en: 'Drugs centre' } },
  designations: [{ code: 'EUDA', names: { en: 'Drugs agency' }, from: '2024-07-02', to: null }],
};
const word = (key: string) => `<${key}>`;
const common = { meeting, language: 'en', word };

/** What is written, line by line, without the markup. */
const written = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);

describe('what stands on a badge', () => {
  it('is the party as it was called then, and the word of the capacity', () => {
    const content = personContent(common, person, { capacity: 'expert' }, party, null);
    expect(content.party).toEqual({ code: 'EMCDDA', name: 'Drugs centre' });
    expect(content.capacity).toBe('<expert>');
    const later = { ...meeting, planned: { ...meeting.planned, start: '2024-09-12' } };
    const then = personContent(
      { ...common, meeting: later },
      person,
      { capacity: 'expert' },
      party,
      null,
    );
    expect(then.party).toEqual({ code: 'EUDA', name: 'Drugs agency' });
  });

  it.each([
    ['split', { family: 'Sample', given: 'Anna' }, ['Anna', 'Sample', '']],
    ['never split', { family: '', given: '', full: 'Anna Sample' }, ['', 'Anna Sample', '']],
    ['one part', { family: 'Sample', given: '' }, ['', 'Sample', '']],
    ['native too', { native: '样本' }, ['Anna', 'Sample', '样本']],
    ['native alone', { family: '', given: '', native: '样本' }, ['', '样本', '']],
    ['forgotten', { forgotten: true, native: '样本' }, ['', '#person', '']],
  ] as const)('takes a name that is %s as it is written', (_, names, expected) => {
    const one = { ...person, ...names };
    const { given, family, native } = personContent(common, one, { capacity: 'head' }, party, null);
    expect([given, family, native]).toEqual(expected);
  });

  it('says of a badge that is lent whose it is, and of a delegation nobody', () => {
    const floating = floatingContent(common, 'Delegation 1', party, 'C0DE');
    expect([floating.family, floating.colouring, floating.code]).toEqual([
      'Delegation 1',
      'floating',
      'C0DE',
    ]);
    const plate = delegationContent(common, party);
    expect([plate.given, plate.family, plate.capacity, plate.code]).toEqual(['', '', '', null]);
  });
});

describe('drawings', () => {
  const hostile = (text: string): BadgeContent => ({
    ...{ given: text, family: text, native: text, capacity: text, colouring: 'head' },
    ...{ party: { code: text, name: text }, code: 'Q7W8E9R0T1Y2K' },
    ...{ meeting: { title: text, dates: text }, hasLogo: false },
  });

  it.each(SHEETS.flatMap((sheet) => sheet.templates.map((template) => [template, sheet] as const)))(
    '%s on $id writes every field as text',
    (template, sheet) => {
      const svg = drawLabel(pen(), template, hostile(`a"b'<script>&x`), sheet.label);
      expect(svg).not.toContain('<script');
      expect(svg).not.toContain("'<");
      const texts = written(svg).join('');
      expect(texts).toContain('&lt;script&gt;');
      expect(texts).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
    },
  );

  it('take out what cannot be seen and what turns other text round', () => {
    const svg = drawLabel(
      pen(),
      'portrait',
      hostile('A\u202eB\u0000\u2066C\ud800\u200fD\ufffe\nE'),
      size,
    );
    expect(svg).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f]|\p{Surrogate}/u);
    expect(written(svg)).toContain('ABCD E');
  });

  it.each([
    ['عبد الله', 'rtl'],
    ['Anna', 'ltr'],
    ['(عبد)', 'rtl'],
    ['12', 'ltr'],
  ])('%s runs %s', (text, direction) => {
    expect(directionOfText(text)).toBe(direction);
  });

  it('keep the joiners of Persian, and put accents into their letters', () => {
    expect(printable('می\u200cخواهم')).toBe('می\u200cخواهم');
    expect(printable('Rene\u0301')).toBe('René');
  });

  it('turn a text that runs from the right', () => {
    const svg = drawLabel(pen(), 'landscape', hostile('عبد الله'), { width: 90, height: 52 });
    expect(svg).toContain('direction="rtl"');
  });

  it('say the capacity in colour and in words', () => {
    for (const content of SAMPLES) {
      const svg = drawLabel(pen(), 'portrait', content, size);
      expect(svg).toContain(COLOURS[content.colouring]);
      expect(written(svg).join(' ')).toContain(content.capacity.split(' ')[0]);
    }
  });

  it('fold a badge on high paper: twice the same, once upside down', () => {
    const svg = drawLabel(pen(), 'landscape', SAMPLES[0]!, { width: 105, height: 148 });
    expect(svg.match(/rotate\(180/g)).toHaveLength(1);
    expect(written(svg).filter((text) => text === 'Sample')).toHaveLength(2);
    const flat = drawLabel(pen(), 'landscape', SAMPLES[0]!, { width: 90, height: 52 });
    expect(flat).not.toContain('rotate');
  });

  it('cut nothing off, however long: what has no room is named', () => {
    const one = pen();
    const name = `${'W'.repeat(300)} ${'M'.repeat(300)}`;
    drawLabel(one, 'portrait', hostile(name), size);
    expect([...one.shortened]).toEqual([name]);
    const fine = pen();
    for (const content of SAMPLES) drawLabel(fine, 'portrait', content, size);
    expect([...fine.shortened]).toEqual([]);
  });
});

describe('contrast', () => {
  const channel = (value: number) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
      channel(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  it.each(Object.entries(COLOURS))('of white on %s is 5 : 1 at least', (_, colour) => {
    expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(5);
  });
});

describe('codes', () => {
  it('are read back from the drawing', () => {
    let seed = 7;
    for (let time = 0; time < 20; time += 1) {
      const code = newBadgeCode((count) =>
        Uint8Array.from({ length: count }, () => {
          seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
          return seed % 256;
        }),
      );
      expect(decodeQR(raster(drawQr(code)))).toBe(code);
    }
  });

  it('are the smallest symbol, with white around it', () => {
    expect(drawQr('Q7W8E9R0T1Y2K').modules).toBe(21 + 2 * 4);
  });
});

/** The path as pixels, eight to a module. */
function raster({ modules, path }: { modules: number; path: string }) {
  const scale = 8;
  const side = modules * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let dy = 0; dy < scale; dy += 1) {
      const from = ((Number(y) * scale + dy) * side + Number(x) * scale) * 4;
      for (let at = 0; at < Number(run) * scale; at += 1) {
        data.fill(0, from + at * 4, from + at * 4 + 3);
      }
    }
  }
  return { data, width: side, height: side };
}

describe('documents', () => {
  const sheet = sheetFor('portrait', 'badge-86x124');
  const logo = { href: 'data:image/png;base64,AAAA', width: 300, height: 100 };
  const make = (contents: readonly BadgeContent[]) =>
    badgeDocument({
      ...{ language: 'en', title: 'a </title><script>x', sheet, fonts: [], logo },
      pages: contents.map((content) => drawPage(pen(), 'portrait', sheet, [content], 0)),
    });

  it('run nothing and load nothing', () => {
    const html = make([{ ...SAMPLES[0]!, hasLogo: true }]);
    expect(isSelfContained(html)).toBe(true);
    const targets = [...html.matchAll(/(?:href|src|url)\s*[=(]\s*["']?([^"')]+)/g)];
    expect(targets.map(([, target]) => target)).toEqual([
      'data:image/png;base64,AAAA',
      '#badge-logo',
    ]);
  });

  it('have the picture once, however many badges', () => {
    const html = make(SAMPLES.map((content) => ({ ...content, hasLogo: true })));
    expect(html.match(/data:image/g)).toHaveLength(1);
    expect(html.match(/<use href="#badge-logo"/g)).toHaveLength(SAMPLES.length);
  });

  it('have pages of the paper’s own size', () => {
    const html = make([...SAMPLES]);
    expect(html).toContain('@page{size:86mm 124mm;margin:0}');
    expect(html.match(/<svg[^>]* width="86mm" height="124mm"/g)).toHaveLength(SAMPLES.length);
  });

  it('know every text that needs a font', () => {
    const texts = textsOf(SAMPLES[3]!).join(' ');
    for (const part of ['Xiaoming', '欧阳晓明', '中国', 'CHN', 'Adviser']) {
      expect(texts).toContain(part);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { formatBadgeCode } from '@shared/domain/badge/code';
import { readBurst } from '@shared/domain/badge/burst';
import { Repeats } from '@shared/domain/badge/repeats';
import { PAUSE_MS } from '@shared/domain/badge/wedge';
import { chanceOf } from '@shared/domain/sample/chance';
import { LAYOUTS, placeOf } from '../../../support/keyboard-layouts';
import { ALPHABET, seededCodes } from './support';
import { Page } from './wedge-page';

const [ONE = '', TWO = '', THREE = ''] = seededCodes(11, 3);

const PLACES = [
  ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `Key${letter}`),
  ...Array.from('0123456789', (digit) => `Digit${digit}`),
];

describe.each(LAYOUTS)('a scanner on a $name keyboard', (layout) => {
  it.each([0, 1, 5, 16, 30])('that types a key every %d ms is read', (gap) => {
    for (const code of seededCodes(3, 50)) {
      for (const lands of [true, false]) {
        const page = new Page(lands).scan(code, { gap, layout }).wait(500);
        expect(page).toMatchObject({ scans: [code], field: '', pressed: [] });
      }
    }
  });

  it('is read with small letters, with hyphens, and without an end', () => {
    const page = new Page().scan(ONE, { layout, shift: false }).wait(500);
    page.scan(formatBadgeCode(TWO), { layout, end: 'Tab' }).wait(500);
    page.scan(THREE, { layout, end: '' }).wait(500);
    expect(page).toMatchObject({ scans: [ONE, TWO, THREE], field: '', pressed: [] });
  });
});

describe('what a scanner sends', () => {
  it('is read where it was set to the layout of the computer', () => {
    const [azerty] = LAYOUTS.filter(({ name }) => name === 'AZERTY');
    const page = new Page();
    for (const character of ONE) {
      const code = PLACES.find((place) => azerty?.keyAt(place, true) === character);
      page.key(code ?? 'Semicolon', character, 5);
    }
    page.key('Enter', 'Enter', 5).wait(500);
    expect(page).toMatchObject({ scans: [ONE], field: '' });
  });

  it('is two codes, one after the other or in one', () => {
    const page = new Page().scan(ONE + TWO).wait(500);
    expect(page).toMatchObject({ scans: [ONE, TWO], field: '' });
    const other = new Page();
    for (const code of [ONE, TWO]) {
      for (const character of code) other.key(placeOf(character).code, character, 5);
      other.key('Enter', 'Enter', 5);
    }
    expect(other).toMatchObject({ scans: [ONE, TWO], field: '', pressed: [] });
  });

  it('ends in CR LF, in two Enters, in Enter and Tab: none of it presses anything', () => {
    const page = new Page(false).scan(ONE).key('KeyJ', 'j', 5, { modified: true });
    page.scan(TWO).key('Enter', 'Enter', 5);
    page.scan(THREE).key('Tab', 'Tab', 40).wait(500);
    expect(page).toMatchObject({ scans: [ONE, TWO, THREE], field: '', pressed: [] });
    expect(page.key('Enter', 'Enter', 500).pressed).toEqual(['Enter']);
  });

  it('is half a code: refused, and nowhere written', () => {
    const page = new Page().scan(ONE.slice(0, 6)).wait(500);
    expect(page).toMatchObject({ scans: ['not-a-code'], field: '' });
    const paused = new Page().scan(ONE.slice(0, 9), { end: '' }).wait(500);
    expect(paused).toMatchObject({ scans: ['not-a-code'], field: '' });
  });

  it('is half a code and then the code', () => {
    const page = new Page().scan(ONE.slice(0, 6) + ONE).wait(500);
    expect(page).toMatchObject({ scans: [ONE], field: '' });
  });

  it('is misread: said so', () => {
    const wrong = ONE.slice(0, 3) + (ONE[3] === 'H' ? 'K' : 'H') + ONE.slice(4);
    expect(new Page().scan(wrong).wait(500).scans).toEqual(['wrong-check']);
    expect(new Page().scan(wrong + TWO).wait(500).scans).toEqual(['wrong-check', TWO]);
  });

  it('is noise: refused once, and the next code is read', () => {
    const page = new Page();
    for (let burst = 0; burst < 20; burst++) {
      for (const sign of ['§', '~', 'a', '`', '1', '/', ';']) page.key('IntlBackslash', sign, 5);
      page.key('Enter', 'Enter', 5);
    }
    page.scan(ONE).wait(500);
    expect(page).toMatchObject({ scans: ['not-a-code', ONE], field: '', pressed: [] });
  });

  it('is one code twenty times a second: answered once, and the next person too', () => {
    const page = new Page();
    const often = (code: string) => {
      for (let time = 0; time < 20; time++) {
        for (const character of code) page.key(placeOf(character).code, character, 3);
        page.key('Enter', 'Enter', 8);
      }
    };
    often(ONE);
    often(TWO);
    often(ONE);
    expect(page).toMatchObject({ scans: [ONE, TWO], field: '', pressed: [] });
    page.wait(2000);
    often(ONE);
    expect(page.scans).toEqual([ONE, TWO, ONE]);
  });

  it('is 4 kB: refused once, while it still comes, and nothing of it is written', () => {
    const page = new Page();
    const chance = chanceOf(5);
    const draw = () => ALPHABET[chance.below(32)] ?? '0';
    for (let count = 0; count < 4096; count++) page.key(placeOf(draw()).code, 'x', 5);
    expect(page.scans).toEqual(['too-long']);
    page.key('Enter', 'Enter', 5).wait(500);
    page.scan(ONE).wait(500);
    expect(page).toMatchObject({ scans: ['too-long', ONE], field: '', pressed: [] });
  });
});

describe('somebody typing', () => {
  /** Gaps of a typist, ms: some keys roll over one another, most do not. */
  const typist = (seed: number, mean: number) => {
    const chance = chanceOf(seed);
    return () => {
      if (chance.below(100) < 12) return 8 + chance.below(25);
      return Math.max(35, mean * (0.5 + chance.below(100) / 100));
    };
  };
  const WORDS = [
    'Li',
    'Ng',
    'Oh',
    'Anna Testova',
    'McDonald',
    'Testland',
    '7K3M9QX4WZ2BA',
    'ministry',
  ];

  it.each([60, 80, 120, 200])('at %d ms a key is never taken for a scanner', (mean) => {
    for (let seed = 1; seed <= 300; seed++) {
      const gap = typist(seed, mean);
      const word = WORDS[seed % WORDS.length] ?? '';
      const page = new Page();
      for (const character of word) page.key(placeOf(character).code, character, gap());
      page.wait(200);
      expect(page, `seed ${seed}`).toMatchObject({ field: word, scans: [] });
      page.key('Enter', 'Enter', 100);
      expect(page.pressed).toEqual(['Enter']);
    }
  });

  it('with fingers rolling over four keys loses none of them', () => {
    const page = new Page();
    for (const character of 'asdf') page.key(placeOf(character).code, character, 20);
    page.wait(200);
    expect(page).toMatchObject({ field: 'asdf', scans: [] });
  });

  it('has Enter act on what was typed, however fast it came', () => {
    const page = new Page().key('KeyL', 'l', 500).key('KeyI', 'i', 20).key('Enter', 'Enter', 20);
    expect(page).toMatchObject({ field: 'li', scans: [], pressed: ['Enter'] });
  });

  it('can hold a key down, press shortcuts and compose', () => {
    const page = new Page().key('KeyA', 'a', 500);
    for (let count = 0; count < 20; count++) page.key('KeyA', 'a', 15, { repeat: true });
    expect(page.field).toBe('a'.repeat(21));
    const composing = new Page();
    for (let count = 0; count < 20; count++) composing.key('KeyN', 'n', 10, { composing: true });
    expect(composing).toMatchObject({ field: 'n'.repeat(20), scans: [] });
    const shortcut = new Page().key('KeyA', 'a', 500).key('KeyZ', 'z', 10, { modified: true });
    expect(shortcut.field).toBe('az');
  });

  it('has keys that press buttons at once, and others a moment later', () => {
    const page = new Page(false).key('Space', ' ', 500);
    expect(page.field).toBe(' ');
    page.key('KeyN', 'n', 500);
    expect(page.field).toBe(' ');
    expect(page.wait(PAUSE_MS).field).toBe(' n');
    expect(page.key('Backspace', 'Backspace', 500).pressed).toEqual(['Backspace']);
  });

  it('goes on right after a scan', () => {
    const page = new Page().scan(ONE).key('KeyL', 'l', 150).key('KeyI', 'i', 90);
    page.wait(200).key('Enter', 'Enter', 150);
    expect(page).toMatchObject({ scans: [ONE], field: 'li', pressed: ['Enter'] });
  });
});

describe('a burst', () => {
  const ok = (code: string) => ({ ok: true, code });
  const nothing = [{ ok: false, reason: 'not-a-code' }];

  it.each([
    ['three codes', ONE + TWO + THREE, [ok(ONE), ok(TWO), ok(THREE)]],
    ['a code and the mark of its kind', `]Q3${ONE}`, [ok(ONE)]],
    ['a code and a part of it', TWO + TWO.slice(0, 7), [ok(TWO)]],
    ['a code and a bit of noise', `A${ONE}7`, [ok(ONE)]],
    ['a code in long noise', `8GH2K1MNP${ONE}`, nothing],
    ['a link with a code in it', `https://example.org/${ONE}`, nothing],
    ['nothing', '', nothing],
  ])('%s', (_what, text, readings) => {
    expect(readBurst(text)).toEqual(readings);
  });
});

describe('a code in front of a scanner', () => {
  it('is new when it was away for a second, whatever came between', () => {
    const repeats = new Repeats(1000);
    const said = [0, 50, 900, 1800, 2900, 3950].map((time) => repeats.isNew('A', time));
    expect(said).toEqual([true, false, false, false, true, true]);
    expect(repeats.isNew('B', 3960)).toBe(true);
    expect(repeats.isNew('A', 3970)).toBe(false);
  });
});

describe('a field for a secret', () => {
  const secret = { secret: true };
  const typed = (text: string): Page => {
    const page = new Page();
    Array.from(text, (character, at) =>
      page.key(placeOf(character).code, character, at === 0 ? 300 : 5, secret),
    );
    return page.key('Enter', 'Enter', 5, secret).wait(500);
  };

  it.each(['2468', '135790', 'CORRECTHORSEBATTERYSTAPLE'])(
    'takes %s from a program that types as fast as a scanner, and its Enter',
    (text) => {
      const page = typed(text);
      expect(page.scans).toEqual([]);
      expect(page.field).toBe(text);
      expect(page.pressed).toContain('Enter');
    },
  );

  it('does not take a badge', () => {
    const page = typed(ONE);
    expect(page.scans).toEqual([ONE]);
    expect(page.field).toBe('');
    expect(page.pressed).not.toContain('Enter');
  });
});

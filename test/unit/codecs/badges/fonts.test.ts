import { describe, expect, it } from 'vitest';
import { BADGE_FONT, fontFaces, FontTable } from '@shared/codecs/badges/fonts';

const table = new FontTable([
  { id: 'latin', range: 'U+0000-00FF,U+2013' },
  { id: 'cyrillic', range: 'u+400-45F, U+0301' },
  { id: 'chinese-1', range: 'U+41-4D,U+4E00-4E0F' },
  { id: 'chinese-2', range: 'U+4e1?,U+61-7A' },
  { id: 'covered', range: 'U+0041' },
]);

describe('slices of fonts', () => {
  it.each([
    ['Anna', ['latin'], ''],
    ['Анна A', ['latin', 'cyrillic'], ''],
    ['一\u4e1f', ['chinese-1', 'chinese-2'], ''],
    ['', [], ''],
    ['Aა', ['latin'], 'ა'],
  ])('for %s are those with its letters', (text, ids, missing) => {
    const chosen = table.choose([text]);
    expect(chosen.slices.map(({ id }) => id)).toEqual(ids);
    expect(chosen.missing.join('')).toBe(missing);
  });

  it('exclude one another, so that a letter is in one of them', () => {
    expect(table.slices).toEqual([
      { id: 'latin', range: 'U+0-FF,U+2013' },
      { id: 'cyrillic', range: 'U+400-45F,U+301' },
      { id: 'chinese-1', range: 'U+4E00-4E0F' },
      { id: 'chinese-2', range: 'U+4E10-4E1F' },
    ]);
  });

  it('are cut in the middle where another one has the middle', () => {
    const cut = new FontTable([
      { id: 'middle', range: 'U+20-2F' },
      { id: 'all', range: 'U+10-3F' },
    ]);
    expect(cut.slices[1]?.range).toBe('U+10-1F,U+30-3F');
  });

  it('become rules with the font inside', () => {
    const css = fontFaces([{ id: 'x', range: 'U+41', base64: 'd09G' }]);
    expect(css).toContain(`font-family:'${BADGE_FONT}'`);
    expect(css).toContain('url(data:font/woff2;base64,d09G)');
    expect(css).toContain('unicode-range:U+41');
  });
});

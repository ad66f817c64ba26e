import { describe, expect, it } from 'vitest';
import { profileDocument, type ProfileFacts } from '@shared/codecs/parties/profile';
import { isSelfContained } from '@shared/contract/print';

const profile = (meetings: number, people: readonly string[]): ProfileFacts => ({
  language: 'en',
  direction: 'ltr',
  title: 'Synthetic <Republic>',
  lead: 'Country · XSY · Partner',
  facts: [['Region', 'Nowhere']],
  meetings: {
    title: 'Meetings',
    headers: ['Meeting', 'In person', 'Online'],
    rows: Array.from({ length: meetings }, (_, index) => ({
      name: `Meeting ${index + 1}`,
      figures: ['2', '1'],
      people,
    })),
    none: 'None yet',
    earlier: (count) => `and ${count} earlier`,
  },
  more: (count) => `and ${count} more`,
  note: 'Names nobody',
});

const count = (html: string, part: string) => html.split(part).length - 1;

describe('the profile of a party', () => {
  it('is one self-contained document, and every text in it is text', () => {
    const html = profileDocument(profile(3, ['Ada <b>Synthetova</b>']));
    expect(isSelfContained(html)).toBe(true);
    expect(html).toContain('Synthetic &lt;Republic&gt;');
    expect(html).toContain('Ada &lt;b&gt;Synthetova&lt;/b&gt;');
    expect(count(html, '<tr>')).toBe(1 + 3 * 2);
  });

  it('names nobody when nobody is given', () => {
    const html = profileDocument(profile(3, []));
    expect(html).not.toContain('class="people"');
    expect(html).not.toContain('earlier');
  });

  it('stays within one sheet: says how many earlier meetings found no room', () => {
    const html = profileDocument(profile(200, []));
    const shown = count(html, '<td>Meeting ');
    expect(shown).toBeLessThan(44);
    expect(html).toContain(`and ${200 - shown} earlier`);
    expect(html).toContain('Meeting 1<');
  });

  it('states a large delegation as a number behind its first names', () => {
    const people = Array.from({ length: 40 }, (_, index) => `Synthetic Person ${index + 1}`);
    const html = profileDocument(profile(1, people));
    expect(html).toContain('Synthetic Person 12 · and 28 more');
    expect(html).not.toContain('Synthetic Person 13');
  });

  it('says so when there is no meeting', () => {
    expect(profileDocument(profile(0, []))).toContain('None yet');
  });
});

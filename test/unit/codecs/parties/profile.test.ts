import { describe, expect, it } from 'vitest';
import { profileDocument, type ProfileFacts } from '@shared/codecs/parties/profile';
import { isSelfContained } from '@shared/contract/print';

const profile = (
  meetings: number,
  people: readonly string[],
  recommendations = 0,
): ProfileFacts => ({
  language: 'en',
  direction: 'ltr',
  title: 'Synthetic <Republic>',
  footnotes: ['In accordance with a <resolution>'],
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
  recommendations: {
    title: 'Recommendations',
    headers: ['Recommendation', 'Status reported'],
    rows: Array.from({ length: recommendations }, (_, index) => ({
      name: `Advice ${index + 1}`,
      status: 'in progress (2025)',
      text: 'A long text '.repeat(20),
    })),
    none: 'Nothing recommended',
    further: (count) => `and ${count} further`,
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
    expect(html).toContain('In accordance with a &lt;resolution&gt;');
    expect(count(html, '<tr>')).toBe(1 + 3 * 2);
  });

  it('names nobody when nobody is given', () => {
    const html = profileDocument(profile(3, []));
    expect(html).not.toContain('class="detail"');
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

  it('says so when there is no meeting and nothing was recommended', () => {
    const html = profileDocument(profile(0, []));
    expect(html).toContain('None yet');
    expect(html).toContain('Nothing recommended');
  });

  it('gives the beginning of each recommendation, and what the party reported', () => {
    const html = profileDocument(profile(1, [], 2));
    expect(html).toContain('<td>Advice 2</td><td>in progress (2025)</td>');
    const [, text = ''] = /class="detail" colspan="2">([^<]*)</.exec(html) ?? [];
    expect(text.length).toBeLessThanOrEqual(92);
    expect(text.endsWith('…')).toBe(true);
    expect(html).not.toContain('further');
  });

  it.each([
    [200, 200],
    [200, 1],
    [1, 200],
    [30, 12],
  ])('has room for both of %i meetings and %i recommendations, and counts the rest', (m, r) => {
    const html = profileDocument(profile(m, [], r));
    const [met, advised] = [count(html, '<td>Meeting '), count(html, '<td>Advice ')];
    expect(met).toBeGreaterThan(0);
    expect(advised).toBeGreaterThan(0);
    // In millimetres, by the type that it is printed in; A4 has 269 of them within its margins.
    expect(met * 5.5 + advised * 11).toBeLessThan(200);
    if (met < m) expect(html).toContain(`and ${m - met} earlier`);
    else expect(html).not.toContain('earlier');
    if (advised < r) expect(html).toContain(`and ${r - advised} further`);
    else expect(html).not.toContain('further');
    expect(html).toContain('Names nobody');
  });

  it('keeps no room for what the other table does not need', () => {
    const alone = count(profileDocument(profile(200, [], 0)), '<td>Meeting ');
    const beside = count(profileDocument(profile(200, [], 2)), '<td>Meeting ');
    // Two rows of two lines each stand where four meetings stood.
    expect(alone - beside).toBeGreaterThanOrEqual(3);
    expect(alone - beside).toBeLessThanOrEqual(5);
  });
});

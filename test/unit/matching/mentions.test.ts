import { describe, expect, it } from 'vitest';
import { excerptOf, mentionOf } from '@shared/matching/mentions';

const nobody = { family: '', given: '', full: '', native: '', emails: [] };

describe('a person in free text', () => {
  it.each([
    ['by a telling family name', { family: 'Synthetova' }, 'as Ms SYNTHETOVA pointed out', true],
    ['whatever the accents', { family: 'Çelikörnek' }, 'Mr Celikornek (chair)', true],
    ['not inside another word', { family: 'Stone' }, 'a milestone, and stones', false],
    ['in two words', { family: 'van der Example' }, 'proposed by Van der Example.', true],
    ['not by a short family name', { family: 'Li', given: 'Ann' }, 'the Li report', false],
    ['a short one with the given name', { family: 'Li', given: 'Ann' }, 'thanks to Ann Li', true],
    ['in either order', { family: 'Li', given: 'Ann' }, 'LI Ann spoke', true],
    ['by the native name', { native: 'Анна Примерова' }, '«Анна Примерова» предложила', true],
    ['where no spaces are written', { native: '王小明' }, '主席王小明先生发言', true],
    ['by an e-mail', { emails: ['a.synthetic@example.org'] }, 'cc A.Synthetic@example.org', true],
    ['not without any name', {}, 'anything at all', false],
  ])('%s', (_, person, text, expected) => {
    expect(mentionOf([{ ...nobody, ...person }])(text)).toBe(expected);
  });

  it('is any of several people', () => {
    const mentions = mentionOf([
      { ...nobody, family: 'Firstname' },
      { ...nobody, family: 'Secondname' },
    ]);
    expect(mentions('Secondname and others')).toBe(true);
    expect(mentions('Thirdname and others')).toBe(false);
  });
});

describe('an excerpt', () => {
  const mentions = mentionOf([{ ...nobody, family: 'Synthetova' }]);

  it('of a short text is the text', () => {
    expect(excerptOf('Synthetova spoke.', mentions)).toBe('Synthetova spoke.');
  });

  it('of a long text is the sentence with the name', () => {
    const filler = 'The group took note of it. '.repeat(20);
    expect(excerptOf(`${filler}Ms Synthetova objected. ${filler}`, mentions)).toBe(
      'Ms Synthetova objected.',
    );
  });

  it('of a very long sentence is its beginning', () => {
    const text = `Synthetova ${'and so on '.repeat(60)}`;
    expect(excerptOf(text, mentions)).toHaveLength(181);
  });
});

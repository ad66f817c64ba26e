import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apostropheParts, foldName, wordsOf } from '@shared/matching/fold';

describe('folding a name', () => {
  it.each([
    ['case and accents', 'JOSÉ Ángel ŽUPANČIČ', 'jose angel zupancic'],
    [
      'letters that do not decompose',
      'Łukasz Øster Ðorđe Straße Þór',
      'lukasz oster dorde strasse thor',
    ],
    ['ligatures', 'Æther Œuvre ﬁn', 'aether oeuvre fin'],
    ['Turkish dotted and dotless i', 'İBRAHİM IŞIK ışık', 'ibrahim isik isik'],
    ['Azerbaijani schwa', 'Əliyev', 'aliyev'],
    ['Vietnamese', 'Nguyễn Đức Ưng', 'nguyen duc ung'],
    ['apostrophes of every kind', "d'Arc O’Neill Gʻulomov Mu`min", 'darc oneill gulomov mumin'],
    ['hyphens and punctuation', 'Al-Rashid, Jean–Pierre (Dr.)', 'al rashid jean pierre dr'],
    [
      'bidirectional and zero-width characters',
      '\u202eIv\u200ban\u2069 \ufeffPetrov',
      'ivan petrov',
    ],
    ['control characters and white space', ' \tIvan\u0000\n\u00a0 Petrov ', 'ivan petrov'],
    ['full-width letters', 'Ｌｉ　Ｗｅｉ', 'li wei'],
    ['Cyrillic, ё and й by their bases', 'Ёлкин Сергей', 'елкин сергеи'],
    ['Greek with its final sigma', 'Αλέξανδρος', 'αλεξανδροσ'],
    ['Arabic vowel marks, tatweel, alef', 'مُحَمَّد أحـــمد', 'محمد احمد'],
    ['Persian and Urdu letters', 'کریمی', 'كريمي'],
    ['Chinese stays', '王小明', '王小明'],
    ['Hangul stays in syllables', '김철수', '김철수'],
    ['nothing but signs', ' -- ’ ', ''],
  ])('%s', (_, name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it('is the same whether composed or decomposed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(foldName(name.normalize('NFD'))).toBe(foldName(name.normalize('NFC')));
      }),
    );
  });

  it('folds plain letters the same way beside others as alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (name) => {
        expect(foldName(`${name} ж`)).toBe(`${foldName(name)} ж`.trim());
        expect(wordsOf(`${name} ж`)).toEqual([...wordsOf(name), 'ж']);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const folded = foldName(name);
        expect(foldName(folded)).toBe(folded);
      }),
    );
  });
});

describe('the words of a name', () => {
  it.each([
    ["Jeanne d'Arc-Dupont", ['Jeanne', "d'Arc", 'Dupont']],
    ['Петров, Иван', ['Петров', 'Иван']],
    ['卡尔·马克思', ['卡尔', '马克思']],
    ['  ', []],
  ])('%s', (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });

  it('parts a word at its apostrophes', () => {
    expect(apostropheParts('O’Neill')).toEqual(['O', 'Neill']);
    expect(apostropheParts('Neill')).toEqual(['Neill']);
  });
});

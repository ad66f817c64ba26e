import { describe, expect, it } from 'vitest';
import { foldName } from '@shared/matching/fold';
import { consonants, soundKey } from '@shared/matching/sound';
import { transliterate } from '@shared/matching/transliterate';

describe('Latin spellings of a word in another script', () => {
  it.each([
    ['Russian, х', 'Хабаров', ['khabarov', 'habarov']],
    ['Russian, щ', 'Щербаков', ['shcherbakov', 'scherbakov']],
    ['Russian, ц', 'Цой', ['tsoy', 'tsoi', 'coj']],
    ['Russian, ё', 'Королёв', ['korolyov', 'korolev']],
    ['Russian, initial е and final й', 'Евгений', ['evgeny', 'yevgeniy', 'evgenii', 'evgeni']],
    ['Russian, ю and я', 'Юлия', ['yuliya', 'iuliia']],
    ['Russian, soft and hard signs', 'Подъячева', ['podyacheva']],
    ['дж', 'Джаббаров', ['jabbarov', 'dzhabbarov']],
    ['Ukrainian', 'Григорій', ['hryhorii', 'grigoriy']],
    ['Bulgarian', 'Щерев', ['shterev']],
    ['Bulgarian ъ', 'Търнов', ['tarnov']],
    ['Serbian', 'Ђорђевић', ['dordevic', 'djordjevic']],
    ['Macedonian', 'Ќосев', ['kjosev']],
    ['Kazakh', 'Қайрат', ['qayrat', 'kairat']],
    ['Kyrgyz', 'Өмүрбек', ['omurbek']],
    ['Uzbek', 'Ўктам', ['uktam', 'oktam']],
    ['Tajik', 'Ҷамшед', ['jamshed']],
    ['Greek', 'Παπαδόπουλος', ['papadopoulos']],
    ['Greek, ευ', 'Ευαγγελία', ['evangelia']],
    ['Greek, μπ at the beginning', 'Μπάμπης', ['babis']],
    ['Arabic', 'محمد', ['mhmd']],
    ['Arabic with the article', 'الراشد', ['alrashd', 'rashd']],
    ['Persian', 'چگینی', ['chgini']],
    ['Georgian', 'ქავთარაძე', ['kavtaradze']],
    ['Armenian', 'Սարգսյան', ['sargsyan']],
  ])('%s: %s', (_, word, expected) => {
    const spellings = transliterate(word);
    for (const spelling of expected) expect(spellings).toContain(spelling);
    expect(new Set(spellings).size).toBe(spellings.length);
    for (const spelling of spellings) expect(foldName(spelling)).toBe(spelling);
  });

  it.each(['Petrov', '王', '', '42'])('%j has none', (word) => {
    expect(transliterate(word)).toEqual([]);
  });
});

describe('sound keys', () => {
  it.each([
    [['sergey', 'sergei', 'serguei', 'sergej']],
    [['yuriy', 'iurii', 'yuri', 'juri']],
    [['aleksey', 'alexei', 'aleksei']],
    [['petrov', 'petroff', 'petrow']],
    [['hussein', 'husein']],
    [['khabarov', 'habarov']],
    [['shcherbakov', 'schtscherbakow', 'scherbakov']],
    [['tsoy', 'tzoi', 'coi']],
  ])('are one for %j', (words) => {
    expect(new Set(words.map(soundKey)).size).toBe(1);
  });

  it.each([
    ['petrov', 'pavlov'],
    ['maria', 'marina'],
    ['ivan', 'ivana'],
  ])('differ for %s and %s', (a, b) => {
    expect(soundKey(a)).not.toBe(soundKey(b));
  });

  it('leave other scripts alone', () => {
    expect(soundKey('王小明')).toBe('王小明');
    expect(consonants('محمد')).toBe('');
  });
});

describe('consonants', () => {
  it.each([
    ['محمد', ['mohammed', 'muhammad', 'mohamad', 'mehmed']],
    ['خالد', ['khalid', 'khaled']],
    ['عبدالله', ['abdullah', 'abdollah']],
    ['حسين', ['hussein', 'hossain']],
    ['فاطمة', ['fatima', 'fatemeh']],
  ])('%s is written without vowels as %j would be', (arabic, latin) => {
    const keys = transliterate(arabic).map(consonants);
    for (const word of latin) {
      const key = consonants(word);
      expect(keys.some((own) => own === key || own === `${key}h`)).toBe(true);
    }
  });
});

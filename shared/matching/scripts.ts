/** How one convention writes a script in Latin letters. Two-letter entries win over one-letter. */
export interface Scheme {
  readonly letters: Readonly<Record<string, string>>;
  /** Letters written otherwise at the beginning of a word. */
  readonly initials?: Readonly<Record<string, string>>;
  /** Endings of a word written otherwise as a whole. */
  readonly finals?: readonly (readonly [string, string])[];
}

const pairs = (table: string): Record<string, string> =>
  Object.fromEntries(
    table.split(' ').map((entry) => {
      const [from = '', to = ''] = entry.split(':');
      return [from, to];
    }),
  );

/** Letters that all conventions write alike, and those of the languages beside Russian. */
const cyrillic = {
  ...pairs('а:a б:b в:v г:g д:d е:e ж:zh з:z и:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f'),
  ...pairs('х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya ё:yo й:y'),
  // Ukrainian and Belarusian
  ...pairs('і:i ї:yi є:ye ґ:g ў:u'),
  // Serbian and Macedonian
  ...pairs('ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz ѓ:gj ќ:kj ѕ:dz'),
  // Kazakh, Kyrgyz, Uzbek, Tajik, Turkmen, Tatar, Mongolian
  ...pairs('ә:a ғ:gh қ:q ң:ng ө:o ұ:u ү:u һ:h ҳ:h ҷ:j ӣ:i ӯ:u җ:j ҝ:g ҹ:j ҡ:q ҙ:z'),
};

const surnameEndings: Scheme['finals'] = [
  ['ий', 'y'],
  ['ый', 'y'],
  ['ій', 'iy'],
];

/** As English-language documents write Russian names. */
const english: Scheme = { letters: { ...cyrillic, дж: 'j' }, finals: surnameEndings };

/** The same, letter by letter at the end ("Dmitriy"), with Ye- at the beginning ("Yevgeniy"). */
const literal: Scheme = { letters: cyrillic, initials: { е: 'ye', э: 'e' } };

/** Machine-readable passports (ICAO Doc 9303): ё → e, й → i, ю → iu, я → ia, ъ → ie. */
const passport: Scheme = {
  letters: { ...cyrillic, ...pairs('ё:e й:i ю:iu я:ia ъ:ie є:ie ї:i ғ:g қ:k ң:n') },
};

/** х → h, щ → sch, к for қ: how many write their own names. */
const plain: Scheme = {
  letters: { ...cyrillic, ...pairs('х:h щ:sch ё:e ў:o ғ:g қ:k ң:n ҳ:kh ҷ:dj дж:dj') },
  finals: [
    ['ий', 'i'],
    ['ый', 'i'],
    ['ей', 'ei'],
  ],
};

/** Serbian, Croatian and scholarly Latin, whose háčeks folding drops: ш → š → s. */
const southern: Scheme = {
  letters: {
    ...cyrillic,
    ...pairs('ж:z х:h ц:c ч:c ш:s щ:sc й:j ю:ju я:ja ё:jo ђ:d џ:dz ћ:c є:je ї:ji'),
  },
};

/** Ukrainian (Cabinet of Ministers resolution 55 of 2010): г → h, и → y, я → ia inside a word. */
const ukrainian: Scheme = {
  letters: { ...cyrillic, ...pairs('г:h и:y й:i ю:iu я:ia є:ie ї:i') },
  initials: pairs('й:y ю:yu я:ya є:ye ї:yi'),
  finals: [['ий', 'yi']],
};

/** Bulgarian (Transliteration Act of 2009): х → h, щ → sht, ъ → a, ия at the end → ia. */
const bulgarian: Scheme = {
  letters: { ...cyrillic, ...pairs('х:h щ:sht ъ:a ь:y') },
  finals: [['ия', 'ia']],
};

/** Names from elsewhere written in Cyrillic, on their way back: Мюллер → muller, Цвейг → zveig. */
const returning: Scheme = {
  letters: { ...cyrillic, ...pairs('ю:u ё:o х:h ц:z й:i ж:j я:ia дж:j э:e ў:w') },
};

export const CYRILLIC_SCHEMES: readonly Scheme[] = [
  english,
  literal,
  passport,
  plain,
  southern,
  ukrainian,
  bulgarian,
  returning,
];

const greek = {
  ...pairs('α:a ά:a β:v γ:g δ:d ε:e έ:e ζ:z η:i ή:i θ:th ι:i ί:i ϊ:i ΐ:i κ:k λ:l μ:m ν:n ξ:x'),
  ...pairs('ο:o ό:o π:p ρ:r σ:s ς:s τ:t υ:y ύ:y ϋ:y ΰ:y φ:f χ:ch ψ:ps ω:o ώ:o'),
  ...pairs('ου:ou ού:ou γγ:ng γξ:nx γχ:nch'),
};

/** αυ, ευ, ηυ: -v before a vowel or a voiced consonant, -f before the others (ELOT 743). */
const diphthongs = (after: string) => ({
  ...pairs(`αυ:a${after} αύ:a${after} ευ:e${after} εύ:e${after} ηυ:i${after} ηύ:i${after}`),
});

export const GREEK_SCHEMES: readonly Scheme[] = [
  { letters: { ...greek, ...diphthongs('v'), μπ: 'mp', ντ: 'nt' }, initials: {} },
  { letters: { ...greek, ...diphthongs('f'), μπ: 'b', γκ: 'g', ντ: 'd', χ: 'h', υ: 'i', ύ: 'i' } },
  {
    letters: {
      ...greek,
      ...diphthongs('f'),
      ...pairs('χ:kh φ:ph ου:u ού:u ει:i εί:i οι:i οί:i αι:e αί:e μπ:b ντ:d γκ:g'),
    },
  },
];

/** Letters after folding (ة → ه, ى → ي, ک → ك); Persian, Urdu and Kurdish letters included. */
export const ARABIC: Scheme = {
  letters: {
    ...pairs('ا:a ب:b ت:t ث:th ج:j ح:h خ:kh د:d ذ:dh ر:r ز:z س:s ش:sh ص:s ض:d ط:t ظ:z ع: غ:gh'),
    ...pairs('ف:f ق:q ك:k ل:l م:m ن:n ه:h و:u ي:i پ:p چ:ch ژ:zh گ:g ڤ:v ٹ:t ڈ:d ڑ:r ۆ:o ڵ:l ڕ:r'),
  },
  initials: { و: 'w', ي: 'y', ع: 'a' },
};

export const GEORGIAN: Scheme = {
  letters: {
    ...pairs('ა:a ბ:b გ:g დ:d ე:e ვ:v ზ:z თ:t ი:i კ:k ლ:l მ:m ნ:n ო:o პ:p ჟ:zh რ:r ს:s ტ:t უ:u'),
    ...pairs('ფ:p ქ:k ღ:gh ყ:q შ:sh ჩ:ch ც:ts ძ:dz წ:ts ჭ:ch ხ:kh ჯ:j ჰ:h'),
  },
};

export const ARMENIAN: Scheme = {
  letters: {
    ...pairs('ա:a բ:b գ:g դ:d ե:e զ:z է:e ը:y թ:t ժ:zh ի:i լ:l խ:kh ծ:ts կ:k հ:h ձ:dz ղ:gh ճ:ch'),
    ...pairs('մ:m յ:y ն:n շ:sh ո:o չ:ch պ:p ջ:j ռ:r ս:s վ:v տ:t ր:r ց:ts ւ:v փ:p ք:k օ:o ֆ:f և:ev'),
    ...pairs('ու:u'),
  },
  initials: { ե: 'ye', ո: 'vo' },
};

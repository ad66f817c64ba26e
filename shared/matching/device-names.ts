import { foldName } from './fold';

/**
 * What a login's display name is when it is no person's name: a device, a telephone number, or a
 * service of the meeting (interpreter, host account, recording).
 */
export type LoginKind = 'device' | 'phone' | 'service';

const DEVICE_WORDS = new Set(
  (
    'iphone ipad ipod macbook imac mac galaxy samsung huawei xiaomi redmi oppo vivo oneplus ' +
    'pixel nokia motorola lenovo thinkpad dell laptop desktop notebook tablet phone mobile ' +
    'android windows pc computer surface chromebook poly polycom cisco webex room conference ' +
    'boardroom device user guest zoom ios телефон ноутбук планшет компьютер zoomuser ' +
    'participant attendee anonymous unknown участник гость пользователь аноним participante ' +
    'teilnehmer invitado invite convidado ゲスト 访客 ضيف مشارك'
  ).split(' '),
);

/** Model words that make no name beside a device word: "Galaxy S21 Ultra", "Redmi Note 8 Pro". */
const MODEL_WORDS = new Set(
  'pro max plus mini ultra note air lite fe se of the s my de'.split(' '),
);

const SERVICE =
  /\b(?:interpret(?:er|ers|ation|ing|e|es|ación)|interprete|booth|cabin|host|co host|cohost|co hosts|moderator|technical support|tech support|technician|it support|support|recording|recorder|livestream|live stream|streaming|zoom host|secretariat host|helpdesk|help desk|webinar|admin|administrator|operator|otter ai|notetaker|note taker|fireflies|read ai)\b|переводчик|синхронист|техподдержка|техническая поддержка|модератор|организатор|запись|ترجمة|مترجم|口译|同传|主持人/u;

const PHONE = /^\+?[\d\s().*x•-]{5,}$/iu;

/** A telephone number without a mask; shorter ones are extensions, or the end of one. */
const WHOLE_NUMBER = /^\+?[\d\s().-]+$/u;
const DIGITS_OF_A_NUMBER = 7;

const CALL_IN = /^(?:call in user|call in|phone user|dial in|unknown caller|caller|telephone)/u;

/** A token that is a model or serial number: "s21", "10", "k7f3q2". */
const isModel = (word: string): boolean =>
  /\d/.test(word) || MODEL_WORDS.has(word) || DEVICE_WORDS.has(word);

/** The words of a display name that are not about a device: "Ivan's iPhone" leaves "ivan". */
export function wordsBesideDevice(name: string): string[] {
  const words = foldName(name.replace(/['’]s\b/giu, '')).split(' ');
  if (!words.some((word) => DEVICE_WORDS.has(word))) return words.filter((word) => word !== '');
  return words.filter((word) => word !== '' && !isModel(word));
}

const withoutMarks = (name: string): string =>
  name.replace(/\((?:unverified|external|guest)\)/giu, '').trim();

/** Says what a display name is when it names nobody, else `null`. */
export function loginKind(name: string): LoginKind | null {
  const trimmed = withoutMarks(name);
  const digits = trimmed.replace(/\D/gu, '').length;
  if (PHONE.test(trimmed) && digits >= 3) return 'phone';
  const folded = foldName(trimmed);
  if (CALL_IN.test(folded)) return 'phone';
  if (SERVICE.test(folded)) return 'service';
  const words = folded.split(' ');
  const device = words.some((word) => DEVICE_WORDS.has(word));
  return device && wordsBesideDevice(trimmed).length === 0 ? 'device' : null;
}

/**
 * Whether a display name is anybody's: a device's, a guest's, a part of a telephone number. Two
 * connections under it need not be one person, neither in one report nor at the next meeting.
 */
export function isAnybodys(name: string): boolean {
  const kind = loginKind(name);
  if (kind !== 'phone') return kind === 'device';
  const number = withoutMarks(name);
  const digits = number.replace(/\D/gu, '').length;
  return !WHOLE_NUMBER.test(number) || digits < DIGITS_OF_A_NUMBER;
}

/** What somebody is who does not take part, as far as a display name tells. */
export type NobodyGuess = 'interpreter' | 'operator' | 'recording' | 'test' | 'host' | 'service';

const GUESSES: readonly (readonly [NobodyGuess, RegExp])[] = [
  ['interpreter', /interpr|booth|cabin|переводчик|синхронист|مترجم|ترجمة|口译|同传/u],
  ['recording', /record|stream|otter|fireflies|note ?taker|read ai|\bbot\b|запись|录/u],
  ['test', /\btest\b|\bтест/u],
  ['operator', /operator|technic|support|help ?desk|техподдержк|техническ|оператор/u],
  ['host', /\bhosts?\b|cohost|moderator|модератор|организатор|主持人/u],
];

/** Why a login is probably nobody who takes part: what is offered first, and never taken by itself. */
export function guessNobody(name: string): NobodyGuess {
  const folded = foldName(name);
  return GUESSES.find(([, words]) => words.test(folded))?.[0] ?? 'service';
}

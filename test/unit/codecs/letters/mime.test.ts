import { describe, expect, it } from 'vitest';
import {
  addressHeader,
  base64,
  base64Body,
  isAddress,
  mailDate,
  oneLine,
  textHeader,
  utf8Bytes,
} from '@shared/codecs/letters/mime';

/** A header as a mail program reads it: unfolded, encoded words decoded, gaps between them closed. */
function read(header: string): string {
  return header
    .replace(/\r\n[ \t]/g, ' ')
    .replace(/(=\?UTF-8\?B\?[^?]*\?=)\s+(?==\?UTF-8\?B\?)/g, '$1')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, text: string) =>
      Buffer.from(text, 'base64').toString('utf8'),
    );
}

const TEXTS = [
  ['plain', 'Nominations received'],
  ['long', 'Nominations received for the seventeenth meeting of the group, '.repeat(6).trim()],
  ['accents', 'Réunion d’experts : candidatures reçues à ce jour'],
  ['Cyrillic', 'Напоминание: кандидатуры на семнадцатое совещание группы'.repeat(4)],
  ['Arabic', 'تذكير: الترشيحات للاجتماع السابع عشر'],
  ['Chinese', '已收到提名：第十七次会议'.repeat(10)],
  ['beyond the basic plane', '𠮷野家 👩‍👩‍👧 '.repeat(20).trim()],
  ['something like an encoded word', 'About =?UTF-8?B?SGVsbG8=?= in subjects'],
  ['a word that cannot be folded', 'x'.repeat(300)],
] as const;

describe('a header of text', () => {
  it.each(TEXTS)('%s: read back as it was, in ASCII lines of at most 78', (_, text) => {
    const header = textHeader('Subject', text);
    expect(read(header)).toBe(`Subject: ${text}`);
    for (const line of header.split('\r\n')) {
      expect(line.length).toBeLessThanOrEqual(78);
      expect(line).toMatch(/^[\u0020-\u007e]+$/);
    }
    for (const [word] of header.matchAll(/=\?[^ ]*\?=/g)) expect(word.length).toBeLessThan(76);
  });

  it('leaves plain text readable', () => {
    expect(textHeader('Subject', 'A meeting')).toBe('Subject: A meeting');
  });

  it.each(['\r\n', '\n', '\r', '\u2028', '\u2029', '\u0085', '\v', '\0'])(
    'a break (%j) in a text begins no header',
    (end) => {
      const header = textHeader('Subject', `Meeting${end}Bcc: somebody@example.org`);
      expect(read(header)).toBe('Subject: Meeting Bcc: somebody@example.org');
      expect(header).not.toMatch(/^Bcc/m);
    },
  );
});

describe('a header of addresses', () => {
  const email = 'focal.point@example.org';

  it.each([
    ['', email],
    ['Ana Testova', `Ana Testova <${email}>`],
    ['Testova, Ana (Ministry)', `"Testova, Ana (Ministry)" <${email}>`],
    ['Ana "the \\ point"', `"Ana \\"the \\\\ point\\"" <${email}>`],
    ['Ана Тестова', `Ана Тестова <${email}>`],
    ['Ana\r\nBcc: other@example.org', `"Ana Bcc: other@example.org" <${email}>`],
  ])('%j', (name, expected) => {
    expect(read(addressHeader('To', [{ name, email }]))).toBe(`To: ${expected}`);
  });

  it('folds between addresses', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({
      name: `Тестов ${at}`,
      email: `t${at}@example.org`,
    }));
    const header = addressHeader('To', many);
    for (const line of header.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
    expect(read(header)).toBe(`To: ${many.map((one) => `${one.name} <${one.email}>`).join(', ')}`);
  });

  it.each([
    ['a@example.org', true],
    ["o'neil+list@mail.example.org", true],
    ['', false],
    ['a', false],
    ['a@', false],
    ['@example.org', false],
    ['a b@example.org', false],
    ['a@example.org, b@example.org', false],
    ['a@example.org>\r\nBcc: b@example.org', false],
    ['a@example.org\n', false],
    ['.a@example.org', false],
    ['a..b@example.org', false],
    ['a@-example.org', false],
    ['имя@example.org', false],
    [`${'a'.repeat(250)}@example.org`, false],
  ])('%j is an address: %s', (text, expected) => {
    expect(isAddress(text)).toBe(expected);
  });
});

describe('bodies', () => {
  it.each(['', 'a', 'ab', 'abc', 'Добрый день', '你好 👩‍👩‍👧', 'half \ud800 of one'])(
    'base 64 of %j is what others read',
    (text) => {
      const bytes = utf8Bytes(text);
      expect(bytes).toEqual([...Buffer.from(text, 'utf8')]);
      expect(base64(bytes)).toBe(Buffer.from(text, 'utf8').toString('base64'));
    },
  );

  it('ends lines with CRLF whatever ended them, and keeps no control characters', () => {
    const body = base64Body('one\ntwo\r\nthree\rfour\u0000\u0007\tfive');
    expect(Buffer.from(body, 'base64').toString('utf8')).toBe('one\r\ntwo\r\nthree\r\nfour\tfive');
  });

  it('is in lines of 76', () => {
    const lines = base64Body('А'.repeat(500)).split('\r\n');
    expect(lines.slice(0, -1).every((line) => line.length === 76)).toBe(true);
    expect(Buffer.from(lines.join(''), 'base64').toString('utf8')).toBe('А'.repeat(500));
  });
});

describe('one line', () => {
  it.each([
    ['  a \t b\r\n c  ', 'a b c'],
    ['van der Berg', 'van der Berg'],
    ['李 小明', '李 小明'],
  ])('%j', (text, expected) => expect(oneLine(text)).toBe(expected));
});

describe('a date', () => {
  it('is as RFC 5322 writes it', () => {
    expect(mailDate('2026-11-22T03:04:05.678Z')).toBe('Sun, 22 Nov 2026 03:04:05 +0000');
  });
});

import { describe, expect, it } from 'vitest';
import { fillTemplate } from '@shared/codecs/letters/fill';
import { LONGEST_LINK, mailtoLink, writeEml, type Letter } from '@shared/codecs/letters/letter';
import { TEMPLATES } from '@shared/codecs/letters/templates';
import { UN_LANGUAGES } from '@shared/domain/language';
import { LETTER_KINDS, unknownPlaceholders } from '@shared/domain/programme/letters';

const letter: Letter = {
  to: [{ name: 'Ана Тестова', email: 'ana.testova@example.org' }],
  from: null,
  subject: 'Кандидатуры получены',
  body: 'Уважаемые коллеги,\n\nБлагодарим.',
  language: 'ru',
  date: '2026-11-22T03:00:00.000Z',
};

const values = {
  party: 'Testland',
  meeting: 'Seventeenth test meeting',
  dates: '11–12 December 2023',
  names: ['Ana Testova', 'Li'],
  deadline: '1 December 2023',
};

function eml(change: Partial<Letter> = {}): string {
  const written = writeEml({ ...letter, ...change });
  if (!written.ok) throw new Error(written.reason);
  return written.text;
}

describe('a letter as a file', () => {
  it('is ASCII with CRLF throughout, a blank line after the headers, text in UTF-8', () => {
    const text = eml();
    expect(text).toMatch(/^[\u0020-\u007e\r\n]+$/);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const [head = '', body = ''] = text.split('\r\n\r\n');
    expect(head.split('\r\n')).toEqual(
      expect.arrayContaining([
        'Date: Sun, 22 Nov 2026 03:00:00 +0000',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: base64',
        'Content-Language: ru',
        'X-Unsent: 1',
      ]),
    );
    expect(Buffer.from(body, 'base64').toString('utf8')).toBe(
      'Уважаемые коллеги,\r\n\r\nБлагодарим.',
    );
  });

  it('names a sender when there is one', () => {
    expect(eml()).not.toMatch(/^From:/m);
    const from = { name: 'The secretariat', email: 'secretariat@example.org' };
    expect(eml({ from })).toMatch(/^From: The secretariat <secretariat@example\.org>\r$/m);
  });

  it.each([
    ['a subject', { subject: 'Meeting\r\nBcc: other@example.org\r\n\r\nText' }],
    ['a name', { to: [{ name: 'Ana\r\nBcc: o@example.org', email: 'a@example.org' }] }],
  ])('has no header or body by a line break in %s', (_, change) => {
    const text = eml(change);
    expect(text).not.toMatch(/^Bcc/m);
    expect(text.split('\r\n\r\n')).toHaveLength(2);
  });

  it.each([
    ['nobody', [], { reason: 'no-recipient' }],
    [
      'what is no address',
      [{ name: '', email: 'a@example.org\r\nBcc: b@example.org' }],
      { reason: 'wrong-address' },
    ],
  ])('is refused for %s', (_, to, expected) => {
    expect(writeEml({ ...letter, to })).toMatchObject({ ok: false, ...expected });
    expect(mailtoLink({ ...letter, to })).toMatchObject({ ok: false, ...expected });
  });
});

describe('a letter as a link', () => {
  it('reads back as it was', () => {
    const made = mailtoLink({ ...letter, to: [...letter.to, { name: '', email: 'b&c@d.org' }] });
    if (!made.ok) throw new Error(made.reason);
    expect(made.whole).toBe(true);
    const link = new URL(made.link);
    expect(link.protocol).toBe('mailto:');
    expect(decodeURIComponent(link.pathname)).toBe('ana.testova@example.org,b&c@d.org');
    expect([...link.searchParams.keys()]).toEqual(['subject', 'body']);
    expect(link.searchParams.get('subject')).toBe('Кандидатуры получены');
    expect(link.searchParams.get('body')).toBe('Уважаемые коллеги,\r\n\r\nБлагодарим.');
  });

  it('adds no field by what stands in a subject', () => {
    const made = mailtoLink({ ...letter, subject: 'A&bcc=o@example.org\r\nB', body: '' });
    if (!made.ok) throw new Error(made.reason);
    expect([...new URL(made.link).searchParams.keys()]).toEqual(['subject', 'body']);
  });

  it('never exceeds 2,000 characters: the text is whole or left out', () => {
    for (const length of [1, 200, 300, 400, 2000]) {
      const made = mailtoLink({ ...letter, body: 'Я'.repeat(length) });
      if (!made.ok) throw new Error(made.reason);
      expect(made.link.length).toBeLessThanOrEqual(LONGEST_LINK);
      expect(made.link.includes('body=')).toBe(made.whole);
    }
  });

  it('says so when even the addresses do not fit', () => {
    const to = Array.from({ length: 100 }, (_, at) => ({
      name: '',
      email: `focal.point.${at}@long.example.org`,
    }));
    expect(mailtoLink({ ...letter, to })).toEqual({ ok: false, reason: 'too-many' });
  });
});

describe('templates', () => {
  const all = UN_LANGUAGES.flatMap((language) =>
    LETTER_KINDS.map((kind) => [language, kind] as const),
  );

  it.each(all)('%s %s has every placeholder and no other', (language, kind) => {
    const { subject, body } = TEMPLATES[language][kind];
    expect(unknownPlaceholders(`${subject} ${body}`)).toEqual([]);
    for (const name of ['party', 'meeting', 'dates', 'names', 'deadline']) {
      expect(body).toContain(`{${name}}`);
    }
  });

  it.each(all)('%s %s is filled whole', (language, kind) => {
    const made = fillTemplate(TEMPLATES[language][kind], values);
    expect(`${made.subject} ${made.body}`).not.toMatch(/[{}]/);
    expect(made.body).toContain('– Ana Testova\n– Li');
  });

  it.each(all)('%s %s leaves out what has no value', (language, kind) => {
    const template = TEMPLATES[language][kind];
    const made = fillTemplate(template, { ...values, names: [], deadline: '' });
    const paragraphs = (text: string) => text.split('\n\n').length;
    expect(paragraphs(made.body)).toBe(paragraphs(template.body) - 2);
  });

  it('never takes a value for a placeholder, nor a line break in a name for a line', () => {
    const made = fillTemplate(
      { subject: '{party}', body: '{names}\n\n{other}' },
      { ...values, party: '{deadline}\r\nBcc: x', names: ['{meeting}\r\nSecond'] },
    );
    expect(made).toEqual({
      subject: '{deadline} Bcc: x',
      body: '– {meeting} Second\n\n{other}',
    });
    expect(unknownPlaceholders('{names} {other} {other}')).toEqual(['other']);
  });

  it('ends a sentence once, whether or not its last value ends in a full stop', () => {
    const template = { subject: '{deadline}', body: 'Срок: {deadline}.\n\nДни: {dates}. {x}.' };
    const dates = { dates: '22–23 ноября 2026 г.', deadline: '18 November 2026' };
    expect(fillTemplate(template, { ...values, ...dates })).toEqual({
      subject: '18 November 2026',
      body: 'Срок: 18 November 2026.\n\nДни: 22–23 ноября 2026 г. {x}.',
    });
  });
});

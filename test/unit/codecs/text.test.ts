import { describe, expect, it } from 'vitest';
import { decodeText, type Encoding } from '@shared/codecs/text/decode';
import { fileKind } from '@shared/codecs/text/file-kind';
import { LIMITS } from '@shared/codecs/limits';
import { encode } from '../../support/reports/encode';

const LATIN = 'Name;Institution\r\nMüller, Zoë;Ministère de la Santé\r\nNuñez;Señalización\r\n';
const CYRILLIC = 'Фамилия;Организация\r\nИванов;Министерство внутренних дел\r\nПЕТРОВ;МВД\r\n';
const ARABIC = 'الاسم;المؤسسة\r\nمحمد أحمد;وزارة الداخلية\r\nفاطمة;إدارة مكافحة المخدرات\r\n';

describe('decodeText', () => {
  it.each<[string, string, Encoding, boolean]>([
    ['UTF-8', LATIN, 'utf-8', false],
    ['UTF-8 with mark', CYRILLIC, 'utf-8', true],
    ['UTF-16LE with mark', ARABIC, 'utf-16le', true],
    ['UTF-16BE with mark', CYRILLIC, 'utf-16be', true],
    ['UTF-16LE without mark', LATIN, 'utf-16le', false],
    ['UTF-16BE without mark', LATIN, 'utf-16be', false],
    ['UTF-16LE without mark, Cyrillic', CYRILLIC, 'utf-16le', false],
    ['UTF-16BE without mark, Arabic', ARABIC, 'utf-16be', false],
    ['plain ASCII', 'a,b\n1,2\n', 'utf-8', false],
  ])('%s', (_name, text, encoding, bom) => {
    expect(decodeText(encode(text, encoding, bom))).toEqual({
      ok: true,
      text,
      encoding,
      bom,
      issues: [],
    });
  });

  it.each<[string, string, Encoding]>([
    ['Western European', LATIN, 'windows-1252'],
    ['Russian', CYRILLIC, 'windows-1251'],
    ['Arabic', ARABIC, 'windows-1256'],
    ['one accent', 'Name\nJosé\n', 'windows-1252'],
    ['capitals only', 'ИВАНОВ ИВАН;МИНИСТЕРСТВО\n', 'windows-1251'],
    ['Russian among Latin', 'Ivanov;Иванов Иван;ivanov@example.org\n', 'windows-1251'],
    ['Ukrainian', 'Прізвище;Київ\nЄвгенія;Міністерство\n', 'windows-1251'],
    ['Norwegian', 'Bjørn Ødegård;Sjøfartsdirektoratet;Ålesund\n', 'windows-1252'],
    ['German capitals', 'MÜLLER;KÖLN;BÜRO FÜR PRÜFUNG\n', 'windows-1252'],
    ['Portuguese', 'João;Administração;Brasília;Três Corações\n', 'windows-1252'],
    ['French', 'Élodie;Hélène;Ministère de l’Intérieur;Côte d’Ivoire\n', 'windows-1252'],
    ['Italian', 'Niccolò;Città;Università\n', 'windows-1252'],
    ['one Arabic word', 'Name;City\nمحمد;Rabat\n', 'windows-1256'],
    ['Arabic names', 'علي حسن\nسارة خالد\nعمر يوسف\nنور الدين\n', 'windows-1256'],
    ['Persian letters', 'پرويز;گيلان;چاپ\n', 'windows-1256'],
    ['Arabic and French', 'Société générale;الشركة العامة\n', 'windows-1256'],
    ['Russian initials', 'А. Б. Иванов;г. Уфа\n', 'windows-1251'],
    ['one Russian surname', 'Name\nЩукин\n', 'windows-1251'],
    ['Belarusian', 'Імя;Мінск\nЎладзімір;Міністэрства\n', 'windows-1251'],
    ['Serbian', 'Ђорђе;Министарство;Ниш\n', 'windows-1251'],
    ['Spanish among Latin', 'Peña Nieto;Mexico\nIbáñez;Spain\n', 'windows-1252'],
  ])('guesses the code page: %s', (_name, text, encoding) => {
    const read = decodeText(encode(text, encoding));
    expect(read).toMatchObject({ ok: true, text, encoding });
    if (read.ok) expect(read.issues).toMatchObject([{ code: 'encoding-guessed' }]);
  });

  it('takes the encoding that the user names', () => {
    const bytes = encode('Иванов', 'windows-1251');
    expect(decodeText(bytes, { encoding: 'windows-1252' })).toMatchObject({ text: 'Èâàíîâ' });
    expect(decodeText(bytes, { encoding: 'utf-8' })).toEqual({
      ok: false,
      reason: 'wrong-encoding',
      params: { encoding: 'utf-8' },
    });
  });

  it('leaves NUL characters out and says where the first was', () => {
    const read = decodeText(encode('Name,City\nA\0nna,Rome\nBob\0,Bern\n', 'utf-8'));
    expect(read).toMatchObject({ ok: true, text: 'Name,City\nAnna,Rome\nBob,Bern\n' });
    if (read.ok)
      expect(read.issues).toMatchObject([{ code: 'nul-removed', row: 2, params: { count: 2 } }]);
  });

  it.each<[string, Encoding]>([
    ['UTF-8', 'utf-8'],
    ['UTF-16', 'utf-16le'],
  ])('a %s file cut inside a character is read up to it', (_name, encoding) => {
    const bytes = encode('Name\nИванов', encoding, true);
    const read = decodeText(bytes.subarray(0, bytes.length - 1));
    expect(read).toMatchObject({ ok: true, text: 'Name\nИвано', encoding });
    if (read.ok) expect(read.issues).toMatchObject([{ code: 'cut-off' }]);
  });

  it('one broken byte in a UTF-8 file does not make it another encoding', () => {
    const bytes = encode('Имя\nИванов Иван Иванович\nПетров Пётр\n', 'utf-8');
    const broken = new Uint8Array([...bytes, 0xff, 0x0a]);
    const read = decodeText(broken);
    expect(read).toMatchObject({ ok: true, encoding: 'utf-8' });
    if (read.ok) expect(read.issues).toMatchObject([{ code: 'undecodable-bytes', row: 4 }]);
  });

  it.each([
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', 'html'],
    ['a web page after a mark and a comment', '\ufeff <!-- x --><HTML lang="en">', 'html'],
    ['XHTML', '<?xml version="1.0"?><html xmlns="x"></html>', 'html'],
    [
      'an XML spreadsheet',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      'xls-xml',
    ],
    ['JSON', '{"error": "not found"}', 'json'],
    ['RTF', '{\\rtf1\\ansi', 'rtf'],
    ['PDF', '%PDF-1.7\n', 'pdf'],
    ['a calendar', 'BEGIN:VCALENDAR\r\n', 'calendar'],
  ])('%s is refused and named', (_name, text, kind) => {
    expect(decodeText(encode(text, 'utf-8'))).toEqual({
      ok: false,
      reason: 'not-text',
      params: { kind },
    });
  });

  it('bytes that are no text are refused', () => {
    const noise = new Uint8Array(400).map((_, at) => (at * 73 + 11) % 32);
    expect(decodeText(noise)).toMatchObject({ ok: false, reason: 'not-text' });
  });

  it('nothing, or nothing but space, is empty', () => {
    expect(decodeText(new Uint8Array())).toMatchObject({ reason: 'empty' });
    expect(decodeText(encode(' \r\n\t\n', 'utf-8', true))).toMatchObject({ reason: 'empty' });
    expect(decodeText(encode('', 'utf-16le', true))).toMatchObject({ reason: 'empty' });
  });

  it('a file over the bound is refused with the bound', () => {
    expect(decodeText(new Uint8Array(LIMITS.fileBytes + 1))).toEqual({
      ok: false,
      reason: 'too-large',
      params: { bytes: LIMITS.fileBytes + 1, limit: LIMITS.fileBytes },
    });
  });
});

describe('fileKind', () => {
  it.each([
    ['an archive', [0x50, 0x4b, 0x03, 0x04, 0x00], 'zip'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d], 'image'],
    ['a compressed file', [0x1f, 0x8b, 0x08], 'gzip'],
  ])('%s', (_name, bytes, kind) => {
    expect(fileKind(new Uint8Array(bytes))).toBe(kind);
  });

  it('tells a workbook under a password from one of 1997', () => {
    const envelope = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const named = (name: string) =>
      fileKind(new Uint8Array([...envelope, ...encode(name, 'utf-16le')]));
    expect(named('EncryptedPackage')).toBe('encrypted-office');
    expect(named('Workbook')).toBe('xls');
    expect(named('Other')).toBe('binary');
  });
});

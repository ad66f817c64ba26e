import { describe, expect, it } from 'vitest';
import { guessMapping } from '@shared/codecs/nominations/guess';
import { HEADER_NAMES, NOMINATION_FIELDS } from '@shared/codecs/nominations/header-names';
import type { Sheet } from '@shared/codecs/table/sheet';
import { codes, read, resolveParty, sheetOf } from '../../../support/reports/nomination-lists';

describe('guessMapping', () => {
  it.each(
    NOMINATION_FIELDS.flatMap((field) => HEADER_NAMES[field].map((name) => [field, name] as const)),
  )('%s from the heading %j', (field, name) => {
    const sheet: Sheet = {
      name: '',
      rows: [
        [name, 'E-mail', 'Gender'],
        ['x', 'y', 'z'],
      ],
      firstLine: [1, 2],
    };
    const guess = guessMapping(sheet, resolveParty).guesses[0];
    const all = [guess?.field, ...(guess?.others ?? [])];
    // `E-mail` and `Gender` stand beside it already; a list has each of them once.
    if (field === 'email' || field === 'gender') expect(guess?.header).toBe(name);
    // What an organization is depends on the values: none of these names a party.
    else
      expect(all.map((one) => (one === 'institution' ? 'organization' : one))).toContain(
        field === 'institution' ? 'organization' : field,
      );
  });

  it.each([
    [
      'English, in any order, under a title',
      'List of nominations,,,,\n,,,,\nE-mail address,Job title,FAMILY NAME,Given name,Country\na@example.org,Expert,Testova,Anna,Bulgaria\n',
      { email: 0, jobTitle: 1, familyName: 2, givenName: 3, party: 4 },
      2,
    ],
    [
      'Russian, name in three columns',
      'Страна;Фамилия;Имя;Отчество;Должность;Эл. почта;Телефон\nБолгария;Тестов;Иван;Петрович;Эксперт;t@example.org;+359 2 12345\n',
      { party: 0, familyName: 1, givenName: 2, middleName: 3, jobTitle: 4, email: 5, phone: 6 },
      0,
    ],
    [
      'French',
      'Pays;Nom;Prénom;Civilité\nBulgarie;Testova;Anna;Mme\n',
      { party: 0, familyName: 1, givenName: 2, honorific: 3 },
      0,
    ],
    [
      'Spanish',
      'País;Nombre;Apellidos;Cargo\nBulgaria;Anna;Testova;Perito\n',
      { party: 0, givenName: 1, familyName: 2, jobTitle: 3 },
      0,
    ],
    [
      'Arabic',
      'البلد,الاسم الكامل,البريد الإلكتروني\nبلغاريا,آنا تستوفا,a@example.org\n',
      { party: 0, fullName: 1, email: 2 },
      0,
    ],
    [
      'Chinese',
      '国家,姓名,电子邮件,职务\n保加利亚,测试,a@example.org,专家\n',
      { party: 0, fullName: 1, email: 2, jobTitle: 3 },
      0,
    ],
    [
      'two languages in one heading',
      'Country / Pays,Name / Nom,E-mail / Courriel\nBulgaria,Anna Testova,a@example.org\n',
      { party: 0, fullName: 1, email: 2 },
      0,
    ],
    [
      'a title that is a form of address, and one that is a post',
      'Title,Name,Country,Position\nMs,Anna Testova,Bulgaria,Expert\n',
      { honorific: 0, fullName: 1, party: 2, jobTitle: 3 },
      0,
    ],
    [
      'a title that is a post',
      'Title,Name,Country\nDirector,Anna Testova,Bulgaria\n',
      { jobTitle: 0, fullName: 1, party: 2 },
      0,
    ],
    [
      'organizations that are parties',
      'Name,Organization\nAnna Testova,UNODC\nBorys Testov,Bulgaria\n',
      { fullName: 0, party: 1 },
      0,
    ],
    [
      'organizations that are ministries',
      'Name,Country,Organization\nAnna Testova,Bulgaria,Ministry of Tests\n',
      { fullName: 0, party: 1, institution: 2 },
      0,
    ],
    [
      'columns without headings, by their values',
      'Name,,Where\nAnna Testova,a@example.org,Bulgaria\nBorys Testov,b@example.org,Austria\n',
      null,
      null,
    ],
    [
      'long headings',
      'Official e-mail address of the nominee,Full name (as in passport),Country *\na@example.org,Anna Testova,Bulgaria\n',
      { email: 0, fullName: 1, party: 2 },
      0,
    ],
  ])('%s', (_name, text, columns, headerRow) => {
    const guess = guessMapping(sheetOf(text), resolveParty);
    if (columns === null) {
      const given = guessMapping(sheetOf(text), resolveParty, 0);
      expect(given.columns).toEqual({ fullName: 0, email: 1, party: 2 });
      expect(given.guesses[1]).toMatchObject({ by: 'values' });
      expect(given.guesses[1]!.confidence).toBeLessThan(given.guesses[0]!.confidence);
      return;
    }
    expect(guess.columns).toEqual(columns);
    expect(guess.headerRow).toBe(headerRow);
  });

  it('recognises the six columns of Indico, which have no headings', () => {
    const guess = guessMapping(
      sheetOf(
        'Anna,Testova,Ministry of Tests,Expert,+359 1,anna@example.org\nJan,van der Berg,UNODC,Officer,,jan@example.org\n',
      ),
      resolveParty,
    );
    expect(guess).toMatchObject({ form: 'indico-six', headerRow: null });
    expect(guess.columns).toMatchObject({
      givenName: 0,
      familyName: 1,
      jobTitle: 3,
      phone: 4,
      email: 5,
    });
  });

  it("recognises Indico's export, and what its state says", () => {
    const { rows } = read(
      'ID,Name,Email Address,Country,Registration date,Registration state,Price\n' +
        '1,Anna Testova,a@example.org,Bulgaria,2023-06-01T10:00:00,Completed,0\n' +
        '2,Borys Testov,b@example.org,Austria,2023-06-02T10:00:00,Withdrawn,0\n',
    );
    expect(rows.map(({ receivedOn }) => receivedOn)).toEqual(['2023-06-01', '2023-06-02']);
    expect(rows.map(codes)).toEqual([[], ['w not-standing']]);
    const guess = guessMapping(
      sheetOf(
        'ID,Name,Country,Registration date,Registration state\n1,A,Bulgaria,2023-06-01,Completed\n',
      ),
      resolveParty,
    );
    expect(guess.form).toBe('indico-export');
  });
});

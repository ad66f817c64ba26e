import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceName } from '@shared/codecs/nominations/name';
import type { ExistingNominee, NominationInput } from '@shared/codecs/nominations/types';
import { codes, read } from '../../../support/reports/nomination-lists';

describe('names stay as their source wrote them', () => {
  const NOTHING = { full: '', family: '', given: '', honorific: '', native: '' };
  it.each([
    ['McDonald, Ian', 'McDonald', 'Ian', ''],
    ['PETROV Ivan', 'PETROV', 'Ivan', ''],
    ['Ivan PETROV', 'PETROV', 'Ivan', ''],
    ['Jan van der BERG', 'van der BERG', 'Jan', ''],
    ['Mr. Ivan PETROV', 'PETROV', 'Ivan', 'Mr.'],
    ['Petrov, Dr. Ivan', 'Petrov', 'Ivan', 'Dr.'],
    ['GARCÍA LÓPEZ María José', 'GARCÍA LÓPEZ', 'María José', ''],
    ["D'ARC Jeanne", "D'ARC", 'Jeanne', ''],
    ['ИВАНОВ Иван Иванович', 'ИВАНОВ', 'Иван Иванович', ''],
    ['de la Cruz, Ana', 'de la Cruz', 'Ana', ''],
    ['H.E. Ms. Anna TESTOVA', 'TESTOVA', 'Anna', 'H.E. Ms.'],
  ])('%j is divided', (full, family, given, honorific) => {
    expect(sourceName({ ...NOTHING, full })).toMatchObject({ family, given, honorific });
  });

  it.each([
    'Ivan Petrov',
    'IVAN PETROV',
    'Suharto',
    'He Wei',
    'Don Tester',
    'Gen Sato',
    'John Smith, PhD',
    'Testova, Anna, Expert',
    'van der Berg',
    '测试',
    'محمد أحمد',
    'Ann B. TEST Case',
    'Anna TESTOVA-Beta',
  ])('%j stays whole', (full) => {
    expect(sourceName({ ...NOTHING, full })).toEqual({
      ...NOTHING,
      full,
      split: 'none',
    });
  });

  it('a patronymic stays with the given name', () => {
    const { rows } = read('Страна;Фамилия;Имя;Отчество\nБолгария;Тестов;Иван;Петрович\n');
    expect(rows[0]?.name).toMatchObject({ family: 'Тестов', given: 'Иван Петрович' });
  });
});

describe('readNominations', () => {
  const HEAD =
    'Family name,Given name,Country,E-mail,Capacity,Mode of participation,Received on,Gender';
  const rowsOf = (lines: string[], more: Partial<NominationInput> = {}) =>
    read([HEAD, ...lines].join('\n'), more).rows;

  it('reads a good row', () => {
    const [row] = rowsOf([
      'Testova,Anna,Bulgaria,Anna.Testova@Example.org,Head of delegation,online,2023-06-05,F',
    ]);
    expect(row).toMatchObject({
      row: 2,
      verdict: 'new',
      issues: [],
      party: 'p-bgr',
      emails: ['Anna.Testova@Example.org'],
      capacity: 'head',
      modality: 'virtual',
      gender: 'female',
      receivedOn: '2023-06-05',
      match: null,
    });
  });

  it.each([
    [',,Bulgaria,,,,,', 'e missing-name', 0],
    ['Testova,Anna,,,,,,', 'e missing-party', 2],
    ['Testova,Anna,Atlantis,,,,,', 'e unknown-party', 2],
    ['Testova,Anna,Congo,,,,,', 'e unsure-party', 2],
    ['Testova,Anna,Bulgeria,,,,,', 'w misspelt-party', 2],
    ['Testova,Anna,Bulgaria,anna at example,,,,', 'e invalid-email', 3],
    ['Testova,Anna,Bulgaria,a@example,,,,', 'e invalid-email', 3],
    ['Testova,Anna,Bulgaria,a@example.org; b@example.org,,,,', 'w several-emails', 3],
    ['Testova,Anna,Bulgaria,,King,,,', 'w unknown-capacity', 4],
    ['Testova,Anna,Bulgaria,,,by boat,,', 'w unknown-modality', 5],
    ['Testova,Anna,Bulgaria,,,,05/06/2023,', 'e ambiguous-date', 6],
    ['Testova,Anna,Bulgaria,,,,soon,', 'w unreadable-date', 6],
    ['Testova,Anna,Bulgaria,,,,,unknown word', 'w unknown-gender', 7],
    ['Test\u202eova,Anna,Bulgaria,,,,,', 'w hidden-characters', 0],
    [`${'x'.repeat(201)},Anna,Bulgaria,,,,,`, 'e too-long', 0],
  ])('%j: %s in column %i', (line, code, column) => {
    const [row] = rowsOf([line]);
    expect(codes(row)).toEqual([code]);
    expect(row?.issues[0]).toMatchObject({ row: 2, column });
    expect(row?.verdict).toBe(code.startsWith('e') ? 'error' : 'new');
  });

  it('a date that could be two names both; its column, an answer or the meeting settles it', () => {
    const line = (date: string) => `Testova,Anna,Bulgaria,,,,${date},`;
    expect(rowsOf([line('05/06/2023')])[0]?.issues[0]?.params).toEqual({
      dmy: '2023-06-05',
      mdy: '2023-05-06',
    });
    const other = 'Testov,Borys,Austria,,,,13/06/2023,';
    expect(rowsOf([line('05/06/2023'), other])[0]?.receivedOn).toBe('2023-06-05');
    expect(rowsOf([line('05/06/2023')], { dayOrder: 'mdy' })[0]?.receivedOn).toBe('2023-05-06');
    expect(rowsOf([line('05/12/2023')], { lastDay: '2023-09-13' })[0]?.receivedOn).toBe(
      '2023-05-12',
    );
    expect(rowsOf([line('5.6.2023')])[0]?.receivedOn).toBe('2023-06-05');
    expect(rowsOf([line('5 июня 2023 г.')])[0]?.receivedOn).toBe('2023-06-05');
    expect(rowsOf([line('2023年6月5日')])[0]?.receivedOn).toBe('2023-06-05');
    expect(codes(rowsOf([line('2023-10-01')], { lastDay: '2023-09-13' })[0])).toEqual([
      'w future-date',
    ]);
  });

  it('finds rows that repeat earlier ones', () => {
    const rows = rowsOf([
      'Testova,Anna,Bulgaria,anna@example.org,,,,',
      'Other,Name,Austria,ANNA@example.org,,,,',
      'TESTOVA,Anna,Bulgaria,other@example.org,,,,',
      'Anna,Testova,Bulgaria,,,,,',
      'Testova,Anna,Austria,third@example.org,,,,',
      'Testova,Anna,Austria,anna@example.org,,,,',
      'Testova,Anna Maria,Bulgaria,anna@example.org,,,,',
    ]);
    expect(rows.map(codes)).toEqual([
      [],
      ['e email-in-two-rows'],
      ['w duplicate-name'],
      ['e duplicate-name'],
      [],
      ['e nominated-twice'],
      ['e duplicate-email'],
    ]);
    expect(rows[1]?.issues[0]?.params).toEqual({ first: 2, name: 'Anna Testova' });
    expect(rows[5]?.issues[0]?.params).toEqual({ first: 2, party: 'p-bgr' });
    expect(rows[6]?.issues[0]?.params).toEqual({ first: 2 });
    expect(rows.slice(1, 4).map(({ issues }) => issues[0]?.column)).toEqual([3, 0, 0]);
    expect(rows[5]?.issues[0]?.column).toBe(2);
  });

  it('takes what holds for the whole file where a row is silent', () => {
    const source = { kind: 'note-verbale', number: 'NV 12', date: '2023-06-01' } as const;
    const [row] = read('Name\tE-mail\nAnna Testova\ta@example.org\n', {
      defaults: {
        party: 'p-aut',
        capacity: 'expert',
        modality: 'in-person',
        source,
        receivedOn: '2023-06-02',
      },
    }).rows;
    expect(row).toMatchObject({
      verdict: 'new',
      party: 'p-aut',
      capacity: 'expert',
      source,
      receivedOn: '2023-06-02',
    });
  });

  it('reads the source document', () => {
    const { rows } = read(
      'Name,Country,Note verbale,Date of note verbale,Document type\n' +
        'A Test,Bulgaria,NV 12/2023,2023-06-01,Note verbale\nB Test,Austria,Ref 7,,Letter\nC Test,Austria,,,\n',
    );
    expect(rows.map(({ source }) => source)).toEqual([
      { kind: 'note-verbale', number: 'NV 12/2023', date: '2023-06-01' },
      { kind: 'letter', number: 'Ref 7', date: null },
      null,
    ]);
  });

  it('H and M are hombre and mujer where a list has both and no F', () => {
    const { rows } = read('Nombre completo,País,Sexo\nA Test,Bulgaria,H\nB Test,Bulgaria,M\n');
    expect(rows.map(({ gender }) => gender)).toEqual(['male', 'female']);
  });
});

describe('against what is there', () => {
  const anna: ExistingNominee = {
    personId: 'anna',
    family: 'Testova',
    given: 'Anna',
    full: '',
    emails: ['anna@example.org'],
    party: 'p-bgr',
    nominationId: 'n1',
    fields: { capacity: 'expert', jobTitle: 'Officer', institution: 'Ministry' },
  };
  const whole: ExistingNominee = {
    personId: 'ivan',
    family: '',
    given: '',
    full: 'Ivan Testov',
    emails: [],
    party: 'p-aut',
    nominationId: 'n2',
  };
  const elsewhere: ExistingNominee = {
    personId: 'zoe',
    family: 'Müller',
    given: 'Zoë',
    full: '',
    emails: ['zoe@example.org'],
    party: null,
    nominationId: null,
  };
  const double: ExistingNominee = {
    ...elsewhere,
    personId: 'zoe2',
    emails: ['shared@example.org', 'zoe2@example.org'],
  };
  const third: ExistingNominee = { ...elsewhere, personId: 'zoe3', emails: ['shared@example.org'] };
  const existing = [anna, whole, elsewhere, double, third];
  const one = (line: string) =>
    read(`Family name,Given name,Country,E-mail,Capacity,Job title\n${line}\n`, { existing })
      .rows[0]!;

  it.each([
    ['Testova,Anna,Bulgaria,anna@example.org,Expert,Officer', 'same', 'anna'],
    ['Testova,Anna,Bulgaria,ANNA@EXAMPLE.ORG,,', 'same', 'anna'],
    ['Testova,Anna,Bulgaria,,Expert,', 'same', 'anna'],
    ['Testov,Ivan,Austria,,,', 'changed', 'ivan'],
    ['Testova,Anna,Bulgaria,anna@example.org,Head of delegation,Officer', 'changed', 'anna'],
    ['Muller,Zoe,Austria,zoe@example.org,,', 'new', 'zoe'],
    ['Testova,Anna,Austria,new@example.org,,', 'new', undefined],
    ['Unknown,Person,Austria,unknown@example.org,,', 'new', undefined],
  ])('%j is %s', (line, verdict, person) => {
    const row = one(line);
    expect(row.verdict).toBe(verdict);
    expect(row.match?.personId).toBe(person);
  });

  it.each([
    ['Other,Person,Bulgaria,anna@example.org,,', 'email-of-another', ['anna']],
    ['Other,Anna,Bulgaria,anna@example.org,,', 'email-of-another', ['anna']],
    ['Testova,Anna,Austria,anna@example.org,,', 'other-party', ['anna']],
    ['Testova,Anna,Bulgaria,second@example.org,,', 'name-with-other-email', ['anna']],
    ['Müller,Zoë,Austria,shared@example.org,,', 'email-shared', ['zoe2', 'zoe3']],
  ])('%j is a conflict: %s', (line, code, candidates) => {
    const row = one(line);
    expect(row).toMatchObject({ verdict: 'conflict', candidates, match: null });
    expect(codes(row)).toEqual([`e ${code}`]);
  });

  it('says what would change, field by field; silence changes nothing', () => {
    const row = one('TESTOVA,Anna,Bulgaria,anna@example.org,Head of delegation,');
    expect(row.changes).toEqual([
      { field: 'family', from: 'Testova', to: 'TESTOVA' },
      { field: 'capacity', from: 'expert', to: 'head' },
    ]);
  });

  it('a list taken over and read again has nothing new', () => {
    const name = fc.constantFrom(
      'Testova',
      'МакТестов',
      "O'Test",
      'van der Test',
      '李',
      'Тестов-Иванов',
    );
    const line = fc.record({
      family: name,
      given: name,
      party: fc.constantFrom('Bulgaria', 'Austria', 'UNODC'),
      mailed: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(line, {
          maxLength: 20,
          selector: ({ family, given, party }) => [party, ...[family, given].sort()].join(),
        }),
        (lines) => {
          const text = [
            'Family name;Given name;Country;E-mail',
            ...lines.map(
              ({ family, given, party, mailed }, at) =>
                `${family};${given};${party};${mailed ? `u${at}@example.org` : ''}`,
            ),
          ].join('\n');
          const first = read(text);
          expect(first.counts).toEqual({
            new: lines.length,
            changed: 0,
            same: 0,
            conflict: 0,
            error: 0,
          });
          const taken = first.rows.map((row, at): ExistingNominee => ({
            personId: `p${at}`,
            nominationId: `n${at}`,
            ...row.name,
            emails: row.emails,
            party: row.party,
          }));
          expect(read(text, { existing: taken }).counts.same).toBe(lines.length);
        },
      ),
    );
  });
});

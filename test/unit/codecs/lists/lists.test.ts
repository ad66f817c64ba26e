import { describe, expect, it } from 'vitest';
import { tableCsv } from '@shared/codecs/documents/table';
import { gateList } from '@shared/codecs/lists/gate-list';
import { nameplates } from '@shared/codecs/lists/nameplates';
import { registrantsOf, zoomRegistrants } from '@shared/codecs/lists/zoom-registrants';
import { input, words } from './build';

const rows = (model: { tables: readonly { rows: readonly unknown[] }[] }, at = 0) =>
  model.tables[at]!.rows;

describe('gate list', () => {
  it('names everybody expected in the room, by delegation, with the paper that named them', () => {
    const list = input([
      ['p1', { family: 'Образцов', given: 'Иван' }, { party: 'ORG', capacity: 'expert' }],
      [
        'p2',
        { family: 'van der Voorbeeld', given: 'Jan', institution: 'Ministry' },
        {
          capacity: 'head',
          source: { kind: 'note-verbale', number: 'NV 12/2023', date: '2023-08-01' },
        },
      ],
      ['p3', { family: "d'Exemple", given: 'Zoé' }, { capacity: 'expert' }],
      ['p4', { family: 'Ejemplo', given: 'Ana' }, { party: 'BBB' }],
      ['p5', { family: 'Online', given: 'Nobody' }, { modality: 'virtual' }],
      ['p6', { family: 'Withdrawn', given: 'Nobody' }, { state: 'withdrawn' }],
      ['p7', { family: '', forgotten: true }, {}],
    ]);
    expect(rows(gateList(list, words('en')))).toEqual([
      [1, 'Bbland', 'Ejemplo, Ana', null, '', 'Representative', null],
      [
        ...[2, 'Zzland', 'van der Voorbeeld, Jan', null, 'Ministry', 'Head of delegation'],
        'Note verbale, NV 12/2023, 1 Aug 2023',
      ],
      [3, 'Zzland', "d'Exemple, Zoé", null, '', 'Expert', null],
      [4, 'Alpha Organization', 'Образцов, Иван', null, '', 'Expert', null],
    ]);
    const inRussian = gateList(list, words('ru'));
    expect(rows(inRussian)[0]).toEqual([
      ...[1, 'Аландия', 'van der Voorbeeld, Jan', null, 'Ministry'],
      ...['Глава делегации', 'Вербальная нота, NV 12/2023, 1 авг. 2023 г.'],
    ]);
  });

  it('names a person of two nominations once, and marks what is invented', () => {
    const list = input([['p1', { family: 'Ejemplo', given: 'Ana', synthetic: true }]]);
    const twice = { ...list.nominations[0]!, id: 'n9', capacity: 'head' as const };
    const model = gateList({ ...list, nominations: [...list.nominations, twice] }, words('en'));
    expect(rows(model)).toHaveLength(1);
    expect(rows(model)[0]).toContain('Head of delegation');
    expect(model.mark).toEqual({ header: 'Data', value: 'SYNTHETIC' });
  });
});

describe('nameplates', () => {
  it.each([
    ['accents', { family: 'Muñoz-Ñandú', given: 'José' }, 'José Muñoz-Ñandú', null],
    ['Cyrillic', { family: 'Образцова', given: 'Анна' }, 'Анна Образцова', null],
    [
      'Latin and Arabic',
      { family: 'al-Mithali', given: 'Mohammed', native: 'محمد المثالي' },
      'Mohammed al-Mithali',
      'محمد المثالي',
    ],
    ['Greek', { family: 'Παραδείγματος', given: 'Νίκος' }, 'Νίκος Παραδείγματος', null],
    ['Chinese, only in its own script', { native: '王例文' }, '王例文', null],
    [
      'a double surname',
      { family: 'Ejemplo de la Muestra', given: 'Ana' },
      'Ana Ejemplo de la Muestra',
      null,
    ],
    [
      'a particle in lower case',
      { family: 'von und zu Muster', given: 'Eva' },
      'Eva von und zu Muster',
      null,
    ],
    ['capitals inside', { family: 'McSample', given: 'Fionnuala' }, 'Fionnuala McSample', null],
    ['a single name', { family: 'Contohnya' }, 'Contohnya', null],
    ['never split', { full: 'Ejemplo Ana' }, 'Ejemplo Ana', null],
  ])('write %s as its owner does', (_what, set, name, native) => {
    const model = nameplates(input([['p1', set]]), words('en'));
    expect(rows(model)[0]).toEqual([name, native, '', 'Zzland', 'Representative']);
  });

  it('count the seats of each delegation, in seating order', () => {
    const list = input([
      ['p1', { family: 'Ejemplo' }, {}],
      ['p2', { family: 'Muster' }, {}],
      ['p3', { family: 'Sample' }, { party: 'ORG' }],
    ]);
    expect(rows(nameplates(list, words('en')), 1)).toEqual([
      ['Zzland', 'AAA', 2],
      ['Alpha Organization', 'ORG', 1],
    ]);
  });
});

describe('registrants for Zoom', () => {
  const online = { modality: 'virtual' } as const;

  it('are those planned online, with the address on file and the columns Zoom reads', () => {
    const list = input([
      [
        'p1',
        { family: 'Muñoz', given: 'José', emails: [' Jose.Munoz@Example.org'] },
        { ...online, party: 'BBB' },
      ],
      ['p2', { full: '王例文', emails: ['wang@example.org'] }, online],
      ['p3', { family: 'Contohnya', emails: ['c@example.org'] }, { ...online, party: 'ORG' }],
      ['p4', { family: 'Ejemplo', given: 'Ana', emails: ['ana@example.org'] }],
    ]);
    const model = zoomRegistrants(list, words('en'));
    const csv = tableCsv(model.tables[0]!, model.mark);
    expect(csv.replace(/^\ufeff/, '').split('\r\n')).toEqual([
      'Email,First Name,Last Name',
      'Jose.Munoz@Example.org,José,Muñoz',
      'wang@example.org,王例文,',
      'c@example.org,Contohnya,',
      '',
    ]);
  });

  it('have one address each; whoever has none or somebody else’s is told, not dropped', () => {
    const list = input([
      ['p1', { family: 'Ejemplo', given: 'Ana', emails: ['mission@example.org'] }, online],
      [
        'p2',
        { family: 'Muster', given: 'Eva', emails: ['MISSION@example.org', 'eva@example.org'] },
        online,
      ],
      ['p3', { family: 'Obrazec', given: 'Ivan', emails: ['mission@example.org'] }, online],
      ['p4', { family: 'Sample', given: 'Jo' }, online],
      ['p5', { emails: ['nobody@example.org'] }, online],
    ]);
    const { registrants, leftOut } = registrantsOf(list, 'en');
    expect(registrants.map(({ email }) => email)).toEqual([
      'mission@example.org',
      'eva@example.org',
    ]);
    expect(leftOut.map(({ person, why }) => [person.id, why])).toEqual([
      ['p5', 'no-name'],
      ['p3', 'email-taken'],
      ['p4', 'no-email'],
    ]);
    expect(zoomRegistrants(list, words('en')).tables[0]!.notes).toEqual([
      '1 person is left out: no e-mail address is on file',
      '1 person is left out: somebody before them has the same e-mail address',
      '1 person is left out: no name is on file',
    ]);
  });
});

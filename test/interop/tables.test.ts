import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { guessMapping } from '@shared/codecs/nominations/guess';
import { readNominations } from '@shared/codecs/nominations/read';
import { readTable } from '@shared/codecs/table/read-table';
import type { Sheet } from '@shared/codecs/table/sheet';
import { readWorkbook } from '@shared/codecs/xlsx/read';
import { foldName } from '@shared/matching/fold';
import { partyResolver } from '@shared/matching/party-names';
import { isUnderstood } from '@renderer/features/nominations/import/import-step';
import { mapColumnsJob, openTableJob } from '@renderer/workers/jobs/read-nominations';
import { missingData, sharedData } from '../support/shared-data';
import { ListDesk } from '../unit/domain/import/desk-of-lists';

async function sheetAt(path: string): Promise<Sheet> {
  const table = await readTable(new Uint8Array(readFileSync(sharedData(path)!)));
  if (!table.ok) throw new Error(table.reason);
  expect(table.text).toEqual({ encoding: 'utf-8', separator: ',' });
  expect(table.issues).toEqual([]);
  return table.sheets[0]!;
}

/** Records and columns as counted by Python's csv module. */
describe('tables that others published', () => {
  it.for<[string, number, number, string]>([
    ['countries/UNSD-M49-ar.csv', 250, 15, 'العالم'],
    ['countries/UNSD-M49-cn.csv', 250, 15, '世界'],
    ['countries/UNSD-M49-en.csv', 250, 15, 'World'],
    ['countries/UNSD-M49-es.csv', 250, 15, 'Mundo'],
    ['countries/UNSD-M49-fr.csv', 250, 15, 'Monde'],
    ['countries/UNSD-M49-ru.csv', 250, 15, 'Весь мир'],
    ['countries/country-codes.csv', 250, 56, '263'],
    ['partners/partners_countries.csv', 59, 13, 'UZ'],
    ['partners/partners_organizations.csv', 24, 4, 'World Health Organization'],
    ['facts/facts_from_seeds.csv', 51, 7, '20'],
    ['facts/SYNTHETIC_attendance_matrix_2023.csv', 82, 7, 'organization'],
    [
      'participants/un_lop_structure_INC11_names_removed.csv',
      154,
      8,
      'Centre for International Environmental Law (Ciel)',
    ],
  ])('%s', async ([path, records, columns, last], { skip }) => {
    skip(sharedData(path) === null, missingData(path));
    const { rows } = await sheetAt(path);
    expect(rows).toHaveLength(records);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([columns]));
    expect(rows.at(-1)?.[1]).toBe(last);
  });
});

/**
 * The list of participants of a United Nations conference, names removed, read as if it were a
 * list of nominations: of its 153 people 27 come from Paris Pact countries (Albania 1, Armenia 1,
 * Australia 12, Austria 6, Belgium 7).
 */
describe('a list of participants as the United Nations writes it', () => {
  const path = 'participants/un_lop_structure_INC11_names_removed.csv';
  const partners = 'partners/partners_countries.csv';

  it('is mapped by its headings, and its delegations are told apart', async ({ skip }) => {
    skip(sharedData(path) === null || sharedData(partners) === null, missingData(path));
    const parties = (await sheetAt(partners)).rows.slice(1).map((row) => ({
      id: row[0]!,
      code: row[0]!,
      iso2: row[1]!,
      m49: row[2]!,
      names: { en: row[6]!, fr: row[7]!, es: row[8]!, ru: row[9]! },
      designations: [],
    }));
    const resolveParty = partyResolver(parties);
    const sheet = await sheetAt(path);
    const mapping = guessMapping(sheet, resolveParty);
    expect(mapping.columns).toEqual({
      party: 1,
      honorific: 3,
      fullName: 4,
      jobTitle: 5,
      institution: 7,
    });
    const { rows, counts } = readNominations({
      sheet,
      mapping,
      resolveParty,
      foldName,
      existing: [],
    });
    expect(rows).toHaveLength(153);
    expect(counts.new).toBe(27);
    expect(counts.error).toBe(126);
    const members = (party: string) => rows.filter((row) => row.party === party).length;
    expect(['ALB', 'ARM', 'AUS', 'AUT', 'BEL'].map(members)).toEqual([1, 1, 12, 6, 7]);
    expect(rows[0]).toMatchObject({
      row: 2,
      party: 'ALB',
      name: { full: 'Person 0001', honorific: 'Mr', family: '', split: 'none' },
      jobTitle: 'Second Secretary',
    });
  });
});

/**
 * Files put together after what Indico's own source says of its export and of the form in which it
 * takes registrations: columns named by the event's manager and made unique, countries as CLDR
 * captions, dates with a zone, five states.
 */
describe('registrations as Indico, the registration platform of the United Nations, has them', () => {
  const EXPORT = [
    '"ID","Name","Title (field_8)","Email Address","Country (field_12)","Affiliation","Position",' +
      '"Attendance","Registration date","Modification date","Registration state","Created by",' +
      '"Price","Checked in","Check-in date","Payment date","Tags"',
    '"1","Anna McTestova","Ms","anna@example.org","Bosnia & Herzegovina","Ministry of Tests",' +
      '"Expert","In person","2026-10-01T09:30:00.123+00:00","","Completed","anna@example.org",' +
      '"0","No","","","vip"',
    '"2","Jan van der Berg","Mr","jan@example.org","Türkiye","","Officer","Online",' +
      '"2026-10-02T10:00:00+00:00","","Withdrawn","","0","No","","",""',
    '"3","Ken Tameshi","Dr","ken@example.org","Myanmar (Burma)","","","In person",' +
      '"2026-10-03T10:00:00+00:00","","Pending","","0","No","","",""',
    '"4","Ines d\'Essai","Mx","ines@example.org","Russia","","","Online",' +
      '"2026-10-04T10:00:00+00:00","","Rejected","","0","No","","",""',
    '"5","Li Test","Prof.","li@example.org","Côte d’Ivoire","","","Online",' +
      '"2026-10-05T10:00:00+00:00","","Awaiting payment","","0","No","","",""',
  ].join('\r\n');
  const SIX = [
    'Anna,McTestova,Ministry of Tests,Expert,+359 2 123456,ANNA@example.org',
    'Jan,van der Berg,Office of Trials,Officer,,jan@example.org',
  ].join('\n');
  const bytes = (text: string) => new TextEncoder().encode(text);

  async function understood(text: string) {
    const desk = new ListDesk();
    const table = await openTableJob({ name: 'registrations.csv', bytes: bytes(text) });
    if (!table.ok) throw new Error(table.reason);
    const [sheet] = table.sheets;
    if (sheet === undefined) throw new Error('no sheet');
    const guess = await mapColumnsJob({ sheet, parties: desk.parties().all });
    const part = { sheetAt: 0, sheet, guess, columns: guess.columns };
    const list = { file: 'x', sheets: [sheet], issues: [], parts: [part], handedOut: null };
    return { desk, guess, list };
  }

  it('the export needs no mapping step', async () => {
    const { guess, list } = await understood(EXPORT);
    expect(guess.form).toBe('indico-export');
    expect(isUnderstood(list, null)).toBe(true);
    expect(guess.columns).toMatchObject({
      ...{ fullName: 1, honorific: 2, email: 3, party: 4, institution: 5, jobTitle: 6 },
      ...{ modality: 7, receivedOn: 8, registrationState: 10 },
    });
    expect(Object.values(guess.columns)).not.toContain(0);
  });

  it('the export is read as it is: names as written, countries by caption, states as they stand', async () => {
    const { desk } = await understood(EXPORT);
    const { rows } = await desk.read('registrations.csv', bytes(EXPORT));
    const codes = new Map(desk.parties().all.map(({ id, code }) => [id, code]));
    expect(rows.map(({ party }) => codes.get(party ?? ''))).toEqual([
      ...['BIH', 'TUR', 'MMR', 'RUS', 'CIV'],
    ]);
    expect(rows.map(({ name }) => name.full)).toEqual([
      ...['Anna McTestova', 'Jan van der Berg', 'Ken Tameshi', "Ines d'Essai", 'Li Test'],
    ]);
    expect(rows.map(({ receivedOn }) => receivedOn)).toEqual([
      ...['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05'],
    ]);
    desk.take({ rows, counts: { new: 5, changed: 0, same: 0, conflict: 0, error: 0 } });
    expect(desk.list('nominations').map(({ state }) => state)).toEqual([
      ...['accepted', 'withdrawn', 'received', 'declined', 'received'],
    ]);
    expect((await desk.read('registrations.csv', bytes(EXPORT))).counts).toMatchObject({ same: 5 });
  });

  it('the form of six columns needs no mapping step, only the delegation that it does not name', async () => {
    const { desk, guess, list } = await understood(SIX);
    expect(guess).toMatchObject({ form: 'indico-six', headerRow: null });
    expect(isUnderstood(list, null)).toBe(false);
    const party = desk.list('parties').find(({ code }) => code === 'BGR')?.id ?? null;
    expect(isUnderstood(list, party)).toBe(true);
    const { rows } = await desk.read('six.csv', bytes(SIX), { defaultParty: party });
    expect(rows.map(({ name, verdict }) => [name.given, name.family, verdict])).toEqual([
      ['Anna', 'McTestova', 'new'],
      ['Jan', 'van der Berg', 'new'],
    ]);
    // A telephone number is recognised so that it is not taken for something else, and not read.
    expect(JSON.stringify(rows)).not.toContain('123456');
  });
});

/** Parts of a workbook as Excel itself writes them, put together by hand after the standard. */
function excelWorkbook(sheet: string, workbookProperties = ''): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}">${workbookProperties}<sheets><sheet name="Nominations &amp; more" sheetId="7" r:id="rId3"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="rId3" Type="${office}/worksheet" Target="/xl/worksheets/sheet7.xml"/><Relationship Id="rId1" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `${head}<sst xmlns="${main}" count="4" uniqueCount="4"><si><t>Name</t></si><si><r><t xml:space="preserve">Received </t></r><r><rPr><b/></rPr><t>on</t></r></si><si><t xml:space="preserve"> Testova&#10;Anna _x0041_</t></si><si><t>測試</t><rPh sb="0" eb="1"><t>そくし</t></rPh></si></sst>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="20" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet7.xml': `${head}<worksheet xmlns="${main}"><dimension ref="A1:D9"/><sheetData>${sheet}</sheetData></worksheet>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
  );
}

describe('a workbook as Excel writes it', () => {
  const SHEET =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
    '<row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" s="1"><v>45083</v></c><c r="C3" s="2"><v>45083.395833333336</v></c><c r="D3" s="3"><v>0.375</v></c></row>' +
    '<row r="4"><c r="A4" t="s"><v>3</v></c><c r="B4" t="str"><f t="shared" ref="B4:B5" si="0">A4&amp;"x"</f><v>測試x</v></c><c r="C4" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D4" t="b"><v>1</v></c></row>' +
    '<row r="5"><c r="A5" t="inlineStr"><is><t>inline</t></is></c><c r="B5" t="str"><f t="shared" si="0"/><v>inlinex</v></c><c r="C5"><v>1.2345678901234567E+19</v></c></row>';

  it('reads shared and rich texts, dates, times, formulas, errors', async () => {
    const result = await readWorkbook(excelWorkbook(SHEET));
    if (!result.ok) throw new Error(result.reason);
    expect(result.sheets).toEqual([
      {
        name: 'Nominations & more',
        rows: [
          ['Name', 'Received on'],
          [],
          [' Testova\nAnna A', '2023-06-06', '2023-06-06T09:30:00', '09:00:00'],
          ['測試', '測試x', '', 'TRUE'],
          ['inline', 'inlinex', '12345678901234567168'],
        ],
        firstLine: [1, 2, 3, 4, 5],
      },
    ]);
    expect(result.issues).toMatchObject([
      { code: 'formula-cached-value', value: 'B4', params: { count: 2 } },
      { code: 'error-cells', value: 'C4', params: { count: 1 } },
    ]);
  });

  it('reads the date system of 1904', async () => {
    const result = await readWorkbook(
      excelWorkbook(
        '<row r="1"><c r="A1" s="1"><v>43621</v></c></row>',
        '<workbookPr date1904="1"/>',
      ),
    );
    expect(result.ok && result.sheets[0]?.rows).toEqual([['2023-06-06']]);
  });
});

import { strFromU8, unzipSync } from 'fflate';
import { writeXlsx, type CellValue } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { MARK, SHEET_FIELDS } from '@shared/codecs/nomination-sheet/columns';
import { recogniseNominationSheet } from '@shared/codecs/nomination-sheet/recognise';
import { SHEET_WORDS } from '@shared/codecs/nomination-sheet/words';
import {
  SHEET_ROWS,
  writeNominationSheet,
  type NominationSheetSpec,
} from '@shared/codecs/nomination-sheet/write';
import { HEADER_NAMES } from '@shared/codecs/nominations/header-names';
import {
  capacityOf,
  genderOf,
  isHonorific,
  modalityOf,
  sourceKindOf,
} from '@shared/codecs/nominations/words';
import { foldLabel } from '@shared/codecs/table/fold-label';
import { readWorkbook } from '@shared/codecs/xlsx/read';
import { UN_LANGUAGES, type UnLanguage } from '@shared/domain/language';

const SPEC: NominationSheetSpec = {
  language: 'en',
  party: { code: 'BGR', name: 'Bulgaria' },
  meeting: { id: '01890000-0000-7000-8000-00000000aaaa', title: 'A meeting, of tests' },
  until: '2026-11-30',
  madeAt: '2026-11-22T00:00:00.000Z',
};

async function sheetsOf(bytes: Uint8Array) {
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok) throw new Error(workbook.reason);
  return workbook.sheets;
}

describe.each(UN_LANGUAGES)('the nomination sheet in %s', (language: UnLanguage) => {
  const words = SHEET_WORDS[language];

  it('says only what the reader of lists understands', () => {
    for (const [capacity, word] of Object.entries(words.capacities))
      expect(capacityOf(word), word).toBe(capacity);
    for (const [modality, word] of Object.entries(words.modalities))
      expect(modalityOf(word), word).toBe(modality);
    for (const [gender, word] of Object.entries(words.genders))
      expect(genderOf(word), word).toBe(gender);
    for (const [kind, word] of Object.entries(words.sourceKinds))
      expect(sourceKindOf(word), word).toBe(kind);
    for (const word of words.honorifics) expect(isHonorific(word), word).toBe(true);
  });

  it('has headings that are recognised without its mark, too', () => {
    for (const field of SHEET_FIELDS) {
      const known = HEADER_NAMES[field].map(foldLabel);
      expect(known, field).toContain(foldLabel(words.headings[field]));
    }
    expect(new Set(Object.values(words.headings).map(foldLabel)).size).toBe(SHEET_FIELDS.length);
  });

  it('comes back as it went out', async () => {
    const bytes = await writeNominationSheet({ ...SPEC, language });
    expect(recogniseNominationSheet(await sheetsOf(bytes))).toMatchObject({
      ...{ language, party: 'BGR', meeting: SPEC.meeting.id },
      mapping: {
        columns: Object.fromEntries(SHEET_FIELDS.map((field, column) => [field, column])),
      },
    });
  });
});

describe('the workbook', () => {
  it('offers lists for what can be chosen, the delegation among them', async () => {
    const parts = unzipSync(await writeNominationSheet(SPEC));
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const lists = [...xml.matchAll(/<dataValidation [^>]*sqref="([A-Z]+)\d+:/g)].map(
      ([, column]) => SHEET_FIELDS[(column ?? 'A').charCodeAt(0) - 65],
    );
    expect(lists).toEqual(['party', 'honorific', 'capacity', 'modality', 'gender', 'sourceKind']);
    expect(xml).toContain('<formula1>Lists!$A$1:$A$1</formula1>');
    expect(xml).toContain('<formula1>Lists!$C$1:$C$9</formula1>');
    const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
    expect(workbook.match(/state="veryHidden"/g)).toHaveLength(2);
  });

  it('is the same for the same input', async () => {
    const [one, two] = await Promise.all([writeNominationSheet(SPEC), writeNominationSheet(SPEC)]);
    expect(one).toEqual(two);
  });

  it('names whom it is for, until when, and has room', async () => {
    const [sheet] = await sheetsOf(await writeNominationSheet(SPEC));
    const rows = sheet?.rows ?? [];
    expect(rows.slice(0, 4).map((row) => row.slice(0, 2))).toEqual([
      ['Nomination sheet'],
      ['A meeting, of tests'],
      ['Delegation', 'Bulgaria'],
      ['Please return by', '2026-11-30'],
    ]);
    expect(rows.filter((row) => row[0] === 'Bulgaria')).toHaveLength(SHEET_ROWS);
  });
});

describe('a workbook that came back', () => {
  const edited = async (change: (rows: CellValue[][]) => CellValue[][], version = 1) => {
    const [sheet, , mark] = await sheetsOf(await writeNominationSheet(SPEC));
    const marked = (mark?.rows ?? []).map((row, at) => (at === 0 ? [MARK, version] : [...row]));
    const bytes = await writeXlsx({
      sheets: [
        { name: 'renamed', rows: change((sheet?.rows ?? []).map((row) => [...row])) },
        { name: 'x', rows: marked },
      ],
    });
    return recogniseNominationSheet(await sheetsOf(bytes));
  };

  it('has only the rows that somebody filled in', async () => {
    const read = await edited((rows) => {
      const header = rows.findIndex((row) => row.includes('Family name'));
      rows[header + 2] = ['Bulgaria', 'Ms', 'Testova', 'Anna'];
      return rows;
    });
    const filled = (read?.sheet.rows ?? []).slice((read?.mapping.headerRow ?? 0) + 1);
    expect(filled.filter((row) => row.length > 0)).toEqual([['Bulgaria', 'Ms', 'Testova', 'Anna']]);
  });

  it('may have columns moved, left out or put in, and rows above', async () => {
    const read = await edited((rows) => [
      ['Dear colleagues'],
      ...rows.map((row) => [null, ...row.slice(0, 4), 'own remark', ...row.slice(7)]),
    ]);
    expect(read?.mapping.columns).toMatchObject({ party: 1, familyName: 3, capacity: 6 });
    expect(read?.mapping.columns.institution).toBeUndefined();
  });

  it('without its headings, or of a later version, is a list like any other', async () => {
    expect(await edited((rows) => rows.filter((row) => !row.includes('Family name')))).toBeNull();
    expect(await edited((rows) => rows, 2)).toBeNull();
  });
});

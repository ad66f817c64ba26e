import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '@electron/bridge/file-name';

describe('a safe file name', () => {
  it.each([
    ['attendance 2023.xlsx', 'attendance 2023.xlsx'],
    ['Список участников.csv', 'Список участников.csv'],
    ['قائمة المشاركين.pdf', 'قائمة المشاركين.pdf'],
    ['e\u0301.csv', '\u00e9.csv'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\win.ini', 'win.ini'],
    ['a:b*c?"d<e>f|g.csv', 'a-b-c--d-e-f-g.csv'],
    ['  spaced  .csv ', 'spaced.csv'],
    ['trailing dots...', 'trailing dots'],
    ['CON', '_CON'],
    ['con.txt', '_con.txt'],
    ['LPT1.tar.gz', '_LPT1.tar.gz'],
    ['desktop.ini', '_desktop.ini'],
    ['conference.txt', 'conference.txt'],
    ['~$draft.docx', 'draft.docx'],
    ['_vti_x.csv', '-vti-x.csv'],
    ['invoice\u202Excod.exe', 'invoicexcod.exe'],
    ['line\nbreak\u0000.csv', 'linebreak.csv'],
    ['.csv', 'file.csv'],
    ['', 'file'],
    ['///', 'file'],
    ['...', 'file'],
  ])('%j becomes %j', (wanted, name) => expect(safeFileName(wanted)).toBe(name));

  it('is cut between characters, with its extension kept', () => {
    const family = '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}';
    const name = safeFileName(`${family.repeat(40)}.xlsx`);
    expect(name).toBe(`${family.repeat(9)}.xlsx`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
  });

  it('is a plain name on every system, whatever was asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (wanted) => {
        const name = safeFileName(wanted);
        expect(name).not.toMatch(/["*:<>?/\\|\p{Cc}]|^[\s~$]|[\s.]$/u);
        expect(Buffer.byteLength(name)).toBeGreaterThan(0);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
        expect(safeFileName(name)).toBe(name);
      }),
      { numRuns: 1000 },
    );
  });
});

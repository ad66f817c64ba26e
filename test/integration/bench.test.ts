import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openRegister } from '@electron/register/register';
import { MemoryRows, project } from '@shared/projections/project';
import { parseOptions } from '../bench/options';
import { nominationList } from '../bench/nomination-list';
import { sideBySide, tableOf, type Finding, type Measured } from '../bench/report';
import { fillWithMeeting, profileIn } from '../bench/stage/profiles';

const SEED = 20_261_121;
const SCALE = 0.01;
const folder = mkdtempSync(join(tmpdir(), 'rostrum-bench-test-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The table's lines as cells, without its head. */
const cellsOf = (measured: Measured): string[][] =>
  tableOf([measured])
    .split('\n')
    .slice(2)
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));

describe('the bench', () => {
  it('puts a load into the register of a profile, and everybody in it has attended', () => {
    const loaded = fillWithMeeting(folder, SEED, SCALE);
    const { register: place, backup } = profileIn(folder);
    const register = openRegister({
      folder: place,
      backupFolder: backup,
      actor: () => '01939a00-0000-7000-8000-000000000000',
      now: Date.now,
      machine: 'bench',
    });
    const { operations } = register.read(0, 20_000);
    register.close();
    expect(operations).toHaveLength(loaded.operations);
    const rows = new MemoryRows();
    for (const { operation } of operations) project(operation, rows);
    const seen = [...(rows.tables.get('attendance')?.values() ?? [])];
    const events = seen.flatMap((row) =>
      row.table === 'attendance' ? Object.values(row.e).flat() : [],
    );
    expect(loaded).toMatchObject({ participations: 200, events: 2400 });
    expect([seen.length, events.length]).toEqual([loaded.participations, loaded.events]);
    expect(rows.tables.get('people')?.size).toBe(loaded.people.length);
    // One session more is sitting now, in which nobody is yet.
    expect(rows.tables.get('sessions')?.size).toBe(13);
    expect(rows.tables.get('sessions')?.has(loaded.sitting ?? '')).toBe(true);
  });

  it('makes the same nomination list of the same seed', async () => {
    const list = await nominationList(SEED, SCALE);
    expect(await nominationList(SEED, SCALE)).toEqual(list);
    expect(list.length).toBeGreaterThan(5_000);
  });

  it.each([
    [['--scale', '10', '--only', 'search,import'], { scale: 10, only: ['search', 'import'] }],
    [['--quick'], { scale: 0.01, quick: true, only: [] }],
    [[], { scale: 1, seed: SEED, quick: false }],
  ])('understands %j', (args, expected) => {
    const parsed = parseOptions(args, ['search', 'import']);
    expect(parsed.ok && parsed.options).toMatchObject(expected);
  });

  it.each([[['--only', 'nothing']], [['--scale', 'ten']], [['--fast']]])('refuses %j', (args) => {
    expect(parseOptions(args, ['search']).ok).toBe(false);
  });

  it('prints each figure beside its baseline, its ratio and its bar', () => {
    const measured: Measured = {
      name: 'search',
      skipped: null,
      findings: [
        {
          what: 'a figure',
          value: 30,
          unit: 'ms',
          baseline: { value: 12, what: 'a plain loop' },
          bar: { text: '≤ 2×', met: false },
        },
      ],
    };
    expect(cellsOf(measured)).toEqual([
      ['a figure', '30.0 ms', '', '', '12.0 ms a plain loop', '2.50×', '≤ 2×', 'NO'],
    ]);
  });

  it('puts a figure with protection beside the same without, and says of which a bar is missed', () => {
    const figure = (value: number, met: boolean): Finding => ({
      ...{ what: 'a figure', value, unit: 'ms' },
      baseline: { value: 10, what: 'a plain loop' },
      bar: { text: '≤ 2×', met },
    });
    const [both] = sideBySide([figure(15, true)], [figure(30, false)]);
    const alone: Finding = { what: 'a lock', value: 2, unit: 's', protection: 'only' };
    const findings = [...(both === undefined ? [] : [both]), alone];
    expect(cellsOf({ name: 'some', skipped: null, findings })).toEqual([
      ['a figure', '15.0 ms', '30.0 ms', '2.00×', '10.0 ms a plain loop', '1.50× / 3.00×'].concat([
        '≤ 2×',
        'yes / NO',
      ]),
      ['a lock', '', '2.00 s', '', '', '', '', ''],
    ]);
    expect(() => sideBySide([figure(1, true)], [])).toThrow('measured only once');
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { written, type Unit } from './figures';
import type { Options } from './options';

/** One line of the table. Value and baseline are of the same run and have the same unit. */
export interface Finding {
  readonly what: string;
  readonly value: number;
  readonly unit: Unit;
  readonly baseline?: { readonly value: number; readonly what: string };
  /** What quality asks for, and whether it is so; none for orientation. */
  readonly bar?: { readonly text: string; readonly met: boolean };
  /** Anything that the figure needs to be understood. */
  readonly note?: string;
}

export interface Measured {
  readonly name: string;
  readonly findings: readonly Finding[];
  /** Why the measure was not taken; null when it was. */
  readonly skipped: string | null;
}

/** A bar on the value alone. */
export const below = (value: number, most: number, unit: Unit): NonNullable<Finding['bar']> => ({
  text: `< ${most} ${unit}`,
  met: value < most,
});

/** A bar on the ratio to the baseline. */
export const atMostTimes = (
  value: number,
  baseline: number,
  times: number,
): NonNullable<Finding['bar']> => ({ text: `≤ ${times}×`, met: value <= times * baseline });

const HEAD = ['what', 'measured', 'baseline', 'ratio', 'bar', 'met'] as const;

function cellsOf({ what, value, unit, baseline, bar }: Finding): string[] {
  return [
    what,
    written(value, unit),
    baseline === undefined ? '' : `${written(baseline.value, unit)} ${baseline.what}`,
    baseline === undefined || baseline.value === 0 ? '' : `${(value / baseline.value).toFixed(2)}×`,
    bar?.text ?? '',
    bar === undefined ? '' : bar.met ? 'yes' : 'NO',
  ];
}

/** The table as Markdown, aligned so that it reads on a console too. */
export function tableOf(all: readonly Measured[]): string {
  const rows = [[...HEAD], ...all.flatMap(({ findings }) => findings.map(cellsOf))];
  const widths = HEAD.map((_, at) => largestWidth(rows, at));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  const rule = widths.map((width) => '-'.repeat(width));
  return [line(head), line(rule), ...body.map(line)].join('\n');
}

const largestWidth = (rows: readonly string[][], at: number): number =>
  rows.reduce((most, cells) => Math.max(most, (cells[at] ?? '').length), 0);

/** Notes and what was not measured, as lines. */
export function remarksOf(all: readonly Measured[]): string[] {
  return all.flatMap(({ name, findings, skipped }) => [
    ...(skipped === null ? [] : [`${name}: not measured: ${skipped}`]),
    ...findings.flatMap(({ what, note }) => (note === undefined ? [] : [`${what}: ${note}`])),
  ]);
}

export function machineNote(browser: string): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return (
    `${platform()} ${arch()}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ` +
    `${memory} GB, Node ${process.versions.node}, ${browser}`
  );
}

export function writeJson(
  file: string,
  options: Options,
  machine: string,
  all: readonly Measured[],
): void {
  mkdirSync(dirname(file), { recursive: true });
  const made = { at: new Date().toISOString(), machine, ...options, measures: all };
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`);
}

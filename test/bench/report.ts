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
  /** The same with protection on; `only` where there is nothing to measure without it. */
  readonly protection?: 'only' | Pick<Finding, 'value' | 'baseline' | 'bar' | 'note'>;
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

/** Findings of the same measure without protection and with it, side by side. */
export function sideBySide(off: readonly Finding[], on: readonly Finding[]): Finding[] {
  return off.map((finding, at) => {
    const other = on[at];
    if (other?.what !== finding.what) throw new Error(`measured only once: ${finding.what}`);
    const { value, baseline, bar, note } = other;
    const rest = {
      ...(baseline === undefined ? {} : { baseline }),
      ...(bar === undefined ? {} : { bar }),
      ...(note === undefined ? {} : { note }),
    };
    return { ...finding, protection: { value, ...rest } };
  });
}

const HEAD = [
  ...(['what', 'without protection', 'with it', 'with ÷ without'] as const),
  ...(['baseline', 'ratio', 'bar', 'met'] as const),
];

function cellsOf(finding: Finding): string[] {
  const { what, value, unit, baseline, bar, protection } = finding;
  const only = protection === 'only';
  const on = only || protection === undefined ? null : protection;
  const cells = [
    only ? '' : written(value, unit),
    only ? written(value, unit) : on === null ? '' : written(on.value, unit),
    on === null || value === 0 ? '' : times(on.value / value),
  ];
  const compared =
    baseline === undefined
      ? ['', '']
      : [`${written(baseline.value, unit)} ${baseline.what}`, bothOf(finding, on, ratioOf)];
  return [what, ...cells, ...compared, bar?.text ?? '', bothOf(finding, on, metOf)];
}

type Figure = Pick<Finding, 'value' | 'baseline' | 'bar'>;

const times = (ratio: number): string => `${ratio.toFixed(2)}×`;
const ratioOf = ({ value, baseline }: Figure): string =>
  baseline === undefined || baseline.value === 0 ? '' : times(value / baseline.value);
const metOf = ({ bar }: Figure): string => (bar === undefined ? '' : bar.met ? 'yes' : 'NO');

/** Without and with protection, once where they say the same. */
function bothOf(off: Figure, on: Figure | null, say: (figure: Figure) => string): string {
  const texts = on === null ? [say(off)] : [say(off), say(on)];
  return [...new Set(texts)].join(' / ');
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

function notesOf({ what, note, protection }: Finding): string[] {
  const on = typeof protection === 'object' ? protection.note : undefined;
  return [
    ...(note === undefined ? [] : [`${what}: ${note}`]),
    ...(on === undefined ? [] : [`${what} (with protection): ${on}`]),
  ];
}

/** Notes and what was not measured, as lines. */
export function remarksOf(all: readonly Measured[]): string[] {
  return all.flatMap(({ name, findings, skipped }) => [
    ...(skipped === null ? [] : [`${name}: not measured: ${skipped}`]),
    ...findings.flatMap(notesOf),
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

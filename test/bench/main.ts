import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at, Plain } from '../../scripts/lib/project.mjs';
import { MEASURES } from './measures/all';
import type { Measure } from './measures/measure';
import { parseOptions } from './options';
import { machineNote, remarksOf, tableOf, writeJson, type Measured } from './report';
import { Stage } from './stage/stage';

const RESULT = at('test-results', 'bench.json');

/** Takes the measures asked for, one after another. @throws when one could not be taken */
export async function bench(args: readonly string[], browser: string): Promise<number> {
  const names = MEASURES.map(({ name }) => name);
  const parsed = parseOptions(args, names);
  if (!parsed.ok) throw new Plain(`${parsed.why}\nMeasures:\n${describe(MEASURES)}`);
  const { options } = parsed;
  const { only, scale, seed } = options;
  const wanted = MEASURES.filter(({ name }) => only.length === 0 || only.includes(name));
  const all: Measured[] = [];
  const stage = await Stage.open(options, mkdtempSync(join(tmpdir(), 'rostrum-bench-')), browser);
  console.log(`bench: scale ${scale}, seed ${seed}`);
  try {
    for (const measure of wanted) all.push(await take(measure, stage));
  } finally {
    await stage.close();
  }
  const machine = machineNote(stage.browserVersion());
  console.log(`\n${tableOf(all)}\n`);
  for (const remark of remarksOf(all)) console.log(`- ${remark}`);
  console.log(`\n${machine}\nscale ${scale}, seed ${seed}; written to test-results/bench.json`);
  writeJson(RESULT, options, machine, all);
  return 0;
}

async function take(measure: Measure, stage: Stage): Promise<Measured> {
  const { name, upTo } = measure;
  if (upTo !== undefined && stage.options.scale > upTo.scale) {
    console.log(`${name}: skipped: ${upTo.because}`);
    return { name, findings: [], skipped: upTo.because };
  }
  const started = performance.now();
  console.log(`${name}: ${measure.about} …`);
  const findings = await measure.take(stage);
  console.log(`  taken in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  const measured = { name, findings, skipped: null };
  // Whoever ends a long run early has what was taken.
  console.log(tableOf([measured]));
  for (const remark of remarksOf([measured])) console.log(`- ${remark}`);
  return measured;
}

const describe = (measures: readonly Measure[]): string =>
  measures.map(({ name, about }) => `  ${name}: ${about}`).join('\n');

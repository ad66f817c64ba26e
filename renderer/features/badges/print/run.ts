import { recordPrint } from '@shared/domain/badge/decide';
import { newBadgeCode } from '@shared/domain/badge/code';
import { labelsOf, type Sheet } from '@shared/codecs/badges/sheets';
import type { Logo } from '@shared/codecs/badges/draw';
import { headIds } from '@shared/projections/record';
import type { RecordRow } from '@shared/projections/row';
import { bridge } from '../../../bridge/client';
import { act, decisionContext } from '../../../db/act';
import type { Store } from '../../../db/store';
import { saveFile } from '../../files';
import { compose } from '../compose';
import { readLogo } from '../logo/read';
import { readBadgeWorld } from '../use-badges';
import { badgeDesk } from './desk';
import { planPrint, type PlanRequest, type PrintItem, type PrintJob } from './plan';

/** Labels in one file: a printer that jams spoils one file, and the browser prints it in seconds. */
const LABELS_IN_A_FILE = 500;

export interface PrintOrder extends PlanRequest {
  readonly meeting: string;
  readonly sheet: Sheet;
  readonly startAt: number;
  /** The file's name, without its ending; of several files, `part` counts from 1. */
  readonly fileName: (part: number, parts: number) => string;
}

export interface PrintProgress {
  /** Labels drawn so far, of all. */
  readonly done: number;
  readonly total: number;
}

/** Why printing stopped. Files that were saved before are recorded, and hold. */
export type PrintStop =
  | 'cancelled'
  | 'no-browser'
  | 'timed-out'
  | 'disk-full'
  | 'not-allowed'
  | 'not-permitted'
  | 'not-recorded'
  | 'failed';

export type PrintResult =
  | {
      readonly ok: true;
      readonly printed: number;
      readonly files: readonly string[];
      /** Texts that had no room even in the smallest letters. */
      readonly shortened: readonly string[];
    }
  | { readonly ok: false; readonly reason: 'reason-missing'; readonly items: readonly PrintItem[] }
  | { readonly ok: false; readonly reason: 'nothing' }
  | {
      readonly ok: false;
      readonly reason: PrintStop;
      /** Labels in files that were saved and recorded. */
      readonly printed: number;
      readonly total: number;
      /** For `not-recorded`: the file that nobody may use. */
      readonly file: string | null;
    };

/**
 * Prints badges into files, one after the other: drawn, made a PDF, saved, and only then written into
 * the log together with the codes that it brought into the world. Whatever goes wrong on the way
 * leaves nothing half done: a file is saved and recorded, or neither.
 *
 * One order after the other, in all windows: what is asked for twice within a moment would get two
 * codes that both hold, and neither would be known to be the second.
 */
export function printBadges(
  store: Store,
  order: PrintOrder,
  signal: AbortSignal,
  onProgress: (progress: PrintProgress) => void,
): Promise<PrintResult> {
  return inTurn(() => printNow(store, order, signal, onProgress));
}

let lastHere: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if ('locks' in navigator) return navigator.locks.request('rostrum-print', work);
  const next = lastHere.then(work);
  lastHere = next.catch(() => undefined);
  return next;
}

async function printNow(
  store: Store,
  order: PrintOrder,
  signal: AbortSignal,
  onProgress: (progress: PrintProgress) => void,
): Promise<PrintResult> {
  const world = await readBadgeWorld(store, order.meeting);
  if (world === null) return { ok: false, reason: 'nothing' };
  const rows = await store.collections.load('badges', null);
  const plan = planPrint(world, order, {
    context: decisionContext(),
    newCode: () => newBadgeCode((count) => crypto.getRandomValues(new Uint8Array(count))),
    headsOf: (badge, fields) => {
      const row = rows.get(badge);
      return row === undefined ? [] : headIds(row as RecordRow, fields);
    },
  });
  if (!plan.ok) return plan;
  const [logo, desk] = await Promise.all([readLogo(world.meeting.logo), badgeDesk()]);
  const files = filesOf(plan.jobs, order.sheet, order.startAt);
  const total = plan.jobs.length;
  const shortened = new Set<string>();
  const saved: string[] = [];
  let printed = 0;
  for (const [at, { jobs, startAt }] of files.entries()) {
    const before = printed;
    const one = await printFile(store, order, jobs, {
      ...{ logo, desk, startAt, signal, name: order.fileName(at + 1, files.length) },
      onDone: (done) => onProgress({ done: before + done, total }),
    });
    if (!one.ok) {
      return { ok: false, reason: one.reason, printed, total, file: one.file ?? null };
    }
    for (const text of one.shortened) shortened.add(text);
    saved.push(one.file);
    printed += jobs.length;
  }
  return { ok: true, printed, files: saved, shortened: [...shortened] };
}

/** Whole sheets to a file, the first of them begun where the order says. */
function filesOf(
  jobs: readonly PrintJob[],
  sheet: Sheet,
  startAt: number,
): { readonly jobs: readonly PrintJob[]; readonly startAt: number }[] {
  const labels = labelsOf(sheet);
  const whole = Math.max(1, Math.floor(LABELS_IN_A_FILE / labels)) * labels;
  const files: { jobs: readonly PrintJob[]; startAt: number }[] = [];
  let first = Math.min(startAt, labels - 1);
  for (let at = 0; at < jobs.length;) {
    const some = jobs.slice(at, at + whole - first);
    files.push({ jobs: some, startAt: first });
    at += some.length;
    first = 0;
  }
  return files;
}

interface FileOptions {
  readonly logo: Logo | null;
  readonly desk: string | null;
  readonly startAt: number;
  readonly signal: AbortSignal;
  readonly name: string;
  readonly onDone: (labels: number) => void;
}

type FileResult =
  | { readonly ok: true; readonly file: string; readonly shortened: readonly string[] }
  | { readonly ok: false; readonly reason: PrintStop; readonly file?: string };

async function printFile(
  store: Store,
  order: PrintOrder,
  jobs: readonly PrintJob[],
  { logo, desk, startAt, signal, name, onDone }: FileOptions,
): Promise<FileResult> {
  try {
    const { sheet, template, language } = order;
    const { html, shortened } = await compose(
      {
        ...{ template, sheet, startAt, language, logo, title: name },
        contents: jobs.map(({ content }) => content),
      },
      signal,
      onDone,
    );
    const { width, height } = sheet.page;
    const pageSize = { widthMm: width, heightMm: height };
    const pdf = await bridge.print.pdf({ html, landscape: false, pageSize });
    if (signal.aborted) return { ok: false, reason: 'cancelled' };
    if (!pdf.ok) {
      return { ok: false, reason: pdf.reason === 'not-self-contained' ? 'failed' : pdf.reason };
    }
    const saved = await saveFile(`${name}.pdf`, pdf.bytes);
    if (saved.state !== 'saved') return { ok: false, reason: saved.why };
    const recorded = await record(store, order, jobs, desk);
    if (recorded !== null) return { ok: false, reason: recorded, file: saved.name };
    return { ok: true, file: saved.name, shortened };
  } catch {
    return { ok: false, reason: signal.aborted ? 'cancelled' : 'failed' };
  }
}

/** Writes a saved file's codes and lines of the log, all in one act; `null`: it is done. */
async function record(
  store: Store,
  { meeting, again }: PrintOrder,
  jobs: readonly PrintJob[],
  desk: string | null,
): Promise<PrintStop | null> {
  const log = await store.list('prints', meeting);
  const done = await act(store, (context) => {
    const printed = recordPrint(
      context,
      jobs.map(({ printing }) => printing),
      { meeting, desk, reason: again?.reason ?? '', log },
    );
    if (!printed.ok) return printed;
    return { ok: true, drafts: [...jobs.flatMap(({ drafts }) => drafts), ...printed.drafts] };
  });
  return done.ok ? null : 'not-recorded';
}

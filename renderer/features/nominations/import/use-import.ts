import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue, Refusal } from '@shared/codecs/issue';
import type { DayOrder } from '@shared/codecs/nominations/dates';
import type { NominationGuess } from '@shared/codecs/nominations/guess';
import type { NominationField } from '@shared/codecs/nominations/header-names';
import type { NominationList } from '@shared/codecs/nominations/types';
import type { Sheet } from '@shared/codecs/table/sheet';
import { foldName } from '@shared/matching/fold';
import { useStore } from '../../../db/hooks';
import { announce } from '../../../ui/announcer';
import { toast } from '../../../ui/toasts';
import { runJob } from '../../../workers/run-job';
import type { OpenedFile } from '../../files';
import { planned, today } from '../defaults';
import type { KnownParties } from '../known-parties';
import { loadKnownNominees } from '../known-people';
import type { WholeList } from '../take-over';
import { lastDayOf, type NominationsModel } from '../use-nominations';

/** A file that was opened, and what its chosen sheet was taken for. */
export interface OpenedList {
  readonly file: string;
  readonly sheets: readonly Sheet[];
  readonly issues: readonly Issue[];
  readonly sheetAt: number;
  readonly sheet: Sheet;
  readonly guess: NominationGuess;
  /** As guessed, and as corrected by hand. */
  readonly columns: Columns;
}

export type Columns = Readonly<Partial<Record<NominationField, number>>>;

/** What a human said about the list while looking at its rows. */
export interface Answers {
  /** Folded text → id of the party. */
  readonly settled: ReadonlyMap<string, string>;
  readonly dayOrder: DayOrder | null;
}

export type Step =
  | { readonly kind: 'file' }
  | { readonly kind: 'refused'; readonly file: string; readonly refusal: Refusal }
  | { readonly kind: 'columns'; readonly list: OpenedList }
  | {
      readonly kind: 'preview';
      readonly list: OpenedList;
      readonly read: NominationList;
      readonly answers: Answers;
    };

/** Work in a worker, and the way to end it. */
export interface Working {
  readonly what: 'opening' | 'mapping' | 'checking';
  readonly file: string;
  /** Rows it is about, when that is known. */
  readonly rows: number;
  readonly cancel: () => void;
}

const NO_ANSWERS: Answers = { settled: new Map(), dayOrder: null };

/** The rows from which columns are guessed: the head of the sheet, and enough below it. */
const GUESS_ROWS = 600;

function headOf(sheet: Sheet): Sheet {
  return {
    ...sheet,
    rows: sheet.rows.slice(0, GUESS_ROWS),
    firstLine: sheet.firstLine.slice(0, GUESS_ROWS),
  };
}

function largest(sheets: readonly Sheet[]): number {
  return sheets.reduce(
    (best, { rows }, at) => (rows.length > (sheets[best]?.rows.length ?? 0) ? at : best),
    0,
  );
}

/**
 * A list on its way in: opened, its columns understood, its rows compared. Everything heavy runs in
 * a worker that a cancel ends; nothing is stored before the list is taken over.
 */
export function useImport(model: NominationsModel, parties: KnownParties) {
  const { t } = useTranslation('nominations');
  const store = useStore();
  const [step, setStep] = useState<Step>({ kind: 'file' });
  const [working, setWorking] = useState<Working | null>(null);
  const [whole, setWhole] = useState<WholeList>(() => ({
    ...{ party: null, capacity: 'representative', accept: true },
    modality: planned(model.meeting),
    receivedOn: today(),
  }));
  const stop = useRef<AbortController | null>(null);

  /** Runs one piece of work; a newer one ends the one before. */
  const work = (
    doing: Omit<Working, 'cancel'>,
    run: (signal: AbortSignal) => Promise<Step | null>,
  ): void => {
    stop.current?.abort();
    const controller = new AbortController();
    stop.current = controller;
    setWorking({ ...doing, cancel: () => controller.abort() });
    run(controller.signal)
      .then((next) => {
        if (next !== null && !controller.signal.aborted) setStep(next);
      })
      .catch((error: unknown) => {
        if (controller.signal.aborted) return;
        const detail = error instanceof Error ? error.message : String(error);
        toast(t('import.failed', { detail }), { tone: 'bad' });
      })
      .finally(() => {
        if (stop.current === controller) setWorking(null);
      });
  };

  const known = parties.all;

  const mapped = async (
    opened: Pick<OpenedList, 'file' | 'sheets' | 'issues' | 'sheetAt'>,
    headerRow: number | null | undefined,
    signal: AbortSignal,
  ): Promise<Step | null> => {
    const sheet = opened.sheets[opened.sheetAt];
    if (sheet === undefined) return null;
    const input = { sheet: headOf(sheet), parties: known };
    const guess = await runJob(
      'mapNominationColumns',
      headerRow === undefined ? input : { ...input, headerRow },
      signal,
    );
    return { kind: 'columns', list: { ...opened, sheet, guess, columns: guess.columns } };
  };

  const open = ({ name, bytes }: OpenedFile): void => {
    work({ what: 'opening', file: name, rows: 0 }, async (signal) => {
      const table = await runJob('openTable', { name, bytes }, signal);
      if (!table.ok) return { kind: 'refused', file: name, refusal: table };
      const { sheets, issues } = table;
      return mapped({ file: name, sheets, issues, sheetAt: largest(sheets) }, undefined, signal);
    });
  };

  const remap = (list: OpenedList, sheetAt: number, headerRow?: number | null): void => {
    const { file, sheets, issues } = list;
    work({ what: 'mapping', file, rows: sheets[sheetAt]?.rows.length ?? 0 }, (signal) =>
      mapped({ file, sheets, issues, sheetAt }, headerRow, signal),
    );
  };

  const check = (list: OpenedList, answers: Answers): void => {
    const { file, sheet, guess, columns } = list;
    work({ what: 'checking', file, rows: sheet.rows.length }, async (signal) => {
      const existing = await loadKnownNominees(store, model.meeting.id);
      const read = await runJob(
        'readNominations',
        {
          ...{ sheet, existing, parties: known },
          mapping: { headerRow: guess.headerRow, columns },
          ...answers,
          defaultParty: whole.party,
          lastDay: lastDayOf(model.meeting),
        },
        signal,
      );
      tellCounts(read);
      return { kind: 'preview', list, read, answers };
    });
  };

  const tellCounts = ({ rows, counts }: NominationList): void => {
    const { changed, same, conflict, error } = counts;
    announce(
      t('import.previewReady', {
        ...{ all: rows.length, added: counts.new, changed, same },
        blocked: conflict + error,
      }),
    );
  };

  return {
    ...{ step, working, whole, setWhole, open, remap },
    startAgain: () => setStep({ kind: 'file' }),
    setColumns: (columns: Columns) =>
      setStep((now) => (now.kind === 'columns' ? { ...now, list: { ...now.list, columns } } : now)),
    preview: (list: OpenedList, answers: Answers = NO_ANSWERS) => check(list, answers),
    toColumns: () =>
      setStep((now) => (now.kind === 'preview' ? { kind: 'columns', list: now.list } : now)),
    /** One answer holds for every row with this text. */
    settle: (text: string, party: string) => {
      if (step.kind !== 'preview') return;
      const settled = new Map(step.answers.settled).set(foldName(text), party);
      check(step.list, { ...step.answers, settled });
    },
    answerDates: (dayOrder: DayOrder | null) => {
      if (step.kind === 'preview') check(step.list, { ...step.answers, dayOrder });
    },
    /** Ends whatever is being worked out; what was there before stays. */
    end: () => stop.current?.abort(),
  };
}

export type Import = ReturnType<typeof useImport>;

import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  withChoices,
  withTake,
  type BulkTake,
  type Choice,
  type Choices,
} from '@shared/codecs/nominations/choice';
import type { DayOrder } from '@shared/codecs/nominations/dates';
import type { NominationField } from '@shared/codecs/nominations/header-names';
import type { NominationList, NominationRow } from '@shared/codecs/nominations/types';
import { foldName } from '@shared/matching/fold';
import { useStore } from '../../../db/hooks';
import { announce } from '../../../ui/announcer';
import { toast } from '../../../ui/toasts';
import { today } from '../../../ui/today';
import type { MapColumnsInput } from '../../../workers/jobs/read-nominations';
import { KeptWorker } from '../../../workers/kept-worker';
import { runJob } from '../../../workers/run-job';
import type { OpenedFile } from '../../files';
import { planned } from '../defaults';
import type { KnownParties } from '../known-parties';
import type { WholeList } from '../take-over';
import { lastDayOf, type NominationsModel } from '../use-nominations';
import {
  headOf,
  isUnderstood,
  largest,
  NO_ANSWERS,
  type Answers,
  type Columns,
  type ListPart,
  type OpenedList,
  type Step,
} from './import-step';
import { ListReader } from './list-reader';
import { useProfiles } from './use-profiles';

/** Work in a worker, and the way to end it. */
export interface Working {
  readonly what: 'opening' | 'mapping' | 'checking';
  readonly file: string;
  /** Rows it is about, when that is known. */
  readonly rows: number;
  readonly cancel: () => void;
}

const rowsOf = ({ parts }: OpenedList): number =>
  parts.reduce((sum, { sheet }) => sum + sheet.rows.length, 0);

/**
 * A list on its way in: opened, its columns understood, its rows compared. Everything heavy runs in
 * a worker that a cancel ends; nothing is stored before the list is taken over.
 */
export function useImport(model: NominationsModel, parties: KnownParties) {
  const { t } = useTranslation('nominations');
  const store = useStore();
  const profiles = useProfiles();
  const [step, setStep] = useState<Step>({ kind: 'file' });
  const [working, setWorking] = useState<Working | null>(null);
  const [whole, setWhole] = useState<WholeList>(() => ({
    ...{ party: null, capacity: 'representative', accept: true },
    modality: planned(model.meeting),
    receivedOn: today(),
  }));
  const stop = useRef<AbortController | null>(null);
  const [reader] = useState(() => new ListReader(store, model.meeting.id, () => new KeptWorker()));
  /** What the rows that are shown were last compared with. */
  const compared = useRef(NO_ANSWERS);

  const end = useCallback((): void => {
    stop.current?.abort();
    reader.end();
  }, [reader]);
  useEffect(() => end, [end]);

  /** What was to be compared was not: the rows stand for what was said before. */
  const takeBack = (): void =>
    setStep((now) => (now.kind === 'preview' ? { ...now, answers: compared.current } : now));

  /** Runs one piece of work; a newer one ends the one before. */
  const work = (
    doing: Omit<Working, 'cancel'>,
    run: (signal: AbortSignal) => Promise<Step | null>,
  ): void => {
    stop.current?.abort();
    const controller = new AbortController();
    stop.current = controller;
    const cancel = (): void => {
      controller.abort();
      takeBack();
    };
    setWorking({ ...doing, cancel });
    run(controller.signal)
      .then((next) => {
        if (next === null || controller.signal.aborted) return;
        if (next.kind === 'preview') compared.current = next.answers;
        // What was decided while the rows were compared again stays decided.
        setStep((now) =>
          next.kind === 'preview' && now.kind === 'preview'
            ? { ...next, choices: now.choices }
            : next,
        );
      })
      .catch((error: unknown) => {
        if (controller.signal.aborted) return;
        takeBack();
        const detail = error instanceof Error ? error.message : String(error);
        toast(t('import.failed', { detail }), { tone: 'bad' });
      })
      .finally(() => {
        if (stop.current === controller) setWorking(null);
      });
  };

  const known = parties.all;

  const partOf = async (
    { sheets }: Pick<OpenedList, 'sheets'>,
    sheetAt: number,
    headerRow: number | null | undefined,
    signal: AbortSignal,
  ): Promise<ListPart | null> => {
    const sheet = sheets[sheetAt];
    if (sheet === undefined) return null;
    const input: MapColumnsInput = {
      ...{ sheet: headOf(sheet), parties: known, profiles: profiles.all },
      ...(headerRow === undefined ? {} : { headerRow }),
    };
    const guess = await runJob('mapNominationColumns', input, signal);
    return { sheetAt, sheet, guess, columns: guess.columns };
  };

  const read = async (list: OpenedList, answers: Answers, signal: AbortSignal) => {
    const { handedOut } = list;
    const party = known.find(({ code }) => code === handedOut?.party)?.id;
    const parts = list.parts.map(({ sheet, guess, columns }) => ({
      ...{ sheet, mapping: { headerRow: guess.headerRow, columns } },
      ...(party === undefined ? {} : { party }),
    }));
    const rows = await reader.read(
      {
        ...{ parts, parties: known, ...answers },
        defaultParty: whole.party,
        lastDay: lastDayOf(model.meeting),
      },
      signal,
    );
    tellCounts(rows);
    return rows;
  };

  const open = ({ name, bytes }: OpenedFile): void => {
    work({ what: 'opening', file: name, rows: 0 }, async (signal) => {
      const table = await runJob('openTable', { name, bytes }, signal);
      if (!table.ok) return { kind: 'refused', file: name, refusal: table };
      const { sheets, issues, handedOut } = table;
      const headerRow = handedOut?.mapping.headerRow;
      const part = await partOf({ sheets }, largest(sheets), headerRow, signal);
      if (part === null) return null;
      const columns = handedOut?.mapping.columns ?? part.columns;
      const parts = [{ ...part, columns }];
      const list: OpenedList = { file: name, sheets, issues, handedOut, parts };
      if (!isUnderstood(list, whole.party)) return { kind: 'columns', list };
      const rows = await read(list, NO_ANSWERS, signal);
      return { kind: 'preview', list, read: rows, answers: NO_ANSWERS, choices: new Map() };
    });
  };

  /** Understands worksheets anew; `null` leaves one out. */
  const remap = (
    list: OpenedList,
    part: number,
    sheetAt: number | null,
    headerRow?: number | null,
  ): void => {
    const { file, sheets } = list;
    const rows = sheetAt === null ? 0 : (sheets[sheetAt]?.rows.length ?? 0);
    work({ what: 'mapping', file, rows }, async (signal) => {
      const made = sheetAt === null ? null : await partOf(list, sheetAt, headerRow, signal);
      const parts = list.parts.toSpliced(part, 1, ...(made === null ? [] : [made]));
      return { kind: 'columns', list: { ...list, parts, handedOut: null } };
    });
  };

  const check = (list: OpenedList, answers: Answers): void => {
    work({ what: 'checking', file: list.file, rows: rowsOf(list) }, async (signal) => {
      const rows = await read(list, answers, signal);
      return { kind: 'preview', list, read: rows, answers, choices: new Map() };
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

  /** Takes a correction over: only what it can change is read again. */
  const correct = (change: Partial<Answers>): void => {
    if (step.kind !== 'preview') return;
    const { list } = step;
    const answers = { ...step.answers, ...change };
    setStep({ ...step, answers });
    work({ what: 'checking', file: list.file, rows: rowsOf(list) }, async (signal) => {
      const { edits, settled } = answers;
      const corrected = await reader.correct({ edits, settled }, known);
      signal.throwIfAborted();
      if (corrected !== null) tellCounts(corrected);
      const rows = corrected ?? (await read(list, answers, signal));
      return { kind: 'preview', list, read: rows, answers, choices: new Map() };
    });
  };

  const decide = useCallback(
    (next: (choices: Choices) => Choices): void =>
      setStep((now) => (now.kind === 'preview' ? { ...now, choices: next(now.choices) } : now)),
    [],
  );
  /** One decision about many rows; `null`: each follows its verdict again. */
  const chooseAll = useCallback(
    (rows: readonly NominationRow[], take: BulkTake | null) =>
      decide((choices) => withTake(choices, rows, take)),
    [decide],
  );
  /** What was decided of these rows before. */
  const chooseAgain = useCallback(
    (rows: readonly NominationRow[], before: Choices) =>
      decide((choices) => withChoices(choices, rows, before)),
    [decide],
  );

  return {
    ...{ step, working, whole, setWhole, open, remap, profiles },
    startAgain: () => setStep({ kind: 'file' }),
    setColumns: (part: number, columns: Columns) =>
      setStep((now) => {
        const own = now.kind === 'columns' ? now.list.parts[part] : undefined;
        if (now.kind !== 'columns' || own === undefined) return now;
        const parts = now.list.parts.with(part, { ...own, columns });
        return { ...now, list: { ...now.list, parts } };
      }),
    preview: (list: OpenedList) => check(list, NO_ANSWERS),
    toColumns: () =>
      setStep((now) => (now.kind === 'preview' ? { kind: 'columns', list: now.list } : now)),
    /** One answer holds for every row with this text. */
    settle: (text: string, party: string) => {
      if (step.kind === 'preview')
        correct({ settled: new Map(step.answers.settled).set(foldName(text), party) });
    },
    answerDates: (dayOrder: DayOrder | null) => {
      if (step.kind === 'preview') check(step.list, { ...step.answers, dayOrder });
    },
    /** A cell as it should have been; the rows are validated again at once. */
    edit: (row: string, field: NominationField, text: string) => {
      if (step.kind !== 'preview') return;
      const own = { ...step.answers.edits.get(row), [field]: text };
      correct({ edits: new Map(step.answers.edits).set(row, own) });
    },
    /** The row as the file has it. */
    unedit: (row: string) => {
      if (step.kind !== 'preview') return;
      const edits = new Map(step.answers.edits);
      edits.delete(row);
      correct({ edits });
    },
    /** What becomes of a row; `null`: what its verdict says. */
    choose: (row: string, choice: Choice | null) =>
      decide((choices) => {
        const next = new Map(choices);
        if (choice === null) next.delete(row);
        else next.set(row, choice);
        return next;
      }),
    ...{ chooseAll, chooseAgain },
    /** Ends whatever is being worked out; what was there before stays. */
    end,
  };
}

export type Import = ReturnType<typeof useImport>;

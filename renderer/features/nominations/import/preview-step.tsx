import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settledRow } from '@shared/codecs/nominations/choice';
import type { NominationRow, Verdict } from '@shared/codecs/nominations/types';
import { formatNumber } from '@shared/i18n/format';
import { useRefusal } from '@renderer/features/operators';
import { toast } from '../../../ui/toasts';
import type { TableText } from '../../../ui/table-text';
import { WorkProgress } from '../../../ui/work-progress';
import type { KnownParties } from '../known-parties';
import { useIssueWords } from '../use-issue-words';
import { ExportDialog } from '../parts/export-dialog';
import type { TakeBack } from '../use-take-back';
import type { NominationsModel } from '../use-nominations';
import { AskDates } from './ask-dates';
import { BulkChoice } from './bulk-choice';
import { FileNotes } from './file-notes';
import type { Step } from './import-step';
import { Meant } from './meant';
import { PreviewTable } from './preview-table';
import { RowDetail } from './row-detail';
import { SettleParties } from './settle-parties';
import { TakeBar } from './take-bar';
import { VerdictCounts, type ShownRows } from './verdict-counts';
import type { Import } from './use-import';
import type { TakeOver } from './use-take-over';
import classes from './import.module.css';

interface Props {
  readonly task: Import;
  readonly step: Extract<Step, { kind: 'preview' }>;
  readonly model: NominationsModel;
  readonly parties: KnownParties;
  readonly takeBack: TakeBack;
  readonly takeOver: TakeOver;
  readonly onDone: () => void;
}

const NO_HEADINGS: readonly string[] = [];
const NO_COLUMNS = {};
const NO_ROWS: readonly NominationRow[] = [];
const NONE_MARKED: ReadonlySet<string> = new Set();

type Preview = Props['step'];

/** Rows as they were decided on: what is taken over, and how much stands in the way. */
function useDecided({ read, choices }: Preview) {
  return useMemo(() => {
    const rows = read.rows.map((row) => settledRow(row, choices.get(row.key)));
    const taken = rows.filter((row) => row !== null && row !== 'open');
    const of = (verdict: Verdict) => taken.filter((row) => row.verdict === verdict).length;
    return {
      ...{ taken, added: of('new'), changed: of('changed') },
      blocked: rows.filter((row) => row === 'open').length,
    };
  }, [read, choices]);
}

/** Every row with its verdict, the questions that the list leaves open, and the one act. */
export function PreviewStep({ task, step, model, parties, takeBack, takeOver, onDone }: Props) {
  const { t, i18n } = useTranslation('nominations');
  const refusal = useRefusal();
  const { list, read, answers, choices } = step;
  const decided = useDecided(step);
  const { rows, counts } = read;
  const [shown, setShown] = useState<ShownRows | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const [leaveOut, setLeaveOut] = useState(false);
  const [marked, setMarked] = useState(NONE_MARKED);
  const [listed, setListed] = useState(NO_ROWS);
  const [exported, setExported] = useState<TableText | null>(null);
  const { take, taking } = takeOver;
  const row = rows.find((one) => one.key === opened);
  const part = list.parts[row?.part ?? 0];
  const headings =
    part === undefined || part.guess.headerRow === null
      ? NO_HEADINGS
      : (part.sheet.rows[part.guess.headerRow] ?? NO_HEADINGS);
  const words = useIssueWords(parties, headings, part?.columns ?? NO_COLUMNS);
  const filter = shown ?? firstShown(counts);
  const visible = useMemo(() => rows.filter((one) => isShown(one, filter)), [rows, filter]);
  const taken = decided.taken.length;
  // What is not shown is not decided upon, though it stays marked.
  const chosen = useMemo(() => listed.filter(({ key }) => marked.has(key)), [listed, marked]);

  const show = (next: ShownRows) => {
    setShown(next);
    setOpened(null);
  };

  const takeAll = () => {
    const { file } = list;
    take({ file, rows: decided.taken, whole: task.whole, settled: answers.settled })
      .then(({ result, importId }) => {
        if (!result.ok) {
          toast(refusal(result) ?? t('notSaved'), { tone: 'bad' });
          return;
        }
        const number = (value: number) => formatNumber(value, i18n.language);
        const message = t('import.taken', {
          added: number(decided.added),
          changed: number(decided.changed),
        });
        const undo =
          importId === null
            ? {}
            : {
                action: {
                  label: t('import.undo'),
                  run: () => takeBack.undo(importId),
                },
              };
        toast(message, undo);
        onDone();
      })
      .catch(() => toast(t('notSaved'), { tone: 'bad' }));
  };

  if (taking) {
    return (
      <section className={classes.taking}>
        <WorkProgress
          label={t('import.taking', { count: taken, number: formatNumber(taken, i18n.language) })}
          done={taken}
          total={null}
        />
        <p className={classes.quiet}>{t('import.takingHint')}</p>
      </section>
    );
  }
  return (
    <div className={classes.stepBody} aria-busy={task.working !== null}>
      <Meant task={task} list={list} meeting={model.meeting} />
      <FileNotes list={list} />
      <AskDates read={read} order={answers.dayOrder} onAnswer={task.answerDates} />
      <SettleParties
        read={read}
        answers={answers}
        parties={parties}
        busy={task.working !== null}
        onSettle={task.settle}
      />
      <VerdictCounts read={read} shown={filter} onShow={show} />
      <div className={classes.previewGrid} data-open={row !== undefined || undefined}>
        <PreviewTable
          rows={visible}
          choices={choices}
          sheets={list.parts.length > 1}
          words={words}
          parties={parties}
          selected={opened}
          compact={row !== undefined}
          marked={{ selected: marked, onChange: setMarked }}
          onShown={setListed}
          toolbar={
            <BulkChoice
              rows={chosen.length > 0 ? chosen : listed}
              marked={chosen.length > 0}
              choices={choices}
              task={task}
            />
          }
          onOpen={(one) => setOpened(one.key)}
          onExport={setExported}
        />
        {row !== undefined && (
          <RowDetail
            key={row.key}
            row={row}
            task={task}
            step={step}
            words={words}
            parties={parties}
            model={model}
            onClose={() => setOpened(null)}
          />
        )}
      </div>
      <TakeBar
        read={read}
        taken={taken}
        blocked={decided.blocked}
        leaveOut={leaveOut}
        onLeaveOut={setLeaveOut}
        working={task.working}
        onBack={task.toColumns}
        onTake={takeAll}
      />
      <ExportDialog table={exported} title={list.file} onClose={() => setExported(null)} />
    </div>
  );
}

function isShown(row: NominationRow, shown: ShownRows): boolean {
  if (shown === 'all') return true;
  if (shown === 'notes') return row.issues.length > 0;
  return row.verdict === shown;
}

/** What stands in the way comes first. */
function firstShown(counts: Readonly<Record<Verdict, number>>): ShownRows {
  if (counts.error > 0) return 'error';
  return counts.conflict > 0 ? 'conflict' : 'all';
}

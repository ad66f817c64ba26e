import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NominationRow, Verdict } from '@shared/codecs/nominations/types';
import { formatNumber } from '@shared/i18n/format';
import { useRefusal } from '@renderer/features/operators';
import { toast } from '../../../ui/toasts';
import { WorkProgress } from '../../../ui/work-progress';
import type { KnownParties } from '../known-parties';
import { isTaken } from '../take-over';
import { useIssueWords } from '../use-issue-words';
import type { TakeBack } from '../use-take-back';
import type { NominationsModel } from '../use-nominations';
import { AskDates } from './ask-dates';
import { PreviewTable } from './preview-table';
import { RowDetail } from './row-detail';
import { SettleParties } from './settle-parties';
import { TakeBar } from './take-bar';
import { VerdictCounts, type ShownRows } from './verdict-counts';
import type { Import, Step } from './use-import';
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

/** Every row with its verdict, the questions that the list leaves open, and the one act. */
export function PreviewStep({ task, step, model, parties, takeBack, takeOver, onDone }: Props) {
  const { t, i18n } = useTranslation('nominations');
  const refusal = useRefusal();
  const { list, read, answers } = step;
  const { rows, counts } = read;
  const [shown, setShown] = useState<ShownRows | null>(null);
  const [opened, setOpened] = useState<number | null>(null);
  const [leaveOut, setLeaveOut] = useState(false);
  const { take, taking } = takeOver;
  const headings =
    list.guess.headerRow === null
      ? NO_HEADINGS
      : (list.sheet.rows[list.guess.headerRow] ?? NO_HEADINGS);
  const words = useIssueWords(parties, headings, list.columns);
  const blocked = counts.error + counts.conflict;
  const filter = shown ?? firstShown(counts);
  const visible = useMemo(() => rows.filter((one) => isShown(one, filter)), [rows, filter]);
  const row = rows.find((one) => one.row === opened);
  const taken = rows.filter(isTaken).length;

  const show = (next: ShownRows) => {
    setShown(next);
    setOpened(null);
  };

  const takeAll = () => {
    take(list.file, read, task.whole)
      .then(({ result, importId }) => {
        if (!result.ok) {
          toast(refusal(result) ?? t('notSaved'), { tone: 'bad' });
          return;
        }
        const number = (value: number) => formatNumber(value, i18n.language);
        const message = t('import.taken', {
          added: number(counts.new),
          changed: number(counts.changed),
        });
        const undo =
          importId === null
            ? {}
            : {
                action: {
                  label: t('import.undo'),
                  run: () => takeBack.takeBack({ id: importId }),
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
          words={words}
          parties={parties}
          selected={opened}
          compact={row !== undefined}
          onOpen={(one) => setOpened(one.row)}
        />
        {row !== undefined && (
          <RowDetail
            row={row}
            words={words}
            parties={parties}
            model={model}
            onClose={() => setOpened(null)}
          />
        )}
      </div>
      <TakeBar
        read={read}
        blocked={blocked}
        leaveOut={leaveOut}
        onLeaveOut={setLeaveOut}
        working={task.working}
        onBack={task.toColumns}
        onTake={takeAll}
      />
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

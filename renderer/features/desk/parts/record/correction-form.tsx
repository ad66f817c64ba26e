import { Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useId, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { addEvent, correctEvent, retractEvent, type Put } from '@shared/domain/attendance/correct';
import type { RecordedEvent } from '@shared/domain/attendance/record';
import { instantAt, wallClock } from '@shared/domain/meeting/plan-sessions';
import { sessionAt } from '@shared/domain/meeting/rules';
import type { Meeting, Session } from '@shared/domain/meeting/types';
import type { Decision, DecisionContext } from '@shared/operation/draft';
import { useRefusal } from '@renderer/features/operators';
import { useAct } from '../../../../db/act';
import { announce } from '../../../../ui/announcer';
import { TimeField, readTime } from '../../../../ui/time-field';
import classes from './record.module.css';
import { useScopeName } from './use-scope-name';

/** What is being corrected: an event put right or taken back, or one that nobody recorded. */
export type Correcting =
  | { readonly kind: 'correct' | 'retract'; readonly wrong: RecordedEvent }
  | { readonly kind: 'add'; readonly wrong: null };

interface Props {
  readonly meeting: Meeting;
  readonly sessions: readonly Session[];
  readonly person: string;
  readonly correcting: Correcting;
  readonly onDone: () => void;
}

const PROBLEMS = ['reason-missing', 'unchanged', 'in-future', 'time'] as const;
type Problem = (typeof PROBLEMS)[number] | 'not-saved';

/** One correction with its reason: nothing is changed without one. */
export function CorrectionForm({ meeting, sessions, person, correcting, onDone }: Props) {
  const { t } = useTranslation(['desk', 'domain']);
  const refusal = useRefusal();
  const act = useAct();
  const scopeName = useScopeName(sessions);
  const titleId = useId();
  const [put, setPut] = useState<Put>(() => proposal(correcting, sessions));
  const [clock, setClock] = useState(() => wallClock(put.when, meeting.timeZone));
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<{ is: Problem; words: string } | null>(null);
  const [saving, setSaving] = useState(false);
  const { kind } = correcting;

  const complain = (is: string, words: string | null) => {
    const known = PROBLEMS.find((one) => one === is) ?? 'not-saved';
    setProblem({ is: known, words: words ?? t(`desk:record.problem.${known}`) });
  };

  const decision = (): ((context: DecisionContext) => Decision) | null => {
    if (correcting.kind === 'retract') {
      const { event, person: record } = correcting.wrong;
      return (context) => retractEvent(context, meeting.id, record, event, note);
    }
    const time = readTime(clock.time);
    if (time === null || !/^\d{4}-\d\d-\d\d$/.test(clock.date)) return null;
    const before = wallClock(put.when, meeting.timeZone);
    // What was not touched keeps its seconds.
    const same = before.date === clock.date && before.time === time;
    const when = same ? put.when : instantAt(clock.date, time, meeting.timeZone);
    const right = { ...put, when };
    if (correcting.kind === 'add') {
      return (context) => addEvent(context, meeting.id, person, right, note);
    }
    const { event, person: record } = correcting.wrong;
    return (context) => correctEvent(context, meeting.id, record, event, right, note);
  };

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const decide = decision();
    if (decide === null) {
      complain('time', null);
      return;
    }
    setSaving(true);
    void act(decide).then((done) => {
      setSaving(false);
      if (!done.ok) {
        complain(done.reason, refusal(done));
        return;
      }
      announce(t('desk:record.saved'));
      onDone();
    });
  };

  const scopes = [...new Set([put.scope, ...offeredScopes(sessions)])];
  const errorAt = (...fields: Problem[]) =>
    problem !== null && fields.includes(problem.is) ? problem.words : undefined;
  return (
    <form
      className={classes.form}
      aria-labelledby={titleId}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      <h3 id={titleId} className={classes.formTitle}>
        {t(`desk:record.form.${kind}`)}
      </h3>
      {kind !== 'retract' && (
        <>
          {kind === 'add' && (
            <SegmentedControl
              aria-label={t('desk:record.what')}
              data={(['arrived', 'left'] as const).map((value) => ({
                value,
                label: t(`desk:record.kind.${value}`),
              }))}
              value={put.kind}
              onChange={(value) => setPut({ ...put, kind: value === 'left' ? 'left' : 'arrived' })}
            />
          )}
          <div className={classes.fields}>
            <TextInput
              type="date"
              label={t('desk:record.date')}
              value={clock.date}
              onChange={(event) => setClock({ ...clock, date: event.currentTarget.value })}
            />
            <div>
              <span className={classes.label} aria-hidden>
                {t('desk:record.time')}
              </span>
              <TimeField
                label={t('desk:record.time')}
                value={clock.time}
                onChange={(time) => setClock((before) => ({ ...before, time }))}
                error={errorAt('time', 'in-future')}
              />
            </div>
            <Select
              label={t('desk:record.scope')}
              data={scopes.map((value) => ({ value, label: scopeName(value) }))}
              value={put.scope}
              allowDeselect={false}
              onChange={(scope) => setPut({ ...put, scope: scope ?? put.scope })}
            />
            <Select
              label={t('desk:record.modality')}
              data={(['in-person', 'virtual'] as const).map((value) => ({
                value,
                label: t(`domain:modality.${value}`),
              }))}
              value={put.modality}
              allowDeselect={false}
              onChange={(value) =>
                setPut({ ...put, modality: value === 'virtual' ? 'virtual' : 'in-person' })
              }
            />
          </div>
        </>
      )}
      <Textarea
        autoFocus
        autosize
        required
        minRows={2}
        maxLength={1000}
        label={t('desk:record.reason')}
        description={t('desk:record.reasonHint')}
        value={note}
        error={errorAt('reason-missing', 'unchanged', 'not-saved')}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={classes.acts}>
        <Button type="submit" className={classes.touch} loading={saving}>
          {t(`desk:record.submit.${kind}`)}
        </Button>
        <Button variant="default" className={classes.touch} onClick={onDone}>
          {t('desk:record.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Where an arrival may hold: reception, each day, each session. */
function offeredScopes(sessions: readonly Session[]): string[] {
  const days = [...new Set(sessions.map(({ date }) => `day:${date}`))];
  return ['reception', ...sessions.map(({ id }) => `session:${id}`), ...days];
}

/** What the form begins with: the event as it is, or an arrival at the session's start. */
function proposal({ wrong }: Correcting, sessions: readonly Session[]): Put {
  if (wrong !== null) {
    const { kind, scope, modality, when } = wrong.event;
    return { kind, scope, modality, when };
  }
  const now = new Date().toISOString();
  const session = sessionAt(sessions, now);
  return {
    kind: 'arrived',
    scope: session === null ? 'reception' : `session:${session.id}`,
    modality: 'in-person',
    when: session !== null && session.start < now ? session.start : now,
  };
}

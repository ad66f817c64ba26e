import { useCallback, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { speakingNomination } from '@shared/domain/attendance/desk';
import { stayIn } from '@shared/domain/attendance/inside';
import { arrivalScopes } from '@shared/domain/attendance/scopes';
import type { Nomination } from '@shared/domain/nomination/types';
import { displayName } from '@shared/domain/person/rules';
import { enoughToSearch } from '@shared/matching/query';
import { announce } from '../../ui/announcer';
import { useCommands } from '../../ui/commands';
import { Loading } from '../../ui/states';
import { toast } from '../../ui/toasts';
import type { Found } from './acts/find';
import { useRecentActions } from './acts/recent';
import type { DeskAction } from './acts/results';
import { AT_DESK, isForm, type Stage, type StageKeys } from './acts/stage';
import { useBox } from './acts/use-box';
import { useDeskActs } from './acts/use-desk-acts';
import { useDeskCommands } from './acts/use-desk-commands';
import { useEndedSession } from './acts/use-ended-session';
import { useOffers } from './acts/use-offers';
import { usePrint } from './acts/use-print';
import { useRecorded } from './acts/use-recorded';
import { useScans } from './acts/use-scans';
import { useTelling } from './acts/use-telling';
import classes from './desk.module.css';
import sideClasses from './parts/side.module.css';
import { BarActs, useBarRun } from './parts/bar-acts';
import { ClockWarning } from './parts/clock-warning';
import { DeskBox } from './parts/desk-box';
import { DeskStage } from './parts/desk-stage';
import { Overview } from './parts/overview';
import { RecentActions } from './parts/recent-actions';
import { ScopeBar } from './parts/scope-bar';
import { CameraPanel, KeptScans, useCodePaste, useScanDesk, useWedge } from './scan';
import type { DeskModel } from './use-desk';
import { ProvisionalList } from './walk-in/provisional-list';

/** The page where people queue: one box that always has the focus, one large answer. */
export function Desk({ model }: { readonly model: DeskModel }) {
  const { t } = useTranslation('desk');
  const { meeting, directory, attendance } = model;
  const choice = useRecorded(meeting);
  const { recorded, session } = choice;
  const scopes = useMemo(() => arrivalScopes(recorded), [recorded]);
  const acts = useDeskActs(model, scopes, useTelling(meeting, directory));
  const actions = useRecentActions(meeting.id);
  const box = useBox(model);
  const scanDesk = useScanDesk(meeting.id);
  const { scan, number } = useScans({ model, acts, scopes, desk: scanDesk });
  const [stage, setStage] = useState<Stage>(AT_DESK);
  const [camera, setCamera] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const stageKeys = useRef<StageKeys | null>(null);
  const listId = useId();
  const ended = useEndedSession(model, choice.sessions);

  const reading = model.answers === 0;
  const calling = stage.kind === 'roll-call';
  const searching = !reading && !calling && enoughToSearch(box.typed);
  const { type } = box;
  const { result } = acts;

  const focusBox = useCallback(() => input.current?.focus(), []);
  const open = useCallback(
    (next: Stage) => {
      setStage(next);
      type('');
      acts.clear();
      if (!isForm(next)) focusBox();
    },
    [type, acts, focusBox],
  );
  const close = useCallback(() => {
    setStage(AT_DESK);
    focusBox();
  }, [focusBox]);
  const { identitySeen } = acts;
  const markIdentity = useCallback(
    (nomination: Nomination) => {
      void identitySeen(nomination).then((done) => {
        if (done.ok) announce(t('identity.marked'), 'assertive');
        else if (done.reason !== 'unchanged') toast(t('notSaved'), { tone: 'bad' });
      });
    },
    [identitySeen, t],
  );
  const print = usePrint(meeting.id, directory, focusBox);
  const offers = useOffers(model, acts, result, open, markIdentity, print);

  // A scan is answered whatever fills the middle; only what somebody types there stays.
  const scanned = useCallback(
    (one: Parameters<typeof scan>[0]) => {
      setStage((now) => (isForm(now) ? now : AT_DESK));
      type('');
      scan(one);
    },
    [scan, type],
  );
  useWedge(scanned);
  const typedCode = useCallback(
    (code: string) => {
      setStage((now) => (isForm(now) ? now : AT_DESK));
      type('');
      void number(code);
    },
    [number, type],
  );
  const onPaste = useCodePaste(typedCode);

  const pick = (row: Found) => {
    type('');
    focusBox();
    switch (row.kind) {
      case 'person':
        setStage((now) => (isForm(now) ? now : AT_DESK));
        void acts.checkIn(row.id);
        return;
      case 'code':
        typedCode(row.code);
        return;
      case 'delegation':
        open({ kind: 'delegation', party: row.party.id, lend: null });
        return;
      case 'walk-in':
        open({ kind: 'walk-in', name: row.name, person: null });
    }
  };

  const { undo } = acts;
  const takeBack = useCallback(
    (action: DeskAction) => {
      focusBox();
      void undo(action).then((done) => {
        const [only, ...others] = action.people.map((id) => directory.person(id));
        const name =
          only === undefined ? t('unknownPerson') : others.length > 0 ? '' : displayName(only);
        if (!done) toast(t('undoFailed'), { tone: 'bad' });
        else announce(name === '' ? t('spoken.undoneAll') : t('spoken.undone', { name }));
      });
    },
    [directory, t, undo, focusBox],
  );

  const { left } = acts;
  const noteLeft = useCallback(
    (person: string) => {
      type('');
      focusBox();
      setStage((now) => (isForm(now) ? now : AT_DESK));
      void left(person);
    },
    [type, focusBox, left],
  );

  /** Whom the keys mean: the row that is marked, else the person of the answer. */
  const row = searching ? box.found[box.active] : undefined;
  const subject =
    row?.kind === 'person'
      ? row.id
      : !searching && result?.kind === 'person'
        ? result.person
        : null;
  const subjectNomination = () =>
    subject === null ? null : speakingNomination(directory.nominationsOf.get(subject) ?? []);
  const lastAction = actions.find((action) => !action.undone);
  const run = {
    search: focusBox,
    undo: () => lastAction !== undefined && takeBack(lastAction),
    pin: () => {
      if (choice.byHand) choice.followClock();
      else if (session !== null) choice.pin(session.id);
    },
    walkIn: () => open({ kind: 'walk-in', name: box.typed.trim(), person: null }),
    left: () => subject !== null && noteLeft(subject),
    identity: () => {
      const nomination = subjectNomination();
      if (nomination !== null && meeting.identityCheck) markIdentity(nomination);
    },
    substitute: () => {
      const nomination = subjectNomination();
      if (nomination !== null) open({ kind: 'substitute', nomination: nomination.id });
    },
    print: () => subject !== null && print(subject),
    correct: () => subject !== null && open({ kind: 'record', person: subject }),
    rollCall: () => session !== null && open({ kind: 'roll-call', session }),
    closeOut: () => ended !== null && open({ kind: 'close-out', session: ended.session }),
    camera: () => setCamera((on) => !on),
  };
  const barRun = useBarRun(run, focusBox);
  const offered = offers.find(({ id }) => id === 'walk-in');
  useCommands(
    useDeskCommands({
      ...run,
      walkIn: !searching && offered !== undefined ? offered.run : run.walkIn,
    }),
  );

  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (!searching && stageKeys.current?.(event) === true) {
      event.preventDefault();
      return;
    }
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        box.move(event.key === 'ArrowDown' ? 1 : -1);
        return;
      case 'Enter': {
        // What opens takes the focus: this very key would go on to send its form.
        event.preventDefault();
        if (event.repeat) return;
        if (row !== undefined) pick(row);
        else if (box.typed === '') offers.find(({ primary }) => primary)?.run();
        return;
      }
      case 'Escape':
        if (box.typed !== '') type('');
        else if (result !== null) acts.clear();
        else setStage(AT_DESK);
        return;
      case 'z':
      case 'я':
        if ((event.ctrlKey || event.metaKey) && box.typed === '' && lastAction !== undefined) {
          event.preventDefault();
          takeBack(lastAction);
        }
    }
  };

  const narrowest = scopes.at(-1) ?? 'reception';
  const isIn = useCallback(
    (person: string) => stayIn(attendance.get(person), narrowest, 'in-person')?.when ?? null,
    [attendance, narrowest],
  );
  const openParty = useCallback(
    (party: string) => open({ kind: 'delegation', party, lend: null }),
    [open],
  );
  return (
    <div className={classes.desk} aria-busy={reading}>
      <h1 className="visually-hidden">{t('title')}</h1>
      <div className={classes.main}>
        <ClockWarning model={model} />
        <DeskBox
          {...{ box, listId, searching, calling }}
          inputRef={input}
          onKey={onKey}
          onPaste={onPaste}
        />
        <div className={classes.bar}>
          <ScopeBar meeting={meeting} choice={choice} onDone={focusBox} />
          <BarActs
            ended={stage.kind === 'close-out' ? null : ended}
            calls={session !== null && !calling}
            camera={camera}
            run={barRun}
          />
        </div>
        <DeskStage
          {...{ model, acts, stage, choice, scopes, offers, result, box, listId }}
          {...{ reading, searching, isIn }}
          keysRef={stageKeys}
          onPick={pick}
          onOpen={open}
          onClose={close}
          onDone={focusBox}
        />
      </div>
      <aside className={sideClasses.side}>
        {camera && (
          <CameraPanel
            onScan={scanned}
            onDone={focusBox}
            onClose={() => {
              setCamera(false);
              focusBox();
            }}
          />
        )}
        {model.counted ? <Overview model={model} onOpen={openParty} /> : <Loading />}
        <RecentActions model={model} actions={actions} onLeft={noteLeft} onUndo={takeBack} />
        <ProvisionalList model={model} onDone={focusBox} />
        {scanDesk.state === 'ready' && (
          <KeptScans desk={scanDesk.value} meeting={meeting} onDone={focusBox} />
        )}
      </aside>
    </div>
  );
}

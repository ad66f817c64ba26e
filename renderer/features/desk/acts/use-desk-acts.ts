import { useCallback, useMemo, useRef, useState } from 'react';
import { arrive, leave } from '@shared/domain/attendance/decide';
import { deskAnswer, speakingNomination, type DeskAnswer } from '@shared/domain/attendance/desk';
import { markIdentity } from '@shared/domain/attendance/identity';
import { arriveTogether, closeOut } from '@shared/domain/attendance/together';
import type { Attendance, Scope } from '@shared/domain/attendance/types';
import { lendBadge } from '@shared/domain/badge/decide';
import type { Badge } from '@shared/domain/badge/types';
import type { Session } from '@shared/domain/meeting/types';
import { moveNomination } from '@shared/domain/nomination/decide';
import { isProvisional } from '@shared/domain/nomination/rules';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Decision, DecisionContext } from '@shared/operation/draft';
import type { ActResult } from '../../../db/act';
import type { DeskModel } from '../use-desk';
import type { ActionKind, By, DeskAction, DeskResult, PersonAnswer, PersonResult } from './results';
import { takeBackAction } from './take-back';
import { useDeskWrite } from './use-desk-write';

/** Either all of several decisions, or the first reason why not. */
function both(one: Decision, other: Decision): Decision {
  if (!one.ok) return one;
  return other.ok ? { ok: true, drafts: [...one.drafts, ...other.drafts] } : other;
}

const NOTHING_MORE: Decision = { ok: true, drafts: [] };

type Outcome = { readonly ok: true } | { readonly ok: false; readonly reason: string };

const savingOf = (done: ActResult) =>
  done.ok ? ({ state: 'saved' } as const) : ({ state: 'failed', reason: done.reason } as const);

/**
 * The acts of a desk, one after the other in the order in which they were asked for, so that two
 * scans of one badge within one frame are not both welcomed. `scopes`: what an arrival is recorded
 * in; `told` hears of every result, for tone and voice.
 */
export function useDeskActs(
  model: DeskModel,
  scopes: readonly Scope[],
  told: (result: DeskResult) => void,
) {
  const { meeting, directory, badges } = model;
  const { write, commit, attendanceOf, nominationsOf, headsNow } = useDeskWrite(model);
  const [result, setResult] = useState<DeskResult | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const inTurn = useCallback(<T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.current.then(work);
    queue.current = next.catch(() => undefined);
    return next;
  }, []);

  const show = useCallback(
    (shown: DeskResult): DeskResult => {
      setResult(shown);
      told(shown);
      return shown;
    },
    [told],
  );

  /** Records what was decided about one person; the answer stands in the middle meanwhile. */
  const about = useCallback(
    async (
      kind: ActionKind,
      answered: { person: string; by: By; answer: PersonAnswer },
      decide: (context: DecisionContext) => Decision | Promise<Decision>,
    ): Promise<PersonResult> => {
      const writing = write({ kind, people: [answered.person], about: null }, decide);
      setResult({ kind: 'person', ...answered, state: 'saving' });
      const done = await writing;
      const outcome: PersonResult = { kind: 'person', ...answered, ...savingOf(done) };
      show(outcome);
      return outcome;
    },
    [write, show],
  );

  const answerNow = useCallback(
    async (person: string): Promise<[DeskAnswer, Attendance | undefined]> => {
      const attendance = (await attendanceOf([person])).get(person);
      const own = directory.nominationsOf.get(person) ?? [];
      // A nomination outlasts whom it named, as a number: it is not somebody to check in.
      if (directory.isForgotten(person)) {
        const nomination = speakingNomination(own);
        return [{ kind: 'refused', reason: 'forgotten', nomination }, attendance];
      }
      return [deskAnswer(meeting.state, scopes, own, attendance, 'in-person'), attendance];
    },
    [attendanceOf, directory, meeting.state, scopes],
  );

  const acts = useMemo(() => {
    const arrival = (person: string, by: By) => ({
      ...{ meeting: meeting.id, person, scopes, modality: 'in-person' as const, source: by },
    });

    /** Sets a person present, or says why not. */
    const checkIn = (person: string, by: By = 'search') =>
      inTurn(async () => {
        const [answer, attendance] = await answerNow(person);
        if (answer.kind !== 'welcome') {
          return show({ kind: 'person', person, by, answer, state: 'saved' });
        }
        return about('arrived', { person, by, answer }, (context) =>
          arrive(context, arrival(person, by), attendance),
        );
      });

    /** Accepts a nomination that was received, and sets the person present: one act, one undo. */
    const acceptAndCheckIn = (nomination: Nomination, by: By) =>
      inTurn(async () => {
        const { person } = nomination;
        const [, attendance] = await answerNow(person);
        const headsOf = await headsNow();
        const answer: DeskAnswer = {
          ...{ kind: 'welcome', scopes: [...scopes], provisional: false, back: false },
          nomination: { ...nomination, state: 'accepted' },
        };
        return about('accepted', { person, by, answer }, (context) => {
          const heads = headsOf('nominations', nomination.id, ['state']);
          const arrived = arrive(context, arrival(person, by), attendance);
          return both(
            moveNomination(context, nomination, 'accepted', heads),
            arrived.ok ? arrived : NOTHING_MORE,
          );
        });
      });

    /** Notes that somebody left the room. */
    const left = (person: string) =>
      inTurn(async () => {
        const attendance = (await attendanceOf([person])).get(person);
        const nomination = speakingNomination(directory.nominationsOf.get(person) ?? []);
        const answer = { kind: 'left', nomination, when: new Date().toISOString() } as const;
        const scope = scopes.at(-1) ?? 'reception';
        return about('left', { person, by: 'search', answer }, (context) =>
          leave(context, { meeting: meeting.id, person, scope, source: 'search' }, attendance),
        );
      });

    /** Somebody whom a form has written down and set present: a walk-in, a substitute. */
    const written = (person: string) =>
      inTurn(async () => {
        const nomination = speakingNomination(await nominationsOf(person));
        if (nomination === null) return;
        const provisional = isProvisional(nomination);
        const answer: DeskAnswer = {
          ...{ kind: 'welcome', nomination, scopes: [...scopes], provisional, back: false },
        };
        show({ kind: 'person', person, by: 'search', answer, state: 'saved' });
      });

    /** Lends a floating badge and sets its wearer present. */
    const lend = (badge: Badge, person: string) =>
      inTurn(async () => {
        const [answer, attendance] = await answerNow(person);
        if (answer.kind === 'refused') {
          return show({ kind: 'person', person, by: 'scan', answer, state: 'saved' });
        }
        const headsOf = await headsNow();
        const forgotten = directory.person(person)?.forgotten ?? false;
        return about('lent', { person, by: 'scan', answer }, (context) => {
          const arrived = arrive(context, arrival(person, 'scan'), attendance);
          const lent = lendBadge(context, badge, {
            person: { id: person, forgotten },
            headsOf: (id, fields) => headsOf('badges', id, fields),
          });
          return both(lent, arrived.ok ? arrived : NOTHING_MORE);
        });
      });

    /** Marks that a document of identity was seen; what stands in the middle stays. */
    const identitySeen = (nomination: Nomination): Promise<Outcome> =>
      inTurn(async () => {
        const headsOf = await headsNow();
        const what = { kind: 'identity', people: [nomination.person], about: null } as const;
        return write(what, (context) => {
          const heads = headsOf('nominations', nomination.id, ['identitySeenAt']);
          return markIdentity(context, nomination, true, heads);
        });
      });

    /** Sets several people of a delegation present as one act. */
    const together = (party: string, people: readonly string[]) =>
      inTurn(async () => {
        const attendance = await attendanceOf(people);
        const what = { kind: 'delegation', people, about: party } as const;
        const done = await write(what, (context) =>
          arriveTogether(
            context,
            { meeting: meeting.id, people, scopes, modality: 'in-person', source: 'search' },
            attendance,
          ),
        );
        const shown = { act: 'delegation', about: party, people: people.length } as const;
        return show({ kind: 'group', ...shown, ...savingOf(done) });
      });

    /** Everybody who is still inside of a session left at its end. */
    const closeSession = (session: Session) =>
      inTurn(async () => {
        const attendance = await attendanceOf(null);
        let people: readonly string[] = [];
        const what = { kind: 'close-out', about: session.id } as const;
        const done = await write(what, (context) => {
          const decision = closeOut(context, session, attendance.values());
          if (decision.ok) people = decision.drafts.flatMap(({ subjects }) => subjects);
          return decision;
        });
        const shown = { act: 'close-out', about: session.id } as const;
        return show({
          ...{ kind: 'group', people: new Set(people).size },
          ...shown,
          ...savingOf(done),
        });
      });

    /** Notes in the manual roll-call that somebody is online. */
    const online = (person: string, session: Session): Promise<Outcome> =>
      inTurn(async () => {
        const attendance = (await attendanceOf([person])).get(person);
        const what = { kind: 'roll-call', people: [person], about: session.id } as const;
        const called = {
          ...{ meeting: meeting.id, person, scopes: [`session:${session.id}`] },
          ...({ modality: 'virtual', source: 'roll-call' } as const),
        };
        return write(what, (context) => arrive(context, called, attendance));
      });

    /** Takes an action back; what it was about no longer stands in the middle. */
    const undo = (action: DeskAction): Promise<boolean> =>
      inTurn(async () => {
        const headsOf = await headsNow();
        const now = { meeting: meeting.id, badges, headsOf };
        const done = await commit(action, (context) => takeBackAction(context, action, now));
        if (!done.ok) return false;
        if (action.kind !== 'identity') {
          setResult((before) => (isAbout(before, action) ? null : before));
        }
        return true;
      });

    return {
      ...{
        checkIn,
        acceptAndCheckIn,
        left,
        lend,
        identitySeen,
        together,
        closeSession,
        online,
        written,
      },
      ...{ undo, show, clear: () => setResult(null) },
    };
  }, [
    meeting,
    directory,
    badges,
    scopes,
    inTurn,
    answerNow,
    about,
    show,
    write,
    commit,
    attendanceOf,
    nominationsOf,
    headsNow,
  ]);
  return useMemo(() => ({ ...acts, result }), [acts, result]);
}

export type DeskActs = ReturnType<typeof useDeskActs>;

function isAbout(result: DeskResult | null, action: DeskAction): boolean {
  switch (result?.kind) {
    case 'person':
      return action.people.includes(result.person);
    case 'group':
      return result.about === action.about;
    case 'code':
    case undefined:
      return false;
  }
}

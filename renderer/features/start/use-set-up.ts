import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { nameDesk } from '@shared/domain/operator/decide';
import { isUnLanguage } from '@shared/domain/language';
import { programmeFrom, programmeFromFile } from '@shared/domain/programme/create';
import type { ProgrammeStart } from '@shared/domain/programme/exchange';
import type { Draft } from '@shared/operation/operation';
import { bridge } from '@renderer/bridge/client';
import { decisionContext } from '@renderer/db/act';
import { useStore } from '@renderer/db/hooks';
import { askForProtection } from '@renderer/features/protection';
import { useSettings } from '@renderer/features/settings';
import { today } from '@renderer/ui/today';
import { runJob } from '@renderer/workers/run-job';
import { GENERAL_BODIES } from './general-bodies';

export interface NewProgramme {
  /** Empty: the name of the programme that it begins with. */
  readonly name: string;
  readonly basis: 'paris-pact' | 'empty' | ProgrammeStart;
}

export type SetUpProblem = 'making' | 'disk-full' | 'unavailable';

export type Work =
  | { readonly state: 'idle' }
  | { readonly state: 'making'; readonly what: 'sample' | 'programme' }
  | { readonly state: 'saving'; readonly operations: number }
  | { readonly state: 'failed'; readonly reason: SetUpProblem };

/** Every sample is the same sample. */
const SAMPLE_SEED = 2023;

interface SetUp {
  readonly work: Work;
  readonly openSample: (deskName: string) => void;
  readonly create: (deskName: string, programme: NewProgramme) => void;
  readonly cancel: () => void;
}

/** Makes the programme in a worker and commits it, with the desk's name, as one act or not at all. */
export function useSetUp(): SetUp {
  const { i18n } = useTranslation('start');
  const { language } = i18n;
  const [work, setWork] = useState<Work>({ state: 'idle' });
  const store = useStore();
  const { change } = useSettings();
  const navigate = useNavigate();
  const running = useRef<AbortController | null>(null);

  const run = useCallback(
    async (
      what: 'sample' | 'programme',
      deskName: string,
      make: (signal: AbortSignal) => Promise<Draft[]>,
    ) => {
      const control = new AbortController();
      running.current = control;
      setWork({ state: 'making', what });
      let drafts: Draft[];
      try {
        drafts = await make(control.signal);
      } catch {
        setWork(control.signal.aborted ? { state: 'idle' } : { state: 'failed', reason: 'making' });
        return;
      }
      setWork({ state: 'saving', operations: drafts.length });
      const reason = await save(drafts, deskName);
      if (reason !== null) {
        setWork({ state: 'failed', reason });
        return;
      }
      await change({ deskName, started: true, lastMeeting: meetingToday(drafts) });
      // A programme of one's own is going to have real people.
      if (what === 'programme') askForProtection();
      void navigate('/meetings');

      async function save(made: Draft[], name: string): Promise<SetUpProblem | null> {
        try {
          const { life } = await bridge.register.status();
          const over = await store.heads('desks', null, life, ['name']);
          const desk = nameDesk(decisionContext(), { id: life, name, over });
          const answer = await store.commit(desk.ok ? [...made, ...desk.drafts] : made);
          if (answer.ok) return null;
          return answer.reason === 'disk-full' ? 'disk-full' : 'unavailable';
        } catch {
          return 'unavailable';
        }
      }
    },
    [store, change, navigate],
  );

  const openSample = (deskName: string) => {
    void run('sample', deskName, async (signal) => {
      const made = await runJob('makeSample', { seed: SAMPLE_SEED, today: today() }, signal);
      return made.drafts;
    });
  };

  const create = (deskName: string, { name, basis }: NewProgramme) => {
    void run('programme', deskName, async (signal) => {
      const context = decisionContext();
      if (basis === 'paris-pact') {
        const input = { name: name === '' ? null : name, now: context.now };
        return (await runJob('makeProgramme', input, signal)).drafts;
      }
      if (basis !== 'empty') {
        const named = isUnLanguage(language) ? language : 'en';
        return programmeFromFile(context, basis, { language: named, text: name });
      }
      const decision = programmeFrom({ [language]: name }, context, GENERAL_BODIES);
      if (!decision.ok) throw new Error(decision.reason);
      return decision.drafts;
    });
  };

  return { work, openSample, create, cancel: () => running.current?.abort() };
}

/** The meeting that sits today, if there is one: the sample has one to try things on. */
function meetingToday(drafts: readonly Draft[]): string | null {
  const day = today();
  for (const { type, body } of drafts) {
    if (type !== 'meeting.created') continue;
    const set = body['set'] as { planned?: { start: string | null } };
    if (set.planned?.start === day) return body['id'] as string;
  }
  return null;
}

import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  decideLogins,
  registerLogin,
  rejectPerson,
  revokeName,
  takeBackDecision,
  type Known,
  type LoginDecision,
  type MadeTable,
  type OnlineWalkIn,
} from '@shared/domain/virtual/decisions';
import type { Alias, Login } from '@shared/domain/virtual/types';
import type { Decision, DecisionContext } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import { headIds } from '@shared/projections/record';
import type { RecordRow } from '@shared/projections/row';
import { usePermission, useRefusal } from '@renderer/features/operators';
import { useAct, type ActResult } from '../../../db/act';
import { useStore } from '../../../db/hooks';
import type { Store } from '../../../db/store';
import { announce } from '../../../ui/announcer';
import { toast } from '../../../ui/toasts';
import type { PeopleBook } from '../known-people';
import type { ReadyModel } from '../use-virtual';
import { dropMade, noteMade, useMade, type Made } from './made';

type Heads = (table: MadeTable, id: string, fields: readonly string[]) => readonly string[];

/** Heads as they are at this moment, of every meeting's logins that are meant. */
async function headsNow(store: Store, meetings: readonly string[]): Promise<Heads> {
  const load = (table: MadeTable, meeting: string | null) => store.collections.load(table, meeting);
  const logins = await Promise.all(meetings.map((meeting) => load('logins', meeting)));
  const nominations = await Promise.all(meetings.map((meeting) => load('nominations', meeting)));
  const [aliases, people] = [await load('aliases', null), await load('people', null)];
  const rows = { logins, nominations, aliases: [aliases], people: [people] };
  return (table, id, fields) => {
    for (const group of rows[table]) {
      const row = group.get(id);
      if (row !== undefined) return headIds(row as RecordRow, fields);
    }
    return [];
  };
}

const REASONS = [
  ...([
    'nobody-chosen',
    'too-many',
    'as-it-was',
    'already-rejected',
    'linked',
    'moved-again',
  ] as const),
  ...(['name-missing', 'party-missing', 'already-nominated', 'meeting-closed'] as const),
];

/** Deciding on logins; everything is one act, is told, and can be taken back. */
export function useDecide(model: ReadyModel, book: PeopleBook | null) {
  const { t } = useTranslation('matching');
  const act = useAct();
  const store = useStore();
  const refusal = useRefusal();
  const { may } = usePermission();
  const { meeting, aliases } = model;
  const made = useMade(meeting.id);

  const say = useCallback(
    (result: ActResult): boolean => {
      if (result.ok) return true;
      const own = REASONS.find((reason) => reason === result.reason);
      const known = own === undefined ? t('refused.not-saved') : t(`refused.${own}`);
      toast(refusal(result) ?? known, { tone: 'bad' });
      return false;
    },
    [t, refusal],
  );

  /** Keys lead here as buttons do: who may not is told why, and nothing is decided. */
  const isAllowed = useCallback(
    (type: string): boolean => may(type) || say({ ok: false, reason: 'not-permitted' }),
    [may, say],
  );

  const write = useCallback(
    async (
      type: string,
      logins: readonly Login[],
      decide: (context: DecisionContext, known: Known) => Decision,
    ): Promise<boolean> => {
      if (!isAllowed(type)) return false;
      let drafts: readonly Draft[] = [];
      const meetings = [...new Set([meeting.id, ...logins.map((login) => login.meeting)])];
      const result = await act(async (context) => {
        const headsOf = await headsNow(store, meetings);
        const forgotten = (person: string) => book?.person(person)?.forgotten === true;
        const decision = decide(context, { aliases, headsOf, forgotten });
        if (decision.ok) drafts = decision.drafts;
        return decision;
      });
      if (!say(result)) return false;
      const [first] = drafts;
      const name = logins.length === 1 ? (logins[0]?.name ?? '') : '';
      if (first !== undefined) {
        noteMade(meeting.id, {
          ...{ id: first.id, drafts, before: logins, name },
          count: logins.length,
        });
      }
      return true;
    },
    [act, store, book, aliases, meeting.id, say, isAllowed],
  );

  return useMemo(() => {
    const takeBack = async (one: Made): Promise<boolean> => {
      if (!isAllowed('login.linked')) return false;
      const meetings = [...new Set([meeting.id, ...one.before.map((login) => login.meeting)])];
      const result = await act(async (context) =>
        takeBackDecision(context, one, await headsNow(store, meetings)),
      );
      // Whoever has gone on from it keeps what they did: it is not offered again.
      if (result.ok || result.reason === 'moved-again') dropMade(meeting.id, one.id);
      if (!say(result)) return false;
      announce(t('undone', { count: one.count, name: one.name }));
      return true;
    };
    return {
      made,
      takeBack,
      decide: (decisions: readonly LoginDecision[]) =>
        write(
          'login.linked',
          decisions.map(({ login }) => login),
          (context, known) => decideLogins(context, decisions, known),
        ),
      reject: (login: Login, person: string) =>
        write('login.linked', [login], (context, { headsOf }) =>
          rejectPerson(context, login, person, headsOf),
        ),
      register: (
        login: Login,
        walkIn: (context: DecisionContext) => OnlineWalkIn,
        remember: boolean,
      ) =>
        write('nomination.received', [login], (context, known) => {
          const asked = walkIn(context);
          const id = asked.person.id;
          const records = id === null ? [] : (book?.roots.recordsOf(id) ?? [id]);
          const nominations = model.nominations.filter((one) => records.includes(one.person));
          const forgotten = id !== null && known.forgotten(id);
          const now = { nominations, forgotten, attendance: undefined };
          return registerLogin(context, login, asked, { ...known, remember }, now);
        }),
      revoke: (alias: Alias, reopen: readonly Login[]) =>
        write('alias.changed', reopen, (context, known) =>
          revokeName(context, { alias, reopen }, known),
        ),
    };
  }, [made, write, isAllowed, act, store, meeting.id, model.nominations, book, say, t]);
}

export type Decide = ReturnType<typeof useDecide>;

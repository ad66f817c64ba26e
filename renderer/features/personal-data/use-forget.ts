import { useState } from 'react';
import type { Erasure } from '@shared/contract/register';
import { forgetPeople } from '@shared/domain/person/decide';
import type { ForgottenFor, Person } from '@shared/domain/person/types';
import { bindShownAgain } from '@shared/domain/virtual/bind';
import { headIds } from '@shared/projections/record';
import type { RecordRow } from '@shared/projections/row';
import { bridge } from '../../bridge/client';
import { useAct } from '../../db/act';
import { useStore } from '../../db/hooks';
import type { Mention } from './find-mentions';

/** What was forgotten, as the certificate states it. */
export interface Forgotten {
  readonly people: readonly Person[];
  readonly why: ForgottenFor;
  /** ISO instant. */
  readonly at: string;
  readonly operator: string;
  readonly erasure: Erasure;
  /** Null: they could not be looked for. */
  readonly mentions: readonly Mention[] | null;
}

export type Forgetting =
  | { readonly state: 'idle' }
  | { readonly state: 'working' }
  | { readonly state: 'done'; readonly forgotten: Forgotten }
  /** Nothing was forgotten. */
  | { readonly state: 'refused'; readonly reason: string };

const UNKNOWN: Erasure = { named: 0, erased: 0, attachments: 0, backup: 'pending' };

/** Forgets people as one act and asks what that has erased. */
export function useForget(operator: string) {
  const act = useAct();
  const store = useStore();
  const [forgetting, setForgetting] = useState<Forgetting>({ state: 'idle' });

  const forget = async (
    people: readonly Person[],
    why: ForgottenFor,
    mentions: readonly Mention[] | null,
  ): Promise<void> => {
    setForgetting({ state: 'working' });
    const at = new Date().toISOString();
    const ids = people.map(({ id }) => id);
    const result = await act(async (context) => {
      const decision = forgetPeople(context, people, why);
      if (!decision.ok) return decision;
      const rows = await store.collections.load('logins', null);
      const [reports, logins] = [await store.list('reports'), await store.list('logins')];
      const shown = bindShownAgain(context, ids, reports, logins, (_, id, fields) =>
        headIds(rows.get(id) as RecordRow, fields),
      );
      return { ok: true, drafts: [...shown, ...decision.drafts] };
    }).catch(() => ({ ok: false as const, reason: 'unavailable' }));
    if (!result.ok) {
      setForgetting({ state: 'refused', reason: result.reason });
      return;
    }
    // It is done, whatever this answers.
    const erasure = await bridge.register.erasure({ persons: ids }).catch(() => UNKNOWN);
    const forgotten = { people, why, at, operator, erasure, mentions };
    setForgetting({ state: 'done', forgotten });
  };

  return { forgetting, forget, reset: () => setForgetting({ state: 'idle' }) };
}

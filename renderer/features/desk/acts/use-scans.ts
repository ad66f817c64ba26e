import { useCallback, useEffect, useRef } from 'react';
import type { Scope } from '@shared/domain/attendance/types';
import type { Loadable } from '../../../db/collections';
import type { ScanDesk, Scanned } from '../scan';
import type { DeskModel } from '../use-desk';
import type { CodeAnswer } from './results';
import type { DeskActs } from './use-desk-acts';

interface Wanted {
  readonly model: DeskModel;
  readonly acts: DeskActs;
  readonly scopes: readonly Scope[];
  readonly desk: Loadable<ScanDesk>;
}

/**
 * What becomes of a scan: the person is set present, or the code gets the answer that it deserves.
 * Codes that come while the badges or the people are still being read wait for them. `scan` is for scanners and
 * the camera, `number` for a badge number that was typed.
 */
export function useScans({ model, acts, scopes, desk }: Wanted) {
  const waiting = useRef<string[]>([]);

  const answer = useCallback(
    async (code: string): Promise<void> => {
      if (desk.state === 'loading' || !model.named) {
        waiting.current.push(code);
        return;
      }
      if (desk.state === 'failed') {
        acts.show({ kind: 'code', answer: { kind: 'unknown', code }, kept: 'not-kept' });
        return;
      }
      const found = desk.value.answer(code);
      if (found.kind === 'person') {
        await acts.checkIn(model.directory.rootOf(found.person), 'scan');
        return;
      }
      if (found.kind !== 'unknown') {
        acts.show({ kind: 'code', answer: found, kept: null });
        return;
      }
      const kept = await desk.value.keep(code, scopes);
      acts.show({ kind: 'code', answer: found, kept: kept.ok ? 'kept' : 'not-kept' });
    },
    [desk, acts, model.directory, model.named, scopes],
  );

  useEffect(() => {
    if (desk.state === 'loading' || !model.named || waiting.current.length === 0) return;
    const codes = waiting.current;
    waiting.current = [];
    for (const code of codes) void answer(code);
  }, [desk.state, model.named, answer]);

  const { show } = acts;
  const scan = useCallback(
    (scanned: Scanned): void => {
      if (!scanned.ok) {
        const said: CodeAnswer = { kind: scanned.reason, text: scanned.text };
        show({ kind: 'code', answer: said, kept: null });
        return;
      }
      void answer(scanned.code);
    },
    [answer, show],
  );
  return { scan, number: answer };
}

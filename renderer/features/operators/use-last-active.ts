import { useEffect, useState } from 'react';
import { bridge } from '@renderer/bridge/client';

const EVERYTHING = {
  record: null,
  meeting: null,
  replica: null,
  types: null,
  from: null,
  to: null,
} as const;

/** When each of them last did something (ISO instant, UTC), as far as the journal answers. */
export function useLastActive(
  operators: readonly { readonly id: string }[],
): ReadonlyMap<string, string> {
  const [active, setActive] = useState<ReadonlyMap<string, string>>(new Map());
  const ids = operators.map(({ id }) => id).join(' ');
  useEffect(() => {
    let current = true;
    const ask = async (actor: string) => {
      const filter = { ...EVERYTHING, actor };
      const { operations } = await bridge.register.journal({ filter, before: null, limit: 1 });
      const at = operations[0]?.operation.at.slice(0, 24);
      if (current && at !== undefined) setActive((known) => new Map(known).set(actor, at));
    };
    // Without an answer the column stays empty: it is a convenience.
    for (const id of ids.split(' ')) if (id !== '') ask(id).catch(() => undefined);
    return () => {
      current = false;
    };
  }, [ids]);
  return active;
}

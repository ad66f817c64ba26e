import { draft, type DecisionContext } from '../../operation/draft';
import { takeOverParties, type PartyHeads, type TakenParty } from '../party/decide';
import type { Party } from '../party/types';

/** What is taken over of a registry's file. */
export interface RegistryList {
  readonly file: string;
  readonly taken: readonly TakenParty[];
  /** All parties as they are. */
  readonly parties: readonly Pick<Party, 'id' | 'code'>[];
}

/**
 * Takes a registry over as one act, or not at all: the import itself, then each party. What it
 * brought and changed is found again by that, when it is taken back.
 */
export function importParties(
  context: DecisionContext,
  { file, taken, parties }: RegistryList,
  headsOf: PartyHeads,
): ReturnType<typeof takeOverParties> & { readonly importId?: string } {
  const importId = context.newId();
  const decision = takeOverParties(context, taken, parties, headsOf);
  if (!decision.ok) return decision;
  const { drafts } = decision;
  const set = {
    ...{ kind: 'parties', rows: drafts.length, operations: drafts.length + 1 },
    ...{ when: context.now, state: 'made' },
  };
  const made = draft(context, {
    type: 'import.made',
    body: { id: importId, set },
    personal: { set: { file: file.slice(0, 300) } },
  });
  return { ok: true, drafts: [made, ...drafts], importId };
}

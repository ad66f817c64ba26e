import type { PartyCodeReader } from './display-name';
import { partyResolver, type NamedParty } from './party-names';

/** Reads a text as a party's code where that is certain and nowhere else: nearly a party may be a name. */
export function certainPartyReader(parties: readonly NamedParty[]): PartyCodeReader {
  const resolve = partyResolver(parties, { certainOnly: true });
  return (text) => {
    const reading = resolve(text);
    return reading !== null && 'party' in reading ? reading.party.code : null;
  };
}

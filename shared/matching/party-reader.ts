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

/** Texts of a webinar's report; what comes beyond is read again. */
const MOST_REMEMBERED = 100_000;

/** Reads each text once: the ends of names, and the same names in another order, come again and again. */
export function remembering(read: PartyCodeReader): PartyCodeReader {
  const known = new Map<string, string | null>();
  return (text) => {
    let code = known.get(text);
    if (code === undefined) {
      code = read(text);
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(text, code);
    }
    return code;
  };
}

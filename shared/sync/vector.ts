/**
 * How far each replica is known without a gap: replica → `seq`. Two registers compare vectors to
 * find what the other lacks; numbers beyond a gap are not in it and are simply sent again.
 */
export type Vector = Readonly<Record<string, number>>;

interface Track {
  contiguous: number;
  readonly beyond: Set<number>;
}

/** The sequence numbers that are known, by replica, whatever the order in which they came. */
export class Sequences {
  readonly #tracks = new Map<string, Track>();

  /** Takes note of one number. Repetition changes nothing. */
  add(replica: string, seq: number): void {
    const track = this.#trackOf(replica);
    if (seq <= track.contiguous) return;
    if (seq !== track.contiguous + 1) {
      track.beyond.add(seq);
      return;
    }
    track.contiguous = seq;
    while (track.beyond.delete(track.contiguous + 1)) track.contiguous += 1;
  }

  /** Takes note of all numbers from 1 to `last` at once. */
  addAll(replica: string, last: number): void {
    const track = this.#trackOf(replica);
    if (last > track.contiguous) track.contiguous = last;
    while (track.beyond.delete(track.contiguous + 1)) track.contiguous += 1;
    for (const seq of track.beyond) if (seq <= track.contiguous) track.beyond.delete(seq);
  }

  has(replica: string, seq: number): boolean {
    const track = this.#tracks.get(replica);
    return track !== undefined && (seq <= track.contiguous || track.beyond.has(seq));
  }

  /** The greatest number known, gaps or not; 0 for a replica that is not known. */
  highest(replica: string): number {
    const track = this.#tracks.get(replica);
    if (track === undefined) return 0;
    let highest = track.contiguous;
    for (const seq of track.beyond) if (seq > highest) highest = seq;
    return highest;
  }

  /** How many numbers below the greatest one are not known. */
  missing(replica: string): number {
    const track = this.#tracks.get(replica);
    if (track === undefined) return 0;
    return this.highest(replica) - track.contiguous - track.beyond.size;
  }

  vector(): Vector {
    const entries = [...this.#tracks].filter(([, track]) => track.contiguous > 0);
    return Object.fromEntries(entries.map(([replica, track]) => [replica, track.contiguous]));
  }

  #trackOf(replica: string): Track {
    let track = this.#tracks.get(replica);
    if (track === undefined) {
      track = { contiguous: 0, beyond: new Set() };
      this.#tracks.set(replica, track);
    }
    return track;
  }
}

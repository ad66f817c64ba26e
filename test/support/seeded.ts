import { chanceOf } from '@shared/domain/sample/chance';

/**
 * UUIDv7 from a seed: time in the first 48 bits (one millisecond an id, so that they sort as they
 * were made), then version, variant and seeded digits.
 */
export function seededIds(seed: number, startMs = Date.UTC(2026, 0, 1)): () => string {
  const chance = chanceOf(seed);
  let ms = startMs;
  const digits = (count: number) =>
    chance
      .below(16 ** count)
      .toString(16)
      .padStart(count, '0');
  return () => {
    ms += 1;
    const time = ms.toString(16).padStart(12, '0');
    const head = `${time.slice(0, 8)}-${time.slice(8)}-7${digits(3)}`;
    return `${head}-${(8 + chance.below(4)).toString(16)}${digits(3)}-${digits(6)}${digits(6)}`;
  };
}

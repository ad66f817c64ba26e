import type { Finding } from '../report';
import type { Stage } from '../stage/stage';

/** Something that the bench can measure, by the name that `--only` takes. */
export interface Measure {
  readonly name: string;
  readonly about: string;
  /** The largest scale at which it makes sense, and why not beyond. */
  readonly upTo?: { readonly scale: number; readonly because: string };
  readonly take: (stage: Stage) => Promise<Finding[]>;
}

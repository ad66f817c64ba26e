import { sideBySide, type Finding } from '../report';
import type { BenchDesk } from '../stage/desk';
import type { LoadName, Stage } from '../stage/stage';

/** Something that the bench can measure, by the name that `--only` takes. */
export interface Measure {
  readonly name: string;
  readonly about: string;
  /** The largest scale at which it makes sense, and why not beyond. */
  readonly upTo?: { readonly scale: number; readonly because: string };
  readonly take: (stage: Stage) => Promise<Finding[]>;
}

/** Takes the same at desks without protection, then at desks with it, for findings side by side. */
export async function bothWays(
  stage: Stage,
  take: (desk: (name: LoadName) => Promise<BenchDesk>) => Promise<Finding[]>,
): Promise<Finding[]> {
  const off = await take((name) => stage.desk(name));
  const on = await take((name) => stage.desk(name, 'protected'));
  return sideBySide(off, on);
}

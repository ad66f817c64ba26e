import { acknowledgement } from './acknowledgement';
import { bundle } from './bundle';
import { importing } from './import';
import { incoming } from './incoming';
import type { Measure } from './measure';
import { memory } from './memory';
import { reprojection } from './reprojection';
import { search } from './search';
import { startUp } from './start-up';
import { statistics } from './statistics';
import { workbook } from './workbook';

/** In the order in which they are taken: the first finds an empty database, as it must. */
export const MEASURES: readonly Measure[] = [
  reprojection,
  startUp,
  search,
  acknowledgement,
  incoming,
  memory,
  statistics,
  importing,
  workbook,
  bundle,
];

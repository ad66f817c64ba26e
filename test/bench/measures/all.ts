import { acknowledgement } from './acknowledgement';
import { bundle } from './bundle';
import { duplicates } from './duplicates';
import { forget } from './forget';
import { importing } from './import';
import { incoming } from './incoming';
import type { Measure } from './measure';
import { journal } from './journal';
import { matching } from './matching';
import { memory } from './memory';
import { protect } from './protect';
import { reprojection } from './reprojection';
import { search } from './search';
import { startUp } from './start-up';
import { statistics } from './statistics';
import { verify } from './verify';
import { workbook } from './workbook';

/** In the order in which they are taken: the first finds an empty database, as it must. */
export const MEASURES: readonly Measure[] = [
  reprojection,
  startUp,
  search,
  acknowledgement,
  incoming,
  memory,
  journal,
  verify,
  protect,
  forget,
  statistics,
  duplicates,
  matching,
  importing,
  workbook,
  bundle,
];

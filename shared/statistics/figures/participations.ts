import { hasAttended } from './attended';
import type { Figure } from './figure';

/** The sum over meetings of *attended*: somebody who came to two meetings counts twice. */
export const participations: Figure<'participations'> = {
  key: 'participations',
  unit: 'participations',
  counts: hasAttended,
};

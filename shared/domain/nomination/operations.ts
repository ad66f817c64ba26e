import { changing, creating } from '../record';
import { nominationFields, nominationPersonal } from './types';

const nomination = {
  table: 'nominations' as const,
  fields: nominationFields,
  personal: nominationPersonal,
};

export const nominationOperations = {
  'nomination.received': creating(nomination),
  'nomination.changed': changing(nomination),
  'nomination.accepted': changing(nomination),
  'nomination.declined': changing(nomination),
  'nomination.reconfirmed': changing(nomination),
  'nomination.withdrawn': changing(nomination),
  'nomination.replaced': changing(nomination),
  'nomination.identity-seen': changing({
    table: 'nominations',
    fields: nominationFields.pick({ identitySeenAt: true }),
  }),
};

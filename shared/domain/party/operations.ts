import { changing, creating } from '../record';
import { partyFields } from './types';

const party = { table: 'parties' as const, fields: partyFields };

export const partyOperations = {
  'party.added': creating(party),
  'party.changed': changing(party),
};

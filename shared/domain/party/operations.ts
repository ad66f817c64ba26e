import { changing, creating } from '../record';
import { partyFields, partyPersonal } from './types';

const party = { table: 'parties' as const, fields: partyFields, personal: partyPersonal };

export const partyOperations = {
  'party.added': creating(party),
  'party.changed': changing(party),
};

import { changing, creating } from '../record';
import { agendaFields } from './types';

const item = { table: 'agenda' as const, fields: agendaFields };

export const agendaOperations = {
  'agenda.added': creating(item),
  'agenda.changed': changing(item),
  'agenda.moved': changing(item),
};

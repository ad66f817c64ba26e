import { changing, creating } from '../record';
import { badgeFields, badgePersonal, printFields, printPersonal, scanFields } from './types';

const badge = { table: 'badges' as const, fields: badgeFields, personal: badgePersonal };
const print = { table: 'prints' as const, fields: printFields, personal: printPersonal };
const scan = { table: 'scans' as const, fields: scanFields };

export const badgeOperations = {
  'badge.issued': creating(badge),
  'badge.changed': changing(badge),
  'badge.revoked': changing(badge),
  'badge.lent': changing(badge),
  'badge.returned': changing(badge),
  'badge.printed': creating(print),
  'scan.kept': creating(scan),
  'scan.settled': changing(scan),
  'scan.dismissed': changing(scan),
};

import { changing, creating } from '../record';
import {
  aliasFields,
  aliasPersonal,
  loginFields,
  loginPersonal,
  reportFields,
  reportPersonal,
} from './types';

const report = { table: 'reports' as const, fields: reportFields, personal: reportPersonal };
const login = { table: 'logins' as const, fields: loginFields, personal: loginPersonal };
const alias = { table: 'aliases' as const, fields: aliasFields, personal: aliasPersonal };

export const virtualOperations = {
  'report.imported': creating(report),
  'report.changed': changing(report),
  'login.recorded': creating(login),
  'login.linked': changing(login),
  'alias.confirmed': creating(alias),
  'alias.changed': changing(alias),
};

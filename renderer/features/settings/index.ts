import { lazy } from 'react';

export const SettingsPage = lazy(() =>
  import('./settings-page').then((page) => ({ default: page.SettingsPage })),
);
export { BackupState } from './backup-state';
export { SettingsProvider, useSettings } from './settings-context';
export { useRegisterStatus } from './use-register-status';

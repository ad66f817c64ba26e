import { lazy } from 'react';

export const OperatorsSection = lazy(() =>
  import('./operators-section').then((section) => ({ default: section.OperatorsSection })),
);
export { PermissionNotice, Permitted } from './permitted';
export { QuickSwitch } from './quick-switch';
export { openQuickSwitch, SWITCH_KEYS } from './quick-switch-state';
export { useOperator, useOperatorName } from './use-operator';
export { usePermission } from './use-permission';
export { useRefusal } from './use-refusal';

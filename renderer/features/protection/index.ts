export { askForProtection } from './asked-for';
export { LockScreen, ProtectionSection } from './doors';
export { ProtectionMark } from './protection-mark';
export { ProtectionNotice } from './protection-notice';
export { useProtectionStatus } from './protection-status';
export { SetUpDialog, useSetUpProtection } from './set-up-door';
export { useIdleLock } from './use-idle-lock';
export { useLockCommand } from './use-lock-command';

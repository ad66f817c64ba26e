import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';

const Steps = lazy(() =>
  import('./set-up/set-up-steps').then((module) => ({ default: module.SetUpSteps })),
);

interface SetUpDialogProps {
  onClose: () => void;
}

/** Three steps from a readable desk to a protected one. Mounted while it is open. */
export function SetUpDialog({ onClose }: SetUpDialogProps) {
  return (
    <Suspense fallback={null}>
      <Steps onClose={onClose} />
    </Suspense>
  );
}

interface SetUpProtection {
  readonly open: () => void;
  /**
   * To be rendered by whoever opens it, in a place that stays when the desk is protected: its last
   * step says so.
   */
  readonly dialog: ReactNode;
}

/** The way to the set-up dialog, from any place of the window. */
export function useSetUpProtection(): SetUpProtection {
  const [opened, setOpened] = useState(false);
  const open = useCallback(() => setOpened(true), []);
  return { open, dialog: opened ? <SetUpDialog onClose={() => setOpened(false)} /> : null };
}

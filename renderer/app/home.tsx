import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { useSettings } from '@renderer/features/settings';

/** Where a window without an address begins: at the first start, else at the list. */
export function Home() {
  const { settings } = useSettings();
  return <Navigate to={settings.started ? '/meetings' : '/start'} replace />;
}

/** Everything but the first start waits until the first start is done. */
export function StartedOnly({ children }: { children: ReactNode }) {
  const { settings } = useSettings();
  return settings.started ? children : <Navigate to="/start" replace />;
}

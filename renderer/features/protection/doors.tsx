import { lazy, Suspense } from 'react';
import { Loading } from '@renderer/ui/states';

const Lock = lazy(() =>
  import('./lock/lock-screen').then((module) => ({ default: module.LockScreen })),
);
const Section = lazy(() =>
  import('./section/protection-section').then((module) => ({ default: module.ProtectionSection })),
);

/** The whole window while the desk is locked. Needs words, looks and settings, but no store. */
export function LockScreen() {
  return (
    <Suspense
      fallback={
        <main>
          <Loading />
        </main>
      }
    >
      <Lock />
    </Suspense>
  );
}

/** How this desk is protected, for the set-up page. */
export function ProtectionSection() {
  return (
    <Suspense fallback={<Loading />}>
      <Section />
    </Suspense>
  );
}

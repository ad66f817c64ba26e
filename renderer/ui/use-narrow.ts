import { useMediaQuery } from '@mantine/hooks';

/** Below this width the rail shows icons only, and a table the columns that one needs most. */
const NARROW = '(max-width: 68rem)';

/** Whether the window is a small one, from the first picture on. */
export function useNarrow(): boolean {
  return useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
}

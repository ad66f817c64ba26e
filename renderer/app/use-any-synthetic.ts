import { useRecords } from '@renderer/db/hooks';

/** Whether any programme here has invented people in it. */
export function useAnySynthetic(): boolean {
  const programmes = useRecords('programmes');
  return programmes.state === 'ready' && programmes.value.some((one) => one.synthetic);
}

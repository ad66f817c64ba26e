import { useCallback, useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useDraftText } from '@renderer/db/draft-text';
import type { MeetingForm } from './schema';

interface KeptForm {
  /** What stands in the form was typed before and never saved. */
  readonly restored: boolean;
  /** It has been saved, or is not wanted any more. */
  readonly settle: () => void;
}

/** Keeps what is typed into a form through a crash or a change of page, until it is saved. */
export function useKeptForm(key: string, form: UseFormReturn<MeetingForm>): KeptForm {
  const { text, type, settle } = useDraftText(key, '');
  const [restored, setRestored] = useState(false);
  const begun = useRef(false);
  // Submitting tells of the same values once more after they were saved.
  const settled = useRef<string | null>(null);
  const { subscribe, reset, getValues } = form;

  useEffect(() => {
    if (begun.current || text === '') return;
    begun.current = true;
    // What an earlier version of the form did not have yet is as it would be without the text.
    const kept = JSON.parse(text) as Partial<MeetingForm>;
    reset({ ...getValues(), ...kept }, { keepDefaultValues: true });
    setRestored(true);
  }, [text, reset, getValues]);

  useEffect(
    () =>
      subscribe({
        formState: { values: true, isDirty: true },
        callback: ({ values, isDirty }) => {
          const now = JSON.stringify(values);
          if (isDirty !== true || now === settled.current) return;
          begun.current = true;
          type(now);
        },
      }),
    [subscribe, type],
  );

  const done = useCallback(() => {
    begun.current = true;
    settled.current = JSON.stringify(getValues());
    setRestored(false);
    settle();
  }, [settle, getValues]);

  return { restored, settle: done };
}

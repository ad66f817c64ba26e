import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { PatternSession } from '@shared/domain/meeting/copy';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Programme } from '@shared/domain/programme/operations';
import { useCommands } from '@renderer/ui/commands';
import { Hint } from '@renderer/ui/key-hint';
import { ariaKeys } from '@renderer/ui/keys';
import { AttendanceFields } from './attendance-fields';
import { BodyFields } from './body-fields';
import { DateFields } from './date-fields';
import { NominationFields } from './nomination-fields';
import { PlaceFields } from './place-fields';
import { resolverFor } from './resolver';
import { RetentionFields } from './retention-fields';
import { SessionFields } from './session-fields';
import type { MeetingForm as Values } from './schema';
import { useKeptForm } from './use-kept-form';

const SAVE_KEYS = 'Mod+S';
const NO_PATTERN: readonly PatternSession[] = [];

interface MeetingFormProps {
  initial: Values;
  programmes: readonly Programme[];
  /** All meetings, to propose the next ordinal. */
  meetings: readonly Meeting[];
  /** The meeting that is being changed; `null` for a new one. */
  before: Meeting | null;
  /** When the meeting that is copied sat. */
  pattern?: readonly PatternSession[];
  /** What is typed is kept under this name until it is saved. */
  keptAs: string;
  submitLabel: string;
  /** Whether it was saved. */
  onSubmit: (values: Values) => Promise<boolean>;
}

/** Everything about a meeting that is settled before it: body, place, dates, sessions. */
export function MeetingForm(props: MeetingFormProps) {
  const { initial, programmes, meetings, before, keptAs, submitLabel, onSubmit } = props;
  const { pattern = NO_PATTERN } = props;
  const { t } = useTranslation('meetings');
  const resolver = useMemo(() => resolverFor(before, meetings), [before, meetings]);
  const form = useForm<Values>({
    defaultValues: initial,
    resolver,
    mode: 'onTouched',
  });
  const { handleSubmit, formState, reset } = form;
  const { restored, settle } = useKeptForm(`meeting-form:${keptAs}`, form);
  const changes = before !== null;
  useEffect(() => {
    // A move or another desk has changed the meeting: only what is being typed here is kept.
    if (changes) reset(initial, { keepDirtyValues: true });
  }, [changes, initial, reset]);
  const submit = useMemo(
    () =>
      handleSubmit(async (values) => {
        if (!(await onSubmit(values))) return;
        // In this order: what a reset tells of is settled with the rest.
        reset({ ...values, changeReason: '' });
        settle();
      }),
    [handleSubmit, onSubmit, settle, reset],
  );
  const commands = useMemo(
    () => [
      {
        id: 'meetings.save',
        label: submitLabel,
        group: t('title'),
        keys: SAVE_KEYS,
        run: () => void submit(),
      },
    ],
    [submitLabel, t, submit],
  );
  useCommands(commands);

  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="lg">
          {restored && (
            <Alert
              icon={<IconHistory size={20} aria-hidden="true" />}
              title={t('form.restored')}
              withCloseButton
              closeButtonLabel={t('form.discard')}
              onClose={() => {
                settle();
                reset(initial);
              }}
            >
              {t('form.restoredHint')}
            </Alert>
          )}
          <BodyFields programmes={programmes} meetings={meetings} before={before} />
          <PlaceFields />
          <DateFields before={before} pattern={pattern} />
          <SessionFields pattern={pattern} />
          <NominationFields />
          <AttendanceFields />
          <RetentionFields before={before} />
          <Group justify="flex-end" gap="md">
            {formState.submitCount > 0 && !formState.isValid && (
              <span role="alert">{t('form.lookAbove')}</span>
            )}
            <Hint label={submitLabel} keys={SAVE_KEYS} position="top">
              <Button
                type="submit"
                size="md"
                loading={formState.isSubmitting}
                aria-keyshortcuts={ariaKeys(SAVE_KEYS)}
              >
                {submitLabel}
              </Button>
            </Hint>
          </Group>
        </Stack>
      </form>
    </FormProvider>
  );
}

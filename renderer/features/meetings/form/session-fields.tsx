import { ActionIcon, Button, Group, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash, IconWand } from '@tabler/icons-react';
import { Controller, useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { dayAfter, daysBetween, MAX_DAYS } from '@shared/domain/meeting/plan-sessions';
import { formatDay } from '@shared/i18n/format';
import { Section } from '@renderer/ui/page';
import { TimeField } from '@renderer/ui/time-field';
import { useProblem } from './use-problem';
import { USUAL_SITTINGS, usePlannedRows } from './use-plan-sessions';
import type { MeetingForm } from './schema';
import classes from './form.module.css';

/** The sittings, in wall-clock time of the meeting's place. */
export function SessionFields() {
  const { t } = useTranslation('meetings');
  const { control, getValues } = useFormContext<MeetingForm>();
  const { fields, append, remove, replace } = useFieldArray({ control, name: 'sessions' });
  const planned = usePlannedRows();
  const [timeZone, start] = useWatch({ control, name: ['timeZone', 'start'] });

  const add = () => {
    const last = getValues('sessions').at(-1);
    append({
      record: null,
      name: '',
      date: last?.date ?? getValues('start'),
      from: last?.to ?? '09:30',
      to: '',
    });
  };

  return (
    <Section
      title={t('form.sessions')}
      aside={<span className={classes.zone}>{t('form.sessionsZone', { zone: timeZone })}</span>}
    >
      {fields.length === 0 && <p className={classes.none}>{t('form.noSessions')}</p>}
      {fields.length > 0 && (
        <div className={classes.sessionHead} aria-hidden="true">
          <span>{t('form.sessionTitle')}</span>
          <span>{t('form.sessionDate')}</span>
          <span>{t('form.sessionFrom')}</span>
          <span>{t('form.sessionTo')}</span>
        </div>
      )}
      {fields.map((row, index) => (
        <SessionLine key={row.id} index={index} onRemove={() => remove(index)} />
      ))}
      <Group gap="sm" mt="sm">
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={add}
        >
          {t('form.addSession')}
        </Button>
        {fields.length === 0 && (
          <Button
            variant="default"
            size="compact-md"
            disabled={start === ''}
            leftSection={<IconWand size={16} aria-hidden="true" />}
            onClick={() => replace(planned(USUAL_SITTINGS))}
          >
            {t('form.planSessions')}
          </Button>
        )}
      </Group>
    </Section>
  );
}

function SessionLine({ index, onRemove }: { index: number; onRemove: () => void }) {
  const { t } = useTranslation('meetings');
  const problem = useProblem();
  const { control, register, formState } = useFormContext<MeetingForm>();
  const errors = formState.errors.sessions?.[index];
  const days = useDays();
  const number = index + 1;
  return (
    <div className={classes.session} role="group" aria-label={t('form.sessionNumber', { number })}>
      <TextInput
        aria-label={t('form.sessionTitle')}
        maxLength={200}
        {...register(`sessions.${index}.name`)}
        error={problem(errors?.name?.message)}
      />
      <Controller
        control={control}
        name={`sessions.${index}.date`}
        render={({ field }) => (
          <Select
            aria-label={t('form.sessionDate')}
            placeholder={t('form.choose')}
            allowDeselect={false}
            data={days(field.value)}
            value={field.value === '' ? null : field.value}
            onBlur={field.onBlur}
            onChange={(value) => field.onChange(value ?? '')}
            error={problem(errors?.date?.message)}
          />
        )}
      />
      {(['from', 'to'] as const).map((end) => (
        <Controller
          key={end}
          control={control}
          name={`sessions.${index}.${end}`}
          render={({ field }) => (
            <TimeField
              label={t(end === 'from' ? 'form.sessionFrom' : 'form.sessionTo')}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              ref={field.ref}
              error={problem(errors?.[end]?.message)}
            />
          )}
        />
      ))}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('form.removeSession', { number })}
        onClick={onRemove}
      >
        <IconTrash size={18} stroke={1.6} />
      </ActionIcon>
    </div>
  );
}

/** The days of the meeting, and of the session in question if that is another. */
function useDays(): (own: string) => { value: string; label: string }[] {
  const { i18n } = useTranslation('meetings');
  const { control } = useFormContext<MeetingForm>();
  const [start, end] = useWatch({ control, name: ['start', 'end'] });
  const days: string[] = [];
  if (start !== '') {
    const count = end === '' ? 1 : Math.min(daysBetween(start, end) + 1, MAX_DAYS);
    for (let day = 0; day < count; day += 1) days.push(dayAfter(start, day));
  }
  return (own) => {
    const all = own === '' || days.includes(own) ? days : [...days, own].sort();
    return all.map((value) => ({ value, label: formatDay(value, i18n.language, 'short') }));
  };
}

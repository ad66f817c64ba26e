import { ActionIcon, Button, Group, Select, TextInput } from '@mantine/core';
import { IconArrowsMoveHorizontal, IconPlus, IconTrash, IconWand } from '@tabler/icons-react';
import { Controller, useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { PatternSession } from '@shared/domain/meeting/copy';
import { dayAfter, daysBetween, MAX_DAYS } from '@shared/domain/meeting/plan-sessions';
import { formatDay } from '@shared/i18n/format';
import { Section } from '@renderer/ui/page';
import { TimeField } from '@renderer/ui/time-field';
import { useProblem } from './use-problem';
import { usePlannedRows } from './use-plan-sessions';
import type { MeetingForm } from './schema';
import classes from './form.module.css';

/** The sittings, in wall-clock time of the meeting's place. */
export function SessionFields({ pattern }: { pattern: readonly PatternSession[] }) {
  const { t } = useTranslation('meetings');
  const { control, getValues } = useFormContext<MeetingForm>();
  const { fields, append, remove, replace } = useFieldArray({ control, name: 'sessions' });
  const planned = usePlannedRows(pattern);
  const timeZone = useWatch({ control, name: 'timeZone' });
  const { days } = useDays();

  const add = () => {
    const last = getValues('sessions').at(-1);
    append({
      record: null,
      name: '',
      date: last?.date ?? days[0] ?? '',
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
          disabled={days.length === 0}
          onClick={add}
        >
          {t('form.addSession')}
        </Button>
        {fields.length === 0 && (
          <Button
            variant="default"
            size="compact-md"
            disabled={days.length === 0}
            leftSection={<IconWand size={16} aria-hidden="true" />}
            onClick={() => replace(planned())}
          >
            {t('form.planSessions')}
          </Button>
        )}
        <MoveSessions />
      </Group>
    </Section>
  );
}

/** Offered when sessions lie outside the meeting's days: takes them along, at their hours. */
function MoveSessions() {
  const { t } = useTranslation('meetings');
  const { control, getValues, setValue } = useFormContext<MeetingForm>();
  const sessions = useWatch({ control, name: 'sessions' });
  const { days } = useDays();
  const [first] = sessions.flatMap(({ date }) => (date === '' ? [] : [date])).sort();
  const [start] = days;
  const outside = sessions.some(({ date }) => date !== '' && !days.includes(date));
  if (first === undefined || start === undefined || !outside || first === start) return null;
  const move = () => {
    const by = daysBetween(first, start);
    getValues('sessions').forEach(({ date }, index) => {
      if (date === '') return;
      const options = { shouldDirty: true, shouldValidate: true } as const;
      setValue(`sessions.${index}.date`, dayAfter(date, by), options);
    });
  };
  return (
    <Button
      variant="light"
      size="compact-md"
      leftSection={<IconArrowsMoveHorizontal size={16} aria-hidden="true" />}
      onClick={move}
    >
      {t('form.moveSessions')}
    </Button>
  );
}

function SessionLine({ index, onRemove }: { index: number; onRemove: () => void }) {
  const { t } = useTranslation('meetings');
  const problem = useProblem();
  const { control, register, formState } = useFormContext<MeetingForm>();
  const errors = formState.errors.sessions?.[index];
  const { options } = useDays();
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
            data={options(field.value)}
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

/** The days of the meeting; as options together with the session's own if that is another. */
function useDays(): {
  days: readonly string[];
  options: (own: string) => { value: string; label: string }[];
} {
  const { i18n } = useTranslation('meetings');
  const { control } = useFormContext<MeetingForm>();
  const [precision, start, end] = useWatch({ control, name: ['precision', 'start', 'end'] });
  const days: string[] = [];
  if (precision === 'day' && start.length === 10) {
    const count = end.length < 10 ? 1 : Math.min(daysBetween(start, end) + 1, MAX_DAYS);
    for (let day = 0; day < count; day += 1) days.push(dayAfter(start, day));
  }
  const options = (own: string) => {
    const all = own === '' || days.includes(own) ? days : [...days, own].sort();
    return all.map((value) => ({ value, label: formatDay(value, i18n.language, 'short') }));
  };
  return { days, options };
}

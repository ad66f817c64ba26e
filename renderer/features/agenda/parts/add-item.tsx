import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewItem } from '@shared/domain/agenda/decide';
import type { NumberedItem } from '@shared/domain/agenda/rules';
import type { Session } from '@shared/domain/meeting/types';
import { useRefusal } from '@renderer/features/operators';
import type { ActResult } from '../../../db/act';
import classes from '../agenda.module.css';

interface Props {
  readonly entries: readonly NumberedItem[];
  readonly sessions: readonly Session[];
  readonly onAdd: (item: Omit<NewItem, 'meeting'>) => Promise<ActResult>;
}

/** One line adds an item; the box is ready for the next one at once. */
export function AddItem({ entries, sessions, onAdd }: Props) {
  const { t } = useTranslation('agenda');
  const refusal = useRefusal();
  const [title, setTitle] = useState('');
  const [parent, setParent] = useState<string | null>(null);
  const [session, setSession] = useState<string | null>(null);
  const [minutes, setMinutes] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);
  const box = useRef<HTMLInputElement>(null);

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void onAdd({ parent, title, session, minutes }).then((result) => {
      if (result.ok) {
        setTitle('');
        setError(null);
      } else {
        const own = result.reason === 'no-title' ? 'error.noTitle' : 'notSaved';
        setError(refusal(result) ?? t(own));
      }
      box.current?.focus();
    });
  };

  return (
    <form className={classes.add} onSubmit={submit} aria-label={t('add')}>
      <TextInput
        ref={box}
        className={classes.addTitle}
        label={t('newItem')}
        placeholder={t('newItemHint')}
        value={title}
        error={error}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Select
        label={t('under')}
        placeholder={t('topLevel')}
        clearable
        value={parent}
        onChange={setParent}
        data={entries.map(({ item, number }) => ({
          value: item.id,
          label: `${number} ${item.title}`,
        }))}
      />
      <Select
        label={t('session')}
        placeholder={t('noSession')}
        clearable
        value={session}
        onChange={setSession}
        data={sessions.map((one) => ({ value: one.id, label: one.name }))}
      />
      <NumberInput
        className={classes.addMinutes}
        label={t('minutes')}
        min={0}
        max={6000}
        allowDecimal={false}
        value={minutes ?? ''}
        onChange={(value) => setMinutes(typeof value === 'number' ? value : null)}
      />
      <Button type="submit" leftSection={<IconPlus size={16} aria-hidden />}>
        {t('add')}
      </Button>
    </form>
  );
}

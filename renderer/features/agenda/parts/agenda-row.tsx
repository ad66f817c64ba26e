import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemChange } from '@shared/domain/agenda/decide';
import type { NumberedItem } from '@shared/domain/agenda/rules';
import { agendaStateSchema } from '@shared/domain/agenda/types';
import type { Session } from '@shared/domain/meeting/types';
import { Hint } from '../../../ui/key-hint';
import classes from '../agenda.module.css';

interface Props {
  readonly entry: NumberedItem;
  readonly sessions: readonly Session[];
  readonly onChange: (change: ItemChange) => void;
  readonly onMove: (direction: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One item: number, title (edited in place), state, and its moves. */
export function AgendaRow({ entry, sessions, onChange, onMove, onRemove }: Props) {
  const { t } = useTranslation('agenda');
  const { item, number, depth } = entry;
  const [title, setTitle] = useState<string | null>(null);
  const session = sessions.find((one) => one.id === item.session);

  const leave = () => {
    if (title !== null && title.trim() !== '' && title !== item.title) onChange({ title });
    setTitle(null);
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key === 'Escape') setTitle(null);
    if (event.altKey && event.key === 'ArrowUp') onMove(-1);
    if (event.altKey && event.key === 'ArrowDown') onMove(1);
  };

  const indent = { '--depth': depth };
  return (
    <li className={classes.row} style={indent} data-state={item.state}>
      <bdi className={classes.number}>{number}</bdi>
      <div className={classes.what}>
        <TextInput
          className={classes.title}
          variant="unstyled"
          aria-label={t('titleOf', { number })}
          value={title ?? item.title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          onBlur={leave}
          onKeyDown={onKey}
        />
        <span className={classes.detail}>
          {[session?.name, item.minutes === null ? '' : t('minutesShort', { count: item.minutes })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <Select
        className={classes.state}
        aria-label={t('stateOf', { number })}
        allowDeselect={false}
        value={item.state}
        data={agendaStateSchema.options.map((state) => ({
          value: state,
          label: t(`state.${state}`),
        }))}
        onChange={(value) => {
          const state = agendaStateSchema.safeParse(value);
          if (state.success) onChange({ state: state.data });
        }}
      />
      <Hint label={t('moveUp')} keys="Alt+ArrowUp">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('moveUpOf', { number })}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={18} />
        </ActionIcon>
      </Hint>
      <Hint label={t('moveDown')} keys="Alt+ArrowDown">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('moveDownOf', { number })}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={18} />
        </ActionIcon>
      </Hint>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('removeOf', { number })}
        onClick={onRemove}
      >
        <IconTrash size={18} />
      </ActionIcon>
    </li>
  );
}

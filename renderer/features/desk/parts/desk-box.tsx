import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ClipboardEventHandler, KeyboardEventHandler, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { useBox } from '../acts/use-box';
import classes from '../desk.module.css';
import { optionId } from './search-results';

interface Props {
  readonly box: ReturnType<typeof useBox>;
  readonly listId: string;
  readonly searching: boolean;
  /** Letters narrow the roll-call instead of finding anybody. */
  readonly calling: boolean;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onKey: KeyboardEventHandler<HTMLInputElement>;
  readonly onPaste: ClipboardEventHandler<HTMLInputElement>;
}

/** The one box. It has the focus again after everything. */
export function DeskBox({ box, listId, searching, calling, inputRef, onKey, onPaste }: Props) {
  const { t } = useTranslation('desk');
  return (
    <TextInput
      ref={inputRef}
      data-autofocus
      data-desk-box
      autoFocus
      className={classes.box}
      size="xl"
      role="combobox"
      aria-label={t('search')}
      aria-expanded={searching}
      aria-controls={listId}
      aria-autocomplete="list"
      {...(searching ? { 'aria-activedescendant': optionId(listId, box.active) } : {})}
      placeholder={t(calling ? 'rollCall.type' : 'searchHint')}
      leftSection={<IconSearch size={24} aria-hidden />}
      autoComplete="off"
      spellCheck={false}
      value={box.typed}
      onChange={(event) => box.type(event.currentTarget.value)}
      onKeyDown={onKey}
      onPaste={onPaste}
    />
  );
}

import { Button, TextInput } from '@mantine/core';
import { useId, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/types';
import type { DeskModel } from '../use-desk';
import { NamesakeList, rowId } from './namesake-list';
import type { Who } from './use-who';
import classes from './walk-in.module.css';

interface Props {
  readonly who: Who;
  readonly model: DeskModel;
  readonly focused: boolean;
  readonly error: string | null;
  readonly nameRef: Ref<HTMLInputElement>;
  readonly listRef: Ref<HTMLUListElement>;
  /** The question which of them it is has to be answered before anything is saved. */
  readonly asking: boolean;
  /** Somebody known was chosen, or `null`: somebody new. */
  readonly onTake: (person: Person | null) => void;
  /** Goes on to the next field. */
  readonly onNext: () => void;
}

/** The name, and under it who is known already and may be meant: arrows choose, Enter takes. */
export function WhoField(props: Props) {
  const { who, model, focused, error, nameRef, listRef, asking, onTake, onNext } = props;
  const { t } = useTranslation('walkIn');
  const listId = useId();
  const { namesakes, active } = who;
  const any = namesakes.length > 0;

  if (who.known !== null) {
    return (
      <div className={classes.known}>
        <p className={classes.knownName}>
          <bdi>{displayName(who.known)}</bdi>
        </p>
        <p className={classes.quiet}>{t('known.taken')}</p>
        <Button variant="subtle" size="compact-md" onClick={() => who.take(null)}>
          {t('known.release')}
        </Button>
      </div>
    );
  }

  const takeActive = () => onTake(namesakes[active - 1]?.person ?? null);
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (!any) return;
        event.preventDefault();
        who.move(event.key === 'ArrowDown' ? 1 : -1);
        return;
      case 'Enter':
        event.preventDefault();
        // A key that is held down answers no question.
        if (event.repeat) return;
        if (asking || active > 0) takeActive();
        else onNext();
    }
  };

  return (
    <>
      <TextInput
        ref={nameRef}
        size="md"
        label={t('name')}
        withAsterisk
        maxLength={400}
        spellCheck={false}
        data-autofocus={focused || undefined}
        autoFocus={focused}
        value={who.name}
        error={error}
        {...(any
          ? {
              role: 'combobox',
              'aria-expanded': true,
              'aria-controls': listId,
              'aria-autocomplete': 'list',
              ...(active > 0 ? { 'aria-activedescendant': rowId(listId, active) } : {}),
            }
          : {})}
        onChange={(event) => who.change(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      {any && (
        <NamesakeList
          id={listId}
          listRef={listRef}
          model={model}
          who={who}
          asking={asking}
          onKeyDown={onKey}
          onTake={onTake}
        />
      )}
    </>
  );
}

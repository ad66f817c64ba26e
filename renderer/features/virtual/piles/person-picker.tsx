import { Button, Pill, TextInput } from '@mantine/core';
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_BEHIND_ONE } from '@shared/domain/virtual/decisions';
import type { Login } from '@shared/domain/virtual/types';
import { displayName, listName } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/types';
import type { LoginMatch } from '@shared/matching/candidates';
import { offered } from '@shared/matching/certain';
import { Permitted } from '@renderer/features/operators';
import { Tag } from '../../../ui/tag';
import { EvidenceList } from './evidence-list';
import type { Pile } from './pile';
import classes from './piles.module.css';

interface Props {
  readonly pile: Pile;
  readonly login: Login;
  readonly match: LoginMatch | undefined;
  readonly onDone: (persons: readonly string[]) => void;
  /** Somebody who is known and not nominated for this meeting. */
  readonly onUnnominated: (person: Person) => void;
  readonly onCancel: () => void;
}

const SHOWN = 8;
const NOTHING = -1;

/**
 * Anybody, by typing: one person or the several who sit behind one login. Enter takes the row that
 * is marked, Enter in the empty box confirms those who were taken.
 */
export function PersonPicker({ pile, login, match, onDone, onUnnominated, onCancel }: Props) {
  const { t } = useTranslation('matching');
  const { book, index, model } = pile;
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [taken, setTaken] = useState<readonly string[]>([]);

  const found = useMemo(() => {
    const typed = query.trim();
    const likely =
      match === undefined ? [] : offered(match, login.rejected).map(({ person }) => person);
    const parties = match?.linked === null ? match.parties : [];
    const ids =
      typed === ''
        ? [...likely, ...book.membersOf(parties).map((person) => person.id)]
        : (index?.search(typed, 2 * SHOWN) ?? []).map((hit) => hit.id);
    return [...new Set(ids.map((one) => book.roots.of(one)))]
      .filter((one) => !taken.includes(one))
      .flatMap((one) => book.person(one) ?? [])
      .slice(0, typed === '' ? MOST_BEHIND_ONE : SHOWN);
  }, [query, match, login.rejected, book, index, taken]);
  const marked = Math.min(active, found.length - 1);

  const take = (person: Person) => {
    if (!book.isNominated(person.id) && taken.length === 0) {
      onUnnominated(person);
      return;
    }
    if (taken.length < MOST_BEHIND_ONE) setTaken([...taken, person.id]);
    setQuery('');
    // Nothing is marked now: Enter confirms, an arrow goes on to somebody else.
    setActive(NOTHING);
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      const from = marked === NOTHING && step === -1 ? 0 : marked;
      setActive((from + step + found.length) % found.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const person = found[marked];
      if (person !== undefined) take(person);
      else if (taken.length > 0) onDone(taken);
    } else if (event.key === 'Backspace' && query === '') {
      setTaken(taken.slice(0, -1));
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (query === '') onCancel();
      else setQuery('');
    }
  };

  return (
    <div className={classes.panel}>
      {taken.length > 0 && (
        <ul className={classes.taken} aria-label={t('picker.taken')}>
          {taken.map((one) => {
            const person = book.person(one);
            if (person === undefined) return null;
            return (
              <li key={one}>
                <Pill
                  withRemoveButton
                  removeButtonProps={{
                    'aria-label': t('picker.remove', { name: displayName(person) }),
                  }}
                  onRemove={() => setTaken(taken.filter((other) => other !== one))}
                >
                  <bdi>{displayName(person)}</bdi>
                </Pill>
                <EvidenceList
                  evidence={pile.explain(login, person)}
                  parties={model.parties}
                  meeting={model.meeting.id}
                />
              </li>
            );
          })}
        </ul>
      )}
      <TextInput
        autoFocus
        label={t('picker.label', { name: login.name })}
        description={t('picker.hint')}
        value={query}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={marked >= 0 ? `${id}-${String(marked)}` : ''}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKey}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={t('picker.found')} className={classes.found}>
        {found.map((person, at) => (
          <li
            key={person.id}
            id={`${id}-${String(at)}`}
            role="option"
            aria-selected={at === marked}
            className={classes.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(person)}
          >
            <span>
              <bdi className={classes.candidateName}>{listName(person)}</bdi>{' '}
              {book.isNominated(person.id) ? (
                <span className={classes.quiet}>{book.partyOf(person.id)}</span>
              ) : (
                <Tag tone="warning">{t('picker.notNominated')}</Tag>
              )}
            </span>
            <EvidenceList
              evidence={pile.explain(login, person)}
              parties={model.parties}
              meeting={model.meeting.id}
            />
          </li>
        ))}
      </ul>
      {query.trim() !== '' && found.length === 0 && (
        <p className={classes.quiet} role="status">
          {index === null ? t('picker.preparing') : t('picker.nobody')}
        </p>
      )}
      <div className={classes.actions}>
        <Permitted act="login.linked">
          <Button disabled={taken.length === 0} onClick={() => onDone(taken)}>
            {t('picker.confirm', { count: taken.length })}
          </Button>
        </Permitted>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}

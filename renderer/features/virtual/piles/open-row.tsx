import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { listName } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/types';
import type { Link, Login } from '@shared/domain/virtual/types';
import type { LoginMatch } from '@shared/matching/candidates';
import { offered } from '@shared/matching/certain';
import { Permitted, usePermission } from '@renderer/features/operators';
import { matchesKeys } from '../../../ui/keys';
import { EvidenceList } from './evidence-list';
import { Differing } from './differing';
import { LoginHead } from './login-head';
import { NobodyChoice } from './nobody-choice';
import { PersonPicker } from './person-picker';
import { usePile } from './pile';
import { WalkInChoice } from './walk-in-choice';
import classes from './piles.module.css';

interface Props {
  readonly login: Login;
  readonly match: LoginMatch | undefined;
  /** Called before a decision is written; what it answers puts the focus on the next row. */
  readonly onDecide: (login: Login) => (done: boolean) => void;
  readonly onUndo: () => void;
}

type Asking = 'picker' | 'nobody' | 'walk-in' | null;

/** What each panel leads to. */
const ACTS = {
  picker: 'login.linked',
  nobody: 'login.linked',
  'walk-in': 'nomination.received',
} as const satisfies Record<NonNullable<Asking>, string>;

/** Candidates drawn; more than these are nobody's second thought. */
const DRAWN = 4;

/** A login that waits for a human. Every choice has a key; the row itself has the focus. */
export function OpenRow({ login, match, onDecide, onUndo }: Props) {
  const { t } = useTranslation(['matching', 'virtual']);
  const pile = usePile();
  const { may } = usePermission();
  const { model, book, decide, remembers } = pile;
  const row = useRef<HTMLLIElement>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const [known, setKnown] = useState<Person | null>(null);
  const candidates = (match === undefined ? [] : offered(match, login.rejected)).slice(0, DRAWN);
  const parties = match?.linked === null ? match.parties : [];

  const link = (decided: Link) => {
    const settled = onDecide(login);
    setAsking(null);
    void decide
      .decide([{ login, link: decided, remember: remembers(login) }])
      .then((done) => settled(done));
  };
  const persons = (ids: readonly string[]) =>
    link({ kind: 'persons', persons: [...ids], by: 'hand' });
  const reject = (person: string | undefined) => {
    if (person !== undefined) void decide.reject(login, person).then(() => row.current?.focus());
  };
  const ask = (next: 'picker' | 'nobody' | 'walk-in') => {
    if (!may(ACTS[next])) return;
    if (next === 'picker') pile.wantAnybody();
    setKnown(null);
    setAsking(next);
  };
  const back = () => {
    setAsking(null);
    row.current?.focus();
  };
  const walk = (direction: 'nextElementSibling' | 'previousElementSibling') => {
    const other = row.current?.[direction];
    if (other instanceof HTMLElement) other.focus();
  };

  const keys: readonly (readonly [string, () => void])[] = [
    ['Enter', () => candidates[0] !== undefined && persons([candidates[0].person])],
    ...candidates.map(({ person }, at) => [String(at + 1), () => persons([person])] as const),
    ['X', () => reject(candidates[0]?.person)],
    ['S', () => ask('picker')],
    ['N', () => ask('nobody')],
    ['W', () => ask('walk-in')],
    ['U', onUndo],
    ['ArrowDown', () => walk('nextElementSibling')],
    ['ArrowUp', () => walk('previousElementSibling')],
  ];
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const found = keys.find(([key]) => matchesKeys(event.nativeEvent, key));
    if (found === undefined) return;
    event.preventDefault();
    found[1]();
  };

  return (
    <li
      ref={row}
      data-login={login.id}
      className={classes.login}
      tabIndex={0}
      aria-label={login.name || t('virtual:noName')}
      onKeyDown={onKey}
    >
      <div>
        <LoginHead login={login} timeZone={model.meeting.timeZone} />
        {login.differing !== undefined && <Differing links={login.differing} />}
      </div>
      <div className={classes.choices}>
        {candidates.map((candidate, at) => {
          const person = book.person(candidate.person);
          if (person === undefined) return null;
          const name = listName(person);
          return (
            <div key={candidate.person} className={classes.candidate}>
              <Permitted act="login.linked">
                <button
                  type="button"
                  className={classes.take}
                  onClick={() => persons([candidate.person])}
                >
                  <kbd className={classes.key} aria-hidden="true">
                    {at + 1}
                  </kbd>
                  <span>
                    <bdi className={classes.candidateName}>{name}</bdi>{' '}
                    <span className={classes.quiet}>{book.partyOf(candidate.person)}</span>
                    <br />
                    <EvidenceList
                      evidence={candidate.evidence}
                      parties={model.parties}
                      meeting={model.meeting.id}
                    />
                  </span>
                </button>
              </Permitted>
              <Permitted act="login.linked">
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  leftSection={<IconX size={16} aria-hidden />}
                  aria-label={t('matching:rejectFor', { name, login: login.name })}
                  onClick={() => reject(candidate.person)}
                >
                  {t('matching:reject')}
                </Button>
              </Permitted>
            </div>
          );
        })}
        {candidates.length === 0 && asking === null && (
          <p className={classes.quiet}>
            {parties.length > 0 && match?.linked === null && match.kind === 'delegation'
              ? t('matching:noneButDelegation')
              : t('matching:none')}
          </p>
        )}
        {asking === null && (
          <div className={classes.actions}>
            <Permitted act={ACTS.picker}>
              <Button size="compact-md" variant="default" onClick={() => ask('picker')}>
                {t('matching:somebodyElse')}
              </Button>
            </Permitted>
            <Permitted act={ACTS.nobody}>
              <Button size="compact-md" variant="default" onClick={() => ask('nobody')}>
                {t('virtual:nobody')}
              </Button>
            </Permitted>
            <Permitted act={ACTS['walk-in']}>
              <Button size="compact-md" variant="default" onClick={() => ask('walk-in')}>
                {t('matching:walkIn.open')}
              </Button>
            </Permitted>
          </div>
        )}
        {asking === 'picker' && (
          <PersonPicker
            pile={pile}
            login={login}
            match={match}
            onDone={persons}
            onUnnominated={(person) => {
              setKnown(person);
              setAsking('walk-in');
            }}
            onCancel={back}
          />
        )}
        {asking === 'nobody' && (
          <NobodyChoice
            login={login}
            onChoose={(why) => link({ kind: 'nobody', why })}
            onCancel={back}
          />
        )}
        {asking === 'walk-in' && (
          <WalkInChoice
            login={login}
            match={match}
            person={known}
            onDone={onDecide(login).bind(null, true)}
            onCancel={back}
          />
        )}
      </div>
    </li>
  );
}

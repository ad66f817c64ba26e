import { Button, Checkbox, Select } from '@mantine/core';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Roots } from '@shared/domain/person/roots';
import { listName } from '@shared/domain/person/rules';
import type { Link, Login } from '@shared/domain/virtual/types';
import type { Candidate, LoginMatch } from '@shared/matching/candidates';
import { formatNumber } from '@shared/i18n/format';
import { announce } from '../../../ui/announcer';
import { Empty } from '../../../ui/states';
import { useRefusal } from '@renderer/features/operators';
import { toast } from '../../../ui/toasts';
import { minutesOf, useLinkLogin, type ReadyModel } from '../use-virtual';
import classes from '../virtual.module.css';
import { EvidenceList } from './evidence-list';

interface Props {
  readonly model: ReadyModel;
  readonly logins: readonly Login[];
  readonly matches: ReadonlyMap<string, LoginMatch>;
}

/** Rows drawn at once: nobody confirms more before the next are drawn. */
const DRAWN = 60;

/**
 * Logins that wait for a human. Enter takes the first suggestion, a digit another one, N says that
 * nobody of the meeting is behind it; the next row is ready at once.
 */
export function OpenList({ model, logins, matches }: Props) {
  const { t } = useTranslation('virtual');
  const refusal = useRefusal();
  const link = useLinkLogin(model.aliases);
  const [remember, setRemember] = useState(true);
  const list = useRef<HTMLOListElement>(null);
  const people = useMemo(
    () => new Map(model.people.map((person) => [person.id, person])),
    [model.people],
  );
  const choices = useMemo(() => {
    const roots = new Roots(model.people);
    const nominated = new Set(model.nominations.map((one) => roots.of(one.person)));
    return model.people
      .filter((person) => nominated.has(person.id))
      .map((person) => ({ value: person.id, label: listName(person) }))
      .sort((a, b) => a.label.localeCompare(b.label));
  }, [model.people, model.nominations]);

  const decide = (login: Login, decided: Link) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-login]') ?? [])];
    const at = rows.findIndex((row) => row.dataset['login'] === login.id);
    const next = rows[at + 1] ?? rows[at - 1];
    // The display name of a device is nobody's: it is never remembered.
    const match = matches.get(login.id);
    const personal = match !== undefined && match.linked === null && match.kind === 'person';
    void link(login, decided, remember && personal).then((result) => {
      if (!result.ok) {
        toast(refusal(result) ?? t('notSaved'), { tone: 'bad' });
        return;
      }
      announce(t('decided', { name: login.name }));
      next?.focus();
    });
  };

  const persons = (person: string): Link => ({ kind: 'persons', persons: [person], by: 'hand' });
  const onKey = (event: KeyboardEvent, login: Login, candidates: readonly Candidate[]) => {
    if (event.target !== event.currentTarget) return;
    const choice = event.key === 'Enter' ? 0 : Number(event.key) - 1;
    const candidate = candidates[choice];
    if (candidate !== undefined) {
      event.preventDefault();
      decide(login, persons(candidate.person));
    } else if (event.key.toLowerCase() === 'n') {
      event.preventDefault();
      decide(login, { kind: 'nobody', why: 'service' });
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const row = event.currentTarget as HTMLElement;
      const other = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
      if (other instanceof HTMLElement) other.focus();
    }
  };

  if (logins.length === 0) return <Empty title={t('pileEmpty')}>{t('pileEmptyHint')}</Empty>;
  return (
    <>
      <div className={classes.listHead}>
        <p className={classes.quiet}>{t('keys')}</p>
        <Checkbox
          label={t('remember')}
          checked={remember}
          onChange={(event) => setRemember(event.currentTarget.checked)}
        />
      </div>
      <ol ref={list} className={classes.logins}>
        {logins.slice(0, DRAWN).map((login) => {
          const match = matches.get(login.id);
          const candidates = match?.linked === null ? match.candidates : [];
          return (
            <li
              key={login.id}
              data-login={login.id}
              className={classes.login}
              tabIndex={0}
              aria-label={login.name || t('noName')}
              onKeyDown={(event) => onKey(event, login, candidates)}
            >
              <LoginHead login={login} />
              <div className={classes.choices}>
                {candidates.slice(0, 4).map((candidate, position) => {
                  const person = people.get(candidate.person);
                  if (person === undefined) return null;
                  return (
                    <button
                      key={candidate.person}
                      type="button"
                      className={classes.candidate}
                      onClick={() => decide(login, persons(candidate.person))}
                    >
                      <kbd aria-hidden="true">{position + 1}</kbd>
                      <span>
                        <bdi className={classes.candidateName}>{listName(person)}</bdi>
                        <EvidenceList evidence={candidate.evidence} parties={model.parties} />
                      </span>
                    </button>
                  );
                })}
                <div className={classes.otherChoices}>
                  <Select
                    aria-label={t('someoneElseFor', { name: login.name })}
                    placeholder={t('someoneElse')}
                    searchable
                    limit={50}
                    value={null}
                    data={choices}
                    onChange={(person) => person !== null && decide(login, persons(person))}
                  />
                  <Button
                    variant="default"
                    onClick={() => decide(login, { kind: 'nobody', why: 'service' })}
                  >
                    {t('nobody')}
                  </Button>
                </div>
              </div>
            </li>
          );
        })}
      </ol>
      {logins.length > DRAWN && (
        <p className={classes.quiet}>{t('more', { count: logins.length - DRAWN })}</p>
      )}
    </>
  );
}

/** What the platform said of a login: the name it showed, its address, how long it was there. */
export function LoginHead({ login }: { readonly login: Login }) {
  const { t, i18n } = useTranslation('virtual');
  const minutes = minutesOf(login);
  return (
    <div className={classes.loginHead}>
      <bdi className={classes.loginName}>{login.name || t('noName')}</bdi>
      {login.email !== null && <bdi className={classes.quiet}>{login.email}</bdi>}
      <span className={classes.quiet}>
        {t('minutes', { count: minutes, number: formatNumber(minutes, i18n.language) })}
      </span>
    </div>
  );
}

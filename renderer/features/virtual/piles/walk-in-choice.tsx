import { Button, Select, TextInput } from '@mantine/core';
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CAPACITIES, type Capacity } from '@shared/domain/nomination/types';
import { displayName } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/types';
import type { Login } from '@shared/domain/virtual/types';
import type { LoginMatch } from '@shared/matching/candidates';
import { withoutPlatformMarks } from '@shared/matching/display-name';
import {
  knownParties,
  partyFieldsOf,
  PartySelect,
  useKnownParties,
} from '@renderer/features/nominations';
import { Permitted } from '@renderer/features/operators';
import { today } from '../../../ui/today';
import { usePile } from './pile';
import { toggled } from './toggled';
import classes from './piles.module.css';

interface Props {
  readonly login: Login;
  readonly match: LoginMatch | undefined;
  /** Somebody who is known, where they were chosen. */
  readonly person: Person | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const wordsOf = (name: string): string[] => name.split(/\s+/u).filter((word) => word !== '');

/** Somebody online who was not nominated: a name, a delegation, Enter. Provisional until approved. */
export function WalkInChoice({ login, match, person, onDone, onCancel }: Props) {
  const { t } = useTranslation(['matching', 'walkIn', 'domain']);
  const { model, decide, remembers } = usePile();
  const all = useKnownParties(model.parties);
  const parties = useMemo(
    () => (all.state === 'ready' ? all.value : knownParties(model.parties, [])),
    [all, model.parties],
  );
  const named = match?.linked === null ? match.parties : [];
  const likely = parties.all.filter(({ code }) => named.includes(code)).map(({ id }) => id);
  const [name, setName] = useState(() => withoutPlatformMarks(login.name));
  const [family, setFamily] = useState<ReadonlySet<number>>(new Set());
  const [party, setParty] = useState<string | null>(likely[0] ?? null);
  const [capacity, setCapacity] = useState<Capacity>('representative');
  const [busy, setBusy] = useState(false);
  const id = useId();
  const words = wordsOf(name);

  const save = () => {
    const pick = (wanted: boolean) => words.filter((_, at) => family.has(at) === wanted).join(' ');
    const isSplit = words.some((_, at) => family.has(at));
    const written = isSplit
      ? { family: pick(true), given: pick(false), full: '' }
      : { family: '', given: '', full: words.join(' ') };
    const chosen = parties.byId.get(party ?? '');
    const isNew = chosen !== undefined && !chosen.recorded;
    setBusy(true);
    void decide
      .register(
        login,
        (context) => ({
          ...{ meeting: model.meeting, capacity, receivedOn: today() },
          person: { id: person?.id ?? null, set: person === null ? written : {} },
          party: isNew ? context.newId() : (party ?? ''),
          ...(isNew ? { newParty: partyFieldsOf(chosen) } : {}),
        }),
        remembers(login),
      )
      .then((done) => (done ? onDone() : setBusy(false)));
  };
  const onKey = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape' && !event.defaultPrevented) onCancel();
  };

  return (
    <form
      className={classes.panel}
      aria-labelledby={id}
      onKeyDown={onKey}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p id={id} className={classes.panelTitle}>
        {t('matching:walkIn.title')}
      </p>
      <p className={classes.quiet}>{t('matching:walkIn.hint')}</p>
      {person === null ? (
        <TextInput
          autoFocus
          label={t('walkIn:name')}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setFamily(new Set());
          }}
        />
      ) : (
        <p className={classes.panelTitle}>
          <bdi>{displayName(person)}</bdi>
        </p>
      )}
      {person === null && words.length > 1 && (
        <div role="group" aria-label={t('walkIn:split')}>
          <p className={classes.quiet}>{t('walkIn:split')}</p>
          <div className={classes.actions}>
            {words.map((word, at) => (
              <Button
                key={`${String(at)} ${word}`}
                size="compact-md"
                variant={family.has(at) ? 'filled' : 'default'}
                aria-pressed={family.has(at)}
                onClick={() => setFamily(toggled(family, at))}
              >
                <bdi>{word}</bdi>
              </Button>
            ))}
          </div>
        </div>
      )}
      <div className={classes.fields}>
        <PartySelect
          parties={parties}
          value={party}
          onChange={setParty}
          first={likely}
          label={t('walkIn:party')}
          placeholder={t('walkIn:partyPlaceholder')}
          focused={person !== null && likely.length === 0}
        />
        <Select
          label={t('walkIn:capacity')}
          allowDeselect={false}
          value={capacity}
          data={CAPACITIES.map((one) => ({ value: one, label: t(`domain:capacity.${one}`) }))}
          onChange={(value) => setCapacity(CAPACITIES.find((one) => one === value) ?? capacity)}
        />
      </div>
      <div className={classes.actions}>
        <Permitted act="nomination.received">
          <Button type="submit" loading={busy}>
            {t('matching:walkIn.save')}
          </Button>
        </Permitted>
        <Button variant="default" onClick={onCancel}>
          {t('matching:cancel')}
        </Button>
      </div>
    </form>
  );
}

import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconReplace } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { deskScopes } from '@shared/domain/attendance/desk';
import type { Scope } from '@shared/domain/attendance/types';
import type { Session } from '@shared/domain/meeting/types';
import type { Nomination } from '@shared/domain/nomination/types';
import { displayName } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/types';
import { formatTime } from '@shared/i18n/format';
import { Permitted } from '@renderer/features/operators';
import { Tag } from '../../../ui/tag';
import { DelegationName } from '../parts/delegation-name';
import type { DeskModel } from '../use-desk';
import { NameSplit } from './name-split';
import { useSubstitute, useSubstituteWords, type Substituted } from './use-substitute';
import { useWho } from './use-who';
import { WhoField } from './who-field';
import classes from './walk-in.module.css';

interface Props {
  readonly model: DeskModel;
  readonly session: Session | null;
  /** What an arrival is recorded in, where it is something else than reception and the session. */
  readonly scopes?: readonly Scope[];
  /** Whose seat is taken over. */
  readonly nomination: Nomination;
  /** The substitute has arrived. */
  readonly onDone: (person: string) => void;
  readonly onCancel: () => void;
}

type Refused = Extract<Substituted, { ok: false }>;

/** Puts somebody into the seat of somebody else: who comes, on whose word, Enter. */
export function SubstituteForm(props: Props) {
  const { model, session, nomination, onDone, onCancel } = props;
  const { t, i18n } = useTranslation(['walkIn', 'domain']);
  const { meeting, directory } = model;
  const substitute = useSubstitute(model, nomination, props.scopes ?? deskScopes(session));
  const words = useSubstituteWords();
  const who = useWho(model, '', nomination.party);
  const [authorisedBy, setAuthorisedBy] = useState('');
  const [refused, setRefused] = useState<Refused | null>(null);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const nameBox = useRef<HTMLInputElement>(null);
  const wordBox = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (asking) list.current?.focus();
  }, [asking]);

  const seated = directory.person(nomination.person);
  const name = seated === undefined ? t('walkIn:unknownPerson') : displayName(seated);
  const arrived = model.attendance
    .get(nomination.person)
    ?.events.find(({ kind, modality }) => kind === 'arrived' && modality === 'in-person');

  const save = (known: Person | null, decided: boolean) => {
    if (busy) return;
    if (known === null && who.written.full + who.written.family === '') {
      setRefused({ ok: false, reason: 'name-missing' });
      nameBox.current?.focus();
      return;
    }
    if (known === null && !decided && who.namesakes.length > 0) {
      setAsking(true);
      return;
    }
    setBusy(true);
    substitute({ known, written: who.written, authorisedBy })
      .catch((): Substituted => ({ ok: false, reason: 'not-saved' }))
      .then((outcome) => {
        setBusy(false);
        setAsking(false);
        if (outcome.ok) onDone(outcome.person);
        else setRefused(outcome);
      })
      .catch(() => undefined);
  };

  const take = (person: Person | null) => {
    if (person !== null) who.take(person);
    setRefused(null);
    if (asking) save(person, true);
    else wordBox.current?.focus();
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.repeat) event.preventDefault();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    if (asking) {
      setAsking(false);
      wordBox.current?.focus();
    } else onCancel();
  };

  const nameless = refused?.reason === 'name-missing';
  return (
    <form
      noValidate
      className={classes.form}
      aria-label={t('walkIn:substitute.title', { name })}
      onKeyDown={onKey}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        save(who.known, false);
      }}
    >
      <div className={classes.head}>
        <IconReplace size={32} stroke={1.7} aria-hidden />
        <h2 className={classes.title}>{t('walkIn:substitute.title', { name })}</h2>
      </div>
      <div className={classes.body}>
        <p className={classes.seat}>
          <DelegationName party={directory.parties.get(nomination.party)} />
          <Tag tone="accent">{t(`domain:capacity.${nomination.capacity}`)}</Tag>
          <Tag>{t(`domain:modality.${nomination.modality}`)}</Tag>
        </p>
        <p className={classes.quiet}>{t('walkIn:substitute.hint', { name })}</p>
        {arrived !== undefined && (
          <p className={classes.notice} role="status">
            <IconAlertTriangle size={20} aria-hidden />
            {t('walkIn:substitute.isHere', {
              name,
              time: formatTime(arrived.when, i18n.language, meeting.timeZone),
            })}
          </p>
        )}
        <WhoField
          who={{
            ...who,
            change: (typed) => {
              setRefused(null);
              setAsking(false);
              who.change(typed);
            },
          }}
          model={model}
          focused
          error={nameless ? words('name-missing', name) : null}
          nameRef={nameBox}
          listRef={list}
          asking={asking}
          onTake={take}
          onNext={() => wordBox.current?.focus()}
        />
        <TextInput
          ref={wordBox}
          label={t('walkIn:substitute.authorisedBy')}
          description={t('walkIn:substitute.authorisedByHint')}
          value={authorisedBy}
          maxLength={300}
          onChange={(event) => setAuthorisedBy(event.currentTarget.value)}
        />
        <NameSplit who={who} />
        {refused !== null && !nameless && (
          <div className={classes.problem} role="alert">
            <p>{words(refused.reason, name)}</p>
          </div>
        )}
        <div className={classes.actions}>
          <Permitted act="nomination.replaced">
            <Button type="submit" loading={busy}>
              {t('walkIn:substitute.save')}
            </Button>
          </Permitted>
          <Button variant="default" onClick={onCancel}>
            {t('walkIn:cancel')}
          </Button>
        </div>
      </div>
    </form>
  );
}

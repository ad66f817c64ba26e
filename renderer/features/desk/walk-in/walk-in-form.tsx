import { Button, Select } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { deskScopes } from '@shared/domain/attendance/desk';
import type { Scope } from '@shared/domain/attendance/types';
import type { Session } from '@shared/domain/meeting/types';
import { CAPACITIES, type Capacity } from '@shared/domain/nomination/types';
import { openNomination } from '@shared/domain/nomination/walk-in';
import type { Person } from '@shared/domain/person/types';
import { PartySelect } from '@renderer/features/nominations';
import { Permitted } from '@renderer/features/operators';
import { Tag } from '../../../ui/tag';
import type { DeskModel } from '../use-desk';
import { CapNotice } from './cap-notice';
import { NameSplit } from './name-split';
import { useEarlierParty } from './use-earlier-party';
import { useFormParties } from './use-form-parties';
import { useRefusedWords } from './use-refused-words';
import { useWalkIn, type WrittenDown } from './use-walk-in';
import { useWho } from './use-who';
import { WhoField } from './who-field';
import classes from './walk-in.module.css';

interface Props {
  readonly model: DeskModel;
  readonly session: Session | null;
  /** What an arrival is recorded in, where it is something else than reception and the session. */
  readonly scopes?: readonly Scope[];
  /** What was typed in the box. */
  readonly name: string;
  /** Somebody who is known from earlier meetings, where they were chosen at once. */
  readonly person?: string | null;
  /** They are written down, and have arrived. */
  readonly onDone: (person: string) => void;
  /** Somebody who is nominated already was meant: the desk answers for them. */
  readonly onPick: (person: string) => void;
  readonly onCancel: () => void;
}

type Refused = Extract<WrittenDown, { ok: false }>;

/**
 * Writes down somebody who came un-nominated, in the middle of the desk and from the keyboard alone:
 * the name, the delegation, Enter. Whoever is known already is shown before anything is saved.
 */
export function WalkInForm(props: Props) {
  const { model, session, name, onDone, onPick, onCancel } = props;
  const { t } = useTranslation(['walkIn', 'domain']);
  const parties = useFormParties();
  const record = useWalkIn(model, parties, props.scopes ?? deskScopes(session));
  const refusedWords = useRefusedWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const [capacity, setCapacity] = useState<Capacity>('representative');
  const [refused, setRefused] = useState<Refused | null>(null);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const who = useWho(model, name, chosen, props.person);
  const earlier = useEarlierParty(model, who.known);
  const party = chosen ?? (earlier !== null && parties.byId.has(earlier) ? earlier : null);
  const isNamed = name.trim() !== '' || (props.person ?? null) !== null;
  const nameBox = useRef<HTMLInputElement>(null);
  const partyBox = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (asking) list.current?.focus();
  }, [asking]);

  const save = (known: Person | null, decided: boolean) => {
    if (busy) return;
    if (known === null && who.written.full + who.written.family === '') {
      setRefused({ ok: false, reason: 'name-missing', person: null });
      nameBox.current?.focus();
      return;
    }
    if (party === null) {
      setRefused({ ok: false, reason: 'party-missing', person: null });
      partyBox.current?.focus();
      return;
    }
    if (known === null && !decided && who.namesakes.length > 0) {
      setAsking(true);
      return;
    }
    setBusy(true);
    record({ known, written: who.written, party, capacity })
      .catch((): WrittenDown => ({ ok: false, reason: 'not-saved', person: null }))
      .then((outcome) => {
        setBusy(false);
        setAsking(false);
        if (outcome.ok) onDone(outcome.person);
        else setRefused(outcome);
      })
      .catch(() => undefined);
  };

  const take = (person: Person | null) => {
    const nominated =
      person !== null &&
      openNomination(model.directory.nominationsOf.get(person.id) ?? []) !== null;
    if (nominated) {
      onPick(person.id);
      return;
    }
    if (person !== null) who.take(person);
    setRefused(null);
    if (asking) save(person, true);
    else partyBox.current?.focus();
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.repeat) event.preventDefault();
    if (event.key !== 'Escape') return;
    // A list that is open closes first; the form stays.
    const target = event.target as HTMLElement;
    const isOpen = target !== nameBox.current && target.getAttribute('aria-expanded') === 'true';
    if (isOpen) return;
    event.stopPropagation();
    if (asking) {
      setAsking(false);
      partyBox.current?.focus();
    } else onCancel();
  };

  const change = () => {
    setRefused(null);
    setAsking(false);
  };
  const problem = (reason: Refused['reason']) =>
    refused?.reason === reason ? refusedWords(reason) : null;
  const beyond = refused !== null && !['name-missing', 'party-missing'].includes(refused.reason);
  const missing = problem('party-missing');
  return (
    <form
      noValidate
      className={classes.form}
      aria-label={t('walkIn:title')}
      onKeyDown={onKey}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        save(who.known, false);
      }}
    >
      <div className={classes.head}>
        <IconUserPlus size={32} stroke={1.7} aria-hidden />
        <h2 className={classes.title}>{t('walkIn:title')}</h2>
        <Tag tone="warning">{t('walkIn:provisional')}</Tag>
      </div>
      <div className={classes.body}>
        <p className={classes.quiet}>{t('walkIn:hint')}</p>
        <WhoField
          who={{
            ...who,
            change: (typed) => {
              change();
              who.change(typed);
            },
          }}
          model={model}
          focused={!isNamed}
          error={problem('name-missing')}
          nameRef={nameBox}
          listRef={list}
          asking={asking}
          onTake={take}
          onNext={() => partyBox.current?.focus()}
        />
        <PartySelect
          parties={parties}
          value={party}
          onChange={(id) => {
            change();
            setChosen(id);
          }}
          label={t('walkIn:party')}
          placeholder={t('walkIn:partyPlaceholder')}
          required
          focused={isNamed}
          opensOnFocus={false}
          inputRef={partyBox}
          {...(missing === null ? {} : { error: missing })}
        />
        <Select
          searchable
          selectFirstOptionOnChange
          openOnFocus={false}
          allowDeselect={false}
          label={t('walkIn:capacity')}
          value={capacity}
          data={CAPACITIES.map((value) => ({ value, label: t(`domain:capacity.${value}`) }))}
          onChange={(value) => value !== null && setCapacity(value)}
        />
        <NameSplit who={who} />
        <CapNotice
          model={model}
          party={party === null ? undefined : parties.byId.get(party)}
          capacity={capacity}
        />
        {beyond && (
          <div className={classes.problem} role="alert">
            <p>{refusedWords(refused.reason)}</p>
            {refused.reason === 'already-nominated' && refused.person !== null && (
              <Button variant="default" onClick={() => onPick(refused.person ?? '')}>
                {t('walkIn:showThem')}
              </Button>
            )}
          </div>
        )}
        <div className={classes.actions}>
          <Permitted act="nomination.received">
            <Button type="submit" loading={busy}>
              {t('walkIn:save')}
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

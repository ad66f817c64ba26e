import { Button, Select } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deskScopes } from '@shared/domain/attendance/desk';
import type { Scope } from '@shared/domain/attendance/types';
import type { Session } from '@shared/domain/meeting/types';
import { CAPACITIES, type Capacity } from '@shared/domain/nomination/types';
import { openNomination } from '@shared/domain/nomination/walk-in';
import { PartySelect } from '@renderer/features/nominations';
import { Tag } from '../../../ui/tag';
import type { DeskModel } from '../use-desk';
import { ArrivalForm } from './arrival-form';
import { CapNotice } from './cap-notice';
import { NameSplit } from './name-split';
import { useArrivalForm } from './use-arrival-form';
import { useEarlierParty } from './use-earlier-party';
import { useFormParties } from './use-form-parties';
import { useRefusedWords, type Refusal } from './use-refused-words';
import { useWalkIn } from './use-walk-in';
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
  const who = useWho(model, name, chosen, props.person);
  const earlier = useEarlierParty(model, who.known);
  const party = chosen ?? (earlier !== null && parties.byId.has(earlier) ? earlier : null);
  const isNamed = name.trim() !== '' || (props.person ?? null) !== null;
  const { nameField, nextRef, refused, changed, ...form } = useArrivalForm<Refusal>({
    ...{ who, onDone, onCancel },
    missing: party === null ? 'party-missing' : null,
    write: (known) => record({ known, written: who.written, party: party ?? '', capacity }),
    onTaken: ({ id }) => {
      const own = model.directory.nominationsOf.get(id) ?? [];
      if (openNomination(own) === null) return false;
      onPick(id);
      return true;
    },
  });

  const problem = (reason: Refusal) => (refused?.reason === reason ? refusedWords(reason) : null);
  const beyond = refused !== null && !['name-missing', 'party-missing'].includes(refused.reason);
  const missing = problem('party-missing');
  return (
    <ArrivalForm
      form={form}
      title={t('walkIn:title')}
      icon={<IconUserPlus size={32} stroke={1.7} aria-hidden />}
      mark={<Tag tone="warning">{t('walkIn:provisional')}</Tag>}
      act="nomination.received"
      save={t('walkIn:save')}
      onCancel={onCancel}
    >
      <p className={classes.quiet}>{t('walkIn:hint')}</p>
      <WhoField {...nameField} model={model} focused={!isNamed} error={problem('name-missing')} />
      <PartySelect
        parties={parties}
        value={party}
        onChange={(id) => {
          changed();
          setChosen(id);
        }}
        label={t('walkIn:party')}
        placeholder={t('walkIn:partyPlaceholder')}
        required
        focused={isNamed}
        opensOnFocus={false}
        inputRef={nextRef}
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
          {refused.reason === 'already-nominated' && refused.person != null && (
            <Button variant="default" onClick={() => onPick(refused.person ?? '')}>
              {t('walkIn:showThem')}
            </Button>
          )}
        </div>
      )}
    </ArrivalForm>
  );
}

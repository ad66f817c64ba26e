import { TextInput } from '@mantine/core';
import { IconAlertTriangle, IconReplace } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deskScopes } from '@shared/domain/attendance/desk';
import type { Scope } from '@shared/domain/attendance/types';
import type { Session } from '@shared/domain/meeting/types';
import type { Nomination } from '@shared/domain/nomination/types';
import { displayName } from '@shared/domain/person/rules';
import { formatTime } from '@shared/i18n/format';
import { Tag } from '../../../ui/tag';
import { DelegationName } from '../parts/delegation-name';
import type { DeskModel } from '../use-desk';
import { ArrivalForm } from './arrival-form';
import { NameSplit } from './name-split';
import { useArrivalForm } from './use-arrival-form';
import { useSubstitute, useSubstituteWords, type SubstituteRefusal } from './use-substitute';
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

/** Puts somebody into the seat of somebody else: who comes, on whose word, Enter. */
export function SubstituteForm(props: Props) {
  const { model, session, nomination, onDone, onCancel } = props;
  const { t, i18n } = useTranslation(['walkIn', 'domain']);
  const { meeting, directory } = model;
  const substitute = useSubstitute(model, nomination, props.scopes ?? deskScopes(session));
  const words = useSubstituteWords();
  const who = useWho(model, '', nomination.party);
  const [authorisedBy, setAuthorisedBy] = useState('');
  const { nameField, nextRef, refused, ...form } = useArrivalForm<SubstituteRefusal>({
    ...{ who, onDone, onCancel },
    write: (known) => substitute({ known, written: who.written, authorisedBy }),
  });

  const seated = directory.person(nomination.person);
  const name = seated === undefined ? t('walkIn:unknownPerson') : displayName(seated);
  const arrived = model.attendance
    .get(nomination.person)
    ?.events.find(({ kind, modality }) => kind === 'arrived' && modality === 'in-person');
  const nameless = refused?.reason === 'name-missing';
  return (
    <ArrivalForm
      form={form}
      title={t('walkIn:substitute.title', { name })}
      icon={<IconReplace size={32} stroke={1.7} aria-hidden />}
      act="nomination.replaced"
      save={t('walkIn:substitute.save')}
      onCancel={onCancel}
    >
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
        {...nameField}
        model={model}
        focused
        error={nameless ? words('name-missing', name) : null}
      />
      <TextInput
        ref={nextRef}
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
    </ArrivalForm>
  );
}

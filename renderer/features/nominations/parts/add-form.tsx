import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useMemo, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { EMAIL } from '@shared/codecs/nominations/guess';
import { NOMINATION_DEFAULTS, type Nomination } from '@shared/domain/nomination/types';
import { nominationWarnings } from '@shared/domain/nomination/warnings';
import { displayName } from '@shared/domain/person/rules';
import { useRefusal } from '@renderer/features/operators';
import { toast } from '../../../ui/toasts';
import { today } from '../../../ui/today';
import type { KnownParties } from '../known-parties';
import { useAdd, type Added, type TypedNomination } from '../use-add';
import { useConflictWords } from '../use-issue-words';
import { planned } from '../defaults';
import type { NominationsModel } from '../use-nominations';
import { AttendingFields } from './attending-fields';
import { Notice } from './notice';
import { PartySelect } from './party-select';
import { Warnings } from './warnings';
import classes from '../nominations.module.css';

interface Props {
  readonly model: NominationsModel;
  readonly parties: KnownParties;
  readonly onClose: () => void;
}

interface Problems {
  readonly party?: string;
  readonly name?: string;
  readonly email?: string;
}

/** The few things that a late name needs. */
export function AddForm({ model, parties, onClose }: Props) {
  const { t } = useTranslation(['nominations', 'domain']);
  const refusal = useRefusal();
  const add = useAdd(model.meeting.id, parties);
  const conflictWords = useConflictWords(parties);
  const [typed, setTyped] = useState<TypedNomination>(() => ({
    ...{ party: '', family: '', given: '', email: '', institution: '' },
    ...{ capacity: 'representative', modality: planned(model.meeting), accept: true },
    receivedOn: today(),
  }));
  const [problems, setProblems] = useState<Problems>({});
  const [answer, setAnswer] = useState<Added | null>(null);
  const [busy, setBusy] = useState(false);

  const change = (part: Partial<TypedNomination>) => {
    setTyped((before) => ({ ...before, ...part }));
    setAnswer(null);
  };

  const submit = (asSomebodyElse: boolean) => {
    const clean = trimmed(typed);
    const name = [clean.given, clean.family].filter(Boolean).join(' ');
    const wrong: Problems = {
      ...(clean.party === '' ? { party: t('nominations:form.partyMissing') } : {}),
      ...(name === '' ? { name: t('nominations:form.nameMissing') } : {}),
      ...(clean.email !== '' && !EMAIL.test(clean.email)
        ? { email: t('nominations:form.emailWrong') }
        : {}),
    };
    setProblems(wrong);
    if (Object.keys(wrong).length > 0) return;
    setBusy(true);
    add(clean, asSomebodyElse)
      .catch((): Added => ({ kind: 'failed', reason: 'unavailable' }))
      .then((result) => {
        setBusy(false);
        if (result.kind === 'added') {
          toast(
            t(result.known ? 'nominations:form.addedKnown' : 'nominations:form.added', { name }),
          );
          onClose();
        } else if (result.kind === 'failed') {
          toast(refusal(result) ?? t('nominations:notSaved'), { tone: 'bad' });
        } else setAnswer(result);
      })
      .catch(() => undefined);
  };

  const warnings = useTypedWarnings(model, typed);
  const already = answer?.kind === 'already' ? nominatedAs(model, answer.nomination) : null;
  const text = (field: 'family' | 'given' | 'email' | 'institution') => ({
    label: t(`nominations:form.${field}`),
    value: typed[field],
    maxLength: field === 'institution' ? 400 : 200,
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      change({ [field]: event.currentTarget.value }),
  });
  return (
    <form
      noValidate
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        submit(false);
      }}
    >
      <Stack gap="md">
        <PartySelect
          parties={parties}
          value={typed.party === '' ? null : typed.party}
          onChange={(party) => change({ party: party ?? '' })}
          label={t('nominations:form.party')}
          placeholder={t('nominations:form.partyPlaceholder')}
          required
          focused
          {...(problems.party === undefined ? {} : { error: problems.party })}
        />
        <div className={classes.pairs}>
          <TextInput {...text('family')} error={problems.name} />
          <TextInput {...text('given')} />
          <AttendingFields value={typed} onChange={change} />
        </div>
        <TextInput type="email" {...text('email')} error={problems.email} />
        <TextInput {...text('institution')} />
        <Checkbox
          label={t('nominations:form.accept')}
          description={t('nominations:form.acceptHint')}
          checked={typed.accept}
          onChange={(event) => change({ accept: event.currentTarget.checked })}
        />
        <Warnings warnings={warnings} model={model} />
        {already !== null && (
          <Notice role="alert">
            {t('nominations:form.already', {
              name: already.name,
              state: t(`domain:nominationState.${already.state}`),
            })}
          </Notice>
        )}
        {answer?.kind === 'conflict' && (
          <Notice role="alert" title={t('nominations:form.conflict')}>
            <p>{conflictWords(answer.code, answer.params)}</p>
          </Notice>
        )}
        <Group justify="flex-end" gap="sm">
          {answer?.kind === 'conflict' && (
            <Button variant="default" loading={busy} onClick={() => submit(true)}>
              {t('nominations:form.asSomebodyElse')}
            </Button>
          )}
          <Button type="submit" loading={busy}>
            {t('nominations:form.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const TYPED = 'typed';

/** What there would be to say of the nomination if it were added as it is typed. */
function useTypedWarnings(model: NominationsModel, typed: TypedNomination) {
  const { party, capacity, modality, receivedOn } = typed;
  return useMemo(() => {
    const { meeting, parties, nominations } = model;
    const values = { party, capacity, modality, receivedOn };
    const added: Nomination = {
      ...{ ...NOMINATION_DEFAULTS, ...values, id: TYPED, meeting: meeting.id, person: TYPED },
    };
    const all = { meeting, parties, people: [], nominations: [...nominations, added] };
    return nominationWarnings(all).get(TYPED) ?? [];
  }, [model, party, capacity, modality, receivedOn]);
}

function trimmed(typed: TypedNomination): TypedNomination {
  const { family, given, email, institution } = typed;
  return {
    ...typed,
    family: family.trim(),
    given: given.trim(),
    email: email.trim(),
    institution: institution.trim(),
  };
}

function nominatedAs(model: NominationsModel, id: string) {
  const nomination = model.nominations.find((one) => one.id === id);
  const person = model.people.find((one) => one.id === nomination?.person);
  if (nomination === undefined) return null;
  return { name: person === undefined ? '' : displayName(person), state: nomination.state };
}

import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { EMAIL } from '@shared/codecs/nominations/guess';
import { correctNomination } from '@shared/domain/nomination/edit';
import { genderSchema } from '@shared/domain/person/types';
import { FieldGrid, FieldSet, Wide } from '../../../ui/field';
import { AttendingFields } from '../parts/attending-fields';
import { PartySelect } from '../parts/party-select';
import { useNominationActs } from '../use-nomination-acts';
import type { NominationEntry, NominationsModel } from '../use-nominations';
import { AttachmentField } from './attachment-field';
import { PERSON_TEXTS, startOf, toCorrection, type TypedEdit } from './typed-edit';
import { SourceFields } from './source-fields';

interface Props {
  readonly entry: NominationEntry;
  readonly model: NominationsModel;
  readonly onClose: () => void;
}

/** Everything of a nomination and its person that can be corrected, in one act. */
export function EditForm({ entry, model, onClose }: Props) {
  const { t } = useTranslation(['nominations', 'domain']);
  const { commit } = useNominationActs(model.meeting.id);
  const [start] = useState<TypedEdit>(() => startOf(entry));
  const [typed, setTyped] = useState(start);
  const [problem, setProblem] = useState<'name' | 'email' | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<TypedEdit>) => {
    setTyped((before) => ({ ...before, ...part }));
    setProblem(null);
  };
  const parties = {
    all: model.parties.map((party) => ({ ...party, recorded: true })),
    byId: new Map(model.parties.map((party) => [party.id, { ...party, recorded: true }])),
  };
  const { person } = entry;
  const hasPerson = person !== undefined && !person.forgotten;

  const submit = async () => {
    const wanted = toCorrection(typed, start);
    const { emails = [] } = wanted.personValues;
    if (hasPerson && emails.some((email) => !EMAIL.test(email))) {
      setProblem('email');
      return;
    }
    setBusy(true);
    const result = await commit(
      (context, now) =>
        correctNomination(context, {
          nomination: now.nominations.find(({ id }) => id === entry.id) ?? entry.nomination,
          person: now.people.find(({ id }) => id === person?.id),
          values: wanted.values,
          remarks: hasPerson ? wanted.remarks : {},
          personValues: hasPerson ? wanted.personValues : {},
          headsOf: now.headsOf,
        }),
      t('nominations:edit.saved', { name: entry.name }),
      ['unchanged', 'name-missing'],
    );
    setBusy(false);
    if (result.ok || result.reason === 'unchanged') onClose();
    else if (result.reason === 'name-missing') setProblem('name');
  };

  return (
    <form
      noValidate
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="lg">
        <FieldSet legend={t('nominations:edit.nomination')}>
          <Stack gap="sm">
            <PartySelect
              parties={parties}
              value={typed.party}
              onChange={(party) => party !== null && change({ party })}
              label={t('nominations:form.party')}
              placeholder={t('nominations:form.partyPlaceholder')}
            />
            <FieldGrid>
              <AttendingFields value={typed} onChange={change} />
            </FieldGrid>
          </Stack>
        </FieldSet>
        <FieldSet legend={t('nominations:fact.source')}>
          <Stack gap="sm">
            <SourceFields value={typed} onChange={change} />
            {hasPerson && (
              <>
                <AttachmentField
                  value={typed.attached}
                  onChange={(attached) => change({ attached })}
                />
                <TextInput
                  label={t('nominations:fact.authorisedBy')}
                  value={typed.authorisedBy}
                  maxLength={300}
                  onChange={(event) => change({ authorisedBy: event.currentTarget.value })}
                />
                <Textarea
                  label={t('nominations:fact.remarks')}
                  autosize
                  minRows={2}
                  maxRows={8}
                  maxLength={2000}
                  value={typed.remarks}
                  onChange={(event) => change({ remarks: event.currentTarget.value })}
                />
              </>
            )}
          </Stack>
        </FieldSet>
        {hasPerson && (
          <FieldSet legend={t('nominations:edit.person')} hint={t('nominations:edit.personHint')}>
            <FieldGrid>
              {PERSON_TEXTS.map(([field, maxLength]) => (
                <TextInput
                  key={field}
                  label={t(`nominations:edit.${field}`)}
                  value={typed[field]}
                  maxLength={maxLength}
                  error={
                    (field === 'family' &&
                      problem === 'name' &&
                      t('nominations:form.nameMissing')) ||
                    (field === 'emails' && problem === 'email' && t('nominations:form.emailWrong'))
                  }
                  onChange={(event) => change({ [field]: event.currentTarget.value })}
                />
              ))}
              <Wide>
                <Select
                  label={t('nominations:fact.gender')}
                  allowDeselect={false}
                  value={typed.gender}
                  data={genderSchema.options.map((value) => ({
                    value,
                    label: t(`domain:gender.${value}`),
                  }))}
                  onChange={(gender) => gender !== null && change({ gender })}
                />
              </Wide>
            </FieldGrid>
          </FieldSet>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('nominations:edit.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('nominations:edit.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

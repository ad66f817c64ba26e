import { Button, Group, MultiSelect, Select, Stack, TagsInput, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changedFields, changePerson, type PersonValues } from '@shared/domain/person/decide';
import { displayName } from '@shared/domain/person/rules';
import { genderSchema, personPersonal, type Person } from '@shared/domain/person/types';
import { useRefusal } from '@renderer/features/operators';
import { useAct } from '../../../db/act';
import { useStore } from '../../../db/hooks';
import { FieldGrid, Wide } from '../../../ui/field';
import { toast } from '../../../ui/toasts';
import { languageChoices, languageName } from '../language-names';
import classes from '../people.module.css';

interface PersonFormProps {
  readonly person: Person;
  readonly onClose: () => void;
}

const NAMES = ['family', 'given', 'native', 'full', 'honorific'] as const;
const WORK = ['institution', 'jobTitle'] as const;
const REFUSALS = ['forgotten', 'nameless', 'bad-email', 'too-long'] as const;

/** Changes what is on file, letter by letter as it is typed. */
export function PersonForm({ person, onClose }: PersonFormProps) {
  const { t, i18n } = useTranslation(['people', 'domain', 'ui']);
  const act = useAct();
  const store = useStore();
  const refusal = useRefusal();
  const [values, setValues] = useState<PersonValues>(() => personPersonal.parse(person));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const languages = useMemo(() => {
    const known = languageChoices(i18n.language);
    // What a list wrote otherwise stays what it is until somebody takes it out.
    const others = person.languages.filter((code) => !known.some(({ value }) => value === code));
    return [
      ...[...new Set(others)].map((value) => ({
        value,
        label: languageName(value, i18n.language),
      })),
      ...known,
    ];
  }, [person.languages, i18n.language]);

  const change = (part: Partial<PersonValues>) => {
    setValues((before) => ({ ...before, ...part }));
    setProblem(null);
  };
  const save = async () => {
    setBusy(true);
    const fields = changedFields(person, values);
    const result = await act(async (context) =>
      changePerson(context, person, values, await store.heads('people', null, person.id, fields)),
    );
    setBusy(false);
    if (result.ok) {
      if (fields.length > 0)
        toast(t('people:saved', { name: displayName({ ...person, ...values }) }));
      onClose();
      return;
    }
    const known = REFUSALS.find((one) => one === result.reason);
    const email = result.params?.['email'] ?? '';
    const words =
      known === undefined ? t('people:notSaved') : t(`people:refused.${known}`, { email });
    setProblem(refusal(result) ?? words);
  };
  const text = (field: (typeof NAMES)[number] | (typeof WORK)[number]) => (
    <TextInput
      key={field}
      label={t(`people:field.${field}`)}
      dir={field === 'native' ? 'auto' : undefined}
      value={values[field]}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="md">
        <FieldGrid>
          {NAMES.map(text)}
          <Select
            label={t('people:field.gender')}
            description={t('people:genderHint')}
            allowDeselect={false}
            data={genderSchema.options.map((value) => ({
              value,
              label: t(`domain:gender.${value}`),
            }))}
            value={values.gender}
            onChange={(value) =>
              change({ gender: genderSchema.options.find((one) => one === value) ?? values.gender })
            }
          />
          {WORK.map(text)}
          <Wide>
            <TagsInput
              label={t('people:field.emails')}
              description={t('people:emailsHint')}
              splitChars={[',', ';', ' ']}
              acceptValueOnBlur
              value={[...values.emails]}
              onChange={(emails) => change({ emails })}
            />
          </Wide>
          <Wide>
            <MultiSelect
              label={t('people:field.languages')}
              description={t('people:languagesHint')}
              searchable
              hidePickedOptions
              data={languages}
              value={[...values.languages]}
              onChange={(chosen) => change({ languages: chosen })}
            />
          </Wide>
        </FieldGrid>
        {problem !== null && (
          <p role="alert" className={classes.problem}>
            {problem}
          </p>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('people:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

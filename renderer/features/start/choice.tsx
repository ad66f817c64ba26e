import { Alert, Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconFilePlus, IconFlask2 } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewProgramme, SetUpProblem } from './use-set-up';
import classes from './start.module.css';

interface ChoiceProps {
  problem: SetUpProblem | null;
  onSample: () => void;
  onNew: (programme: NewProgramme) => void;
}

/** What to begin with: a year to look around in, or one's own programme. */
export function Choice({ problem, onSample, onNew }: ChoiceProps) {
  const { t } = useTranslation('start');
  const [own, setOwn] = useState(false);
  return (
    <Stack gap="md">
      {problem !== null && (
        <Alert color="red" icon={<IconAlertTriangle size={20} />} title={t('failed.title')}>
          {t(`failed.${problem}`)}
        </Alert>
      )}
      {own ? (
        <NewProgrammeForm onCreate={onNew} onBack={() => setOwn(false)} />
      ) : (
        <div className={classes.options}>
          <Option
            icon={<IconFlask2 size={26} stroke={1.5} />}
            title={t('sample.title')}
            text={t('sample.text')}
            onChoose={onSample}
          />
          <Option
            icon={<IconFilePlus size={26} stroke={1.5} />}
            title={t('own.title')}
            text={t('own.text')}
            onChoose={() => setOwn(true)}
          />
        </div>
      )}
    </Stack>
  );
}

interface OptionProps {
  icon: ReactNode;
  title: string;
  text: string;
  onChoose: () => void;
}

function Option({ icon, title, text, onChoose }: OptionProps) {
  return (
    <button type="button" className={classes.option} onClick={onChoose}>
      <span className={classes.optionIcon} aria-hidden="true">
        {icon}
      </span>
      <span className={classes.optionTitle}>{title}</span>
      <span className={classes.optionText}>{text}</span>
    </button>
  );
}

interface NewProgrammeFormProps {
  onCreate: (programme: NewProgramme) => void;
  onBack: () => void;
}

function NewProgrammeForm({ onCreate, onBack }: NewProgrammeFormProps) {
  const { t } = useTranslation('start');
  const [name, setName] = useState('');
  const [basis, setBasis] = useState<NewProgramme['basis']>('paris-pact');
  const [missing, setMissing] = useState(false);
  // The built-in programme has a name of its own, in the languages in which one is on file.
  const optional = basis === 'paris-pact';

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const given = name.trim();
        setMissing(given === '' && !optional);
        if (given !== '' || optional) onCreate({ name: given, basis });
      }}
    >
      <Stack gap="md">
        <Radio.Group
          label={t('own.basis')}
          value={basis}
          onChange={(value) => setBasis(value === 'empty' ? 'empty' : 'paris-pact')}
        >
          <Stack gap="xs" mt="xs">
            <Radio
              value="paris-pact"
              label={t('own.parisPact')}
              description={t('own.parisPactHint')}
            />
            <Radio value="empty" label={t('own.empty')} description={t('own.emptyHint')} />
          </Stack>
        </Radio.Group>
        <TextInput
          label={t('own.name')}
          placeholder={optional ? t('own.nameKept') : undefined}
          withAsterisk={!optional}
          maxLength={300}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setMissing(false);
          }}
          error={missing ? t('own.nameMissing') : undefined}
        />
        <Group>
          <Button type="submit">{t('own.create')}</Button>
          <Button variant="default" onClick={onBack}>
            {t('own.back')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

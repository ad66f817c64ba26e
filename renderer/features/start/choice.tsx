import { Alert, Stack } from '@mantine/core';
import { IconAlertTriangle, IconFilePlus, IconFlask2 } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NewProgrammeForm } from './new-programme-form';
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

import { Button } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Operator } from '@shared/domain/operator/types';
import { useOperator } from '../use-operator';
import { useOperatorActs, useProblemWords } from '../use-operator-acts';
import { toast } from '@renderer/ui/toasts';
import { NameField } from './name-field';
import classes from '../operators.module.css';

/** The first start's operator has no name, and need not have one; the journal reads better with it. */
export function YourName({ operators }: { operators: readonly Operator[] }) {
  const { t } = useTranslation('operators');
  const { id } = useOperator();
  const acts = useOperatorActs();
  const words = useProblemWords();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    const result = await acts.rename(id, name);
    if (result.ok) toast(t('saved'));
    else setProblem(words(result));
  };
  return (
    <form className={classes.yourName} onSubmit={(event) => void save(event)}>
      <NameField
        label={t('yourName')}
        description={t('yourNameHint')}
        operators={operators}
        self={id}
        value={name}
        onChange={setName}
        error={problem}
      />
      <Button type="submit" variant="default">
        {t('save')}
      </Button>
    </form>
  );
}

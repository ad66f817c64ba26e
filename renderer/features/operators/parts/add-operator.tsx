import { Button, Group, Stack } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { hasRoles } from '@shared/domain/operator/rules';
import type { Operator, Role } from '@shared/domain/operator/types';
import { useOperatorActs, useProblemWords } from '../use-operator-acts';
import { NameField } from './name-field';
import { RoleSelect } from './role-select';

interface AddOperatorProps {
  operators: readonly Operator[];
  submit: string;
  onAdded: (id: string, name: string) => void;
  onCancel: () => void;
}

/** A name, a role where there are roles, and there is one operator more. */
export function AddOperator({ operators, submit, onAdded, onCancel }: AddOperatorProps) {
  const { t } = useTranslation('operators');
  const acts = useOperatorActs();
  const words = useProblemWords();
  const roles = hasRoles(operators);
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role | null>('registration');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const add = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const id = uuidv7();
    const result = await acts.add(id, name, roles ? role : null);
    setBusy(false);
    if (result.ok) onAdded(id, name.trim());
    else setProblem(words(result));
  };

  return (
    <form onSubmit={(event) => void add(event)}>
      <Stack gap="md">
        <NameField
          label={t('name')}
          operators={operators}
          self={null}
          value={name}
          onChange={setName}
          error={problem}
          autoFocus
        />
        {roles && <RoleSelect value={role} onChange={setRole} />}
      </Stack>
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onCancel}>
          {t('back')}
        </Button>
        <Button type="submit" loading={busy}>
          {submit}
        </Button>
      </Group>
    </form>
  );
}

import { Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Operator } from '@shared/domain/operator/types';
import { today } from '@renderer/ui/today';
import { useOperatorActs, useTellResult } from '../use-operator-acts';
import { RoleSelect } from './role-select';
import classes from '../operators.module.css';

/** The role from now on; for somebody without one also from an earlier day. */
export function RoleForm({ operator, disabled }: { operator: Operator; disabled: boolean }) {
  const { t } = useTranslation('operators');
  const acts = useOperatorActs();
  const tell = useTellResult();
  const [role, setRole] = useState(operator.role);
  const [earlier, setEarlier] = useState(false);
  const [day, setDay] = useState(today);
  const reachesBack = operator.role === null && role !== null;
  const since = reachesBack && earlier && day !== '' ? new Date(`${day}T00:00`) : null;
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    const result = await acts.grant(operator.id, role, since?.toISOString() ?? null);
    if (!tell(result, t('saved'))) setRole(operator.role);
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <Stack gap="md">
        <RoleSelect value={role} onChange={setRole} disabled={disabled} />
        {reachesBack && (
          <Checkbox
            label={t('earlier.label')}
            description={t('earlier.hint')}
            checked={earlier}
            onChange={(event) => setEarlier(event.currentTarget.checked)}
          />
        )}
        {reachesBack && earlier && (
          <TextInput
            type="date"
            label={t('earlier.from')}
            max={today()}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
        )}
        <Button
          className={classes.own}
          type="submit"
          variant="default"
          disabled={disabled || role === operator.role}
        >
          {t('saveRole')}
        </Button>
      </Stack>
    </form>
  );
}

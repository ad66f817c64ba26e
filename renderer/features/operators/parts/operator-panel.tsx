import { Button } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { hasRoles } from '@shared/domain/operator/rules';
import type { Operator } from '@shared/domain/operator/types';
import { ConfirmInline } from '@renderer/ui/confirm-inline';
import { FieldSet } from '@renderer/ui/field';
import { useOperator, useOperatorName } from '../use-operator';
import { useOperatorActs, useProblemWords, useTellResult } from '../use-operator-acts';
import { usePermission } from '../use-permission';
import { useNotPermitted } from '../use-refusal';
import { toast } from '@renderer/ui/toasts';
import { NameField } from './name-field';
import { PinForm } from './pin-form';
import { RoleForm } from './role-form';
import classes from '../operators.module.css';

interface OperatorPanelProps {
  operator: Operator;
  operators: readonly Operator[];
  onRemoved: () => void;
}

/** Everything that can be changed about one operator; each part is saved by itself. */
export function OperatorPanel({ operator, operators, onRemoved }: OperatorPanelProps) {
  const { t } = useTranslation('operators');
  const acts = useOperatorActs();
  const tell = useTellResult();
  const nameOf = useOperatorName();
  const acting = useOperator();
  const { may, role } = usePermission();
  const notPermitted = useNotPermitted();
  const { id } = operator;
  const mayGrant = may('operator.granted');
  const remove = async () => {
    const name = nameOf(operator);
    if (tell(await acts.remove(id), t('removed', { name }))) onRemoved();
  };
  return (
    <div className={classes.panel}>
      {!mayGrant && <p className={classes.warning}>{notPermitted(role)}</p>}
      <NameForm operator={operator} operators={operators} />
      {hasRoles(operators) && <RoleForm operator={operator} disabled={!mayGrant} />}
      <PinForm operator={operator} />
      {may('operator.removed') && id !== acting.id && (
        <FieldSet legend={t('remove.title')} hint={t('remove.hint')}>
          <div>
            <ConfirmInline
              label={t('remove.button')}
              question={t('remove.question', { name: nameOf(operator) })}
              confirm={t('remove.confirm')}
              danger
              onConfirm={() => void remove()}
            />
          </div>
        </FieldSet>
      )}
    </div>
  );
}

function NameForm({ operator, operators }: { operator: Operator; operators: readonly Operator[] }) {
  const { t } = useTranslation('operators');
  const acts = useOperatorActs();
  const words = useProblemWords();
  const { may } = usePermission();
  const [name, setName] = useState(operator.name);
  const [problem, setProblem] = useState<string | null>(null);
  const disabled = !may('operator.renamed', operator.id);
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    const result = await acts.rename(operator.id, name);
    setProblem(result.ok ? null : words(result));
    if (result.ok) toast(t('saved'));
  };
  return (
    <form className={classes.line} onSubmit={(event) => void save(event)}>
      <NameField
        label={t('name')}
        operators={operators}
        self={operator.id}
        value={name}
        onChange={setName}
        error={problem}
        disabled={disabled}
      />
      <Button type="submit" variant="default" disabled={disabled || name === operator.name}>
        {t('save')}
      </Button>
    </form>
  );
}

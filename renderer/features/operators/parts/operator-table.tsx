import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { hasRoles } from '@shared/domain/operator/rules';
import type { Operator } from '@shared/domain/operator/types';
import { formatInstant } from '@shared/i18n/format';
import { Tag } from '@renderer/ui/tag';
import { useByName } from '../use-by-name';
import { useLastActive } from '../use-last-active';
import { useOperator, useOperatorName } from '../use-operator';
import classes from '../operators.module.css';

interface OperatorTableProps {
  operators: readonly Operator[];
  onChange: (id: string) => void;
}

/** Everybody who works here, with what they may do and when they last did something. */
export function OperatorTable({ operators, onChange }: OperatorTableProps) {
  const { t } = useTranslation('operators');
  const sorted = useByName(operators);
  const active = useLastActive(operators);
  const roles = hasRoles(operators);
  return (
    <div className={classes.scroll} role="region" aria-label={t('title')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            {roles && <th scope="col">{t('roleLabel')}</th>}
            <th scope="col">{t('pin.label')}</th>
            <th scope="col">{t('lastActive')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((one) => (
            <Line
              key={one.id}
              operator={one}
              roles={roles}
              active={active.get(one.id) ?? null}
              onChange={() => onChange(one.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps {
  operator: Operator;
  roles: boolean;
  /** When they last did something (ISO instant, UTC). */
  active: string | null;
  onChange: () => void;
}

function Line({ operator, roles, active, onChange }: LineProps) {
  const { t, i18n } = useTranslation('operators');
  const acting = useOperator();
  const name = useOperatorName()(operator);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <tr>
      <th scope="row">
        <span className={classes.name}>
          {name}
          {operator.id === acting.id && <Tag tone="accent">{t('now')}</Tag>}
        </span>
      </th>
      {roles && (
        <td>
          {operator.role === null ? (
            <Tag tone="warning">{t('role.none')}</Tag>
          ) : (
            t(`role.${operator.role}`)
          )}
        </td>
      )}
      <td>
        {operator.secured ? (
          <span className={classes.pin}>
            <IconLock size={15} stroke={1.7} aria-hidden="true" />
            {t('pin.yes')}
          </span>
        ) : (
          <span className={classes.soft}>{t('pin.none')}</span>
        )}
      </td>
      <td className="tabular">
        {active === null ? (
          <span className={classes.soft}>{t('notYet')}</span>
        ) : (
          formatInstant(active, i18n.language, here)
        )}
      </td>
      <td className={classes.action}>
        <Button
          variant="default"
          size="compact-sm"
          onClick={onChange}
          aria-label={t('changeOne', { name })}
        >
          {t('change')}
        </Button>
      </td>
    </tr>
  );
}

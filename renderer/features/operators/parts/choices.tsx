import { Button, TextInput } from '@mantine/core';
import { IconLock, IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { OPERATOR_DEFAULTS, type Operator } from '@shared/domain/operator/types';
import { foldForFilter } from '@renderer/ui/fold';
import { Tag } from '@renderer/ui/tag';
import { Permitted } from '../permitted';
import { likelyNext } from '../recent';
import { useOperator, useOperatorName } from '../use-operator';
import { useByName } from '../use-by-name';
import classes from '../operators.module.css';

interface ChoicesProps {
  operators: readonly Operator[];
  problem: string | null;
  onChoose: (operator: Operator) => void;
  onAdd: () => void;
}

/** So many can be chosen by a single digit. */
const DIGITS = 9;

/** Everybody who may sit here: type a name, press a number, or take the one that is marked. */
export function Choices({ operators, problem, onChoose, onAdd }: ChoicesProps) {
  const { t } = useTranslation('operators');
  const prefix = useId();
  const acting = useOperator();
  const nameOf = useOperatorName();
  const sorted = useByName(operators);
  const all = useMemo(
    () => (acting.known ? sorted : [{ ...OPERATOR_DEFAULTS, id: acting.id }, ...sorted]),
    [acting.known, acting.id, sorted],
  );
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState<number | null>(null);
  const folded = foldForFilter(typed);
  const shown = all.filter((one) => foldForFilter(nameOf(one)).includes(folded));
  const ids = shown.map((one) => one.id);
  const active = Math.min(wanted ?? likelyNext(ids, acting.id), Math.max(0, shown.length - 1));

  const onKey = (event: KeyboardEvent) => {
    const digit =
      /^[1-9]$/.test(event.key) && typed === '' ? all[Number(event.key) - 1] : undefined;
    if (digit !== undefined) onChoose(digit);
    else if (event.key === 'ArrowDown') setWanted(Math.min(active + 1, shown.length - 1));
    else if (event.key === 'ArrowUp') setWanted(Math.max(active - 1, 0));
    else if (event.key === 'Enter' && shown[active] !== undefined) onChoose(shown[active]);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={`${prefix}-list`}
        aria-activedescendant={shown.length > 0 ? `${prefix}-${active}` : undefined}
        label={t('switch.who')}
        description={t('switch.hint')}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        autoComplete="off"
        value={typed}
        error={problem}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setWanted(event.currentTarget.value === '' ? null : 0);
        }}
        onKeyDown={onKey}
      />
      <ul id={`${prefix}-list`} className={classes.choices} role="listbox" aria-label={t('title')}>
        {shown.map((one, index) => (
          <li
            key={one.id}
            id={`${prefix}-${index}`}
            className={classes.choice}
            role="option"
            aria-selected={index === active}
            onClick={() => onChoose(one)}
          >
            <span className={classes.number} aria-hidden="true">
              {numberOf(all, one)}
            </span>
            <span className={classes.choiceName}>{nameOf(one)}</span>
            {one.role !== null && <span className={classes.soft}>{t(`role.${one.role}`)}</span>}
            {one.secured && (
              <IconLock size={16} stroke={1.7} role="img" aria-label={t('pin.isSet')} />
            )}
            {one.id === acting.id && <Tag tone="accent">{t('now')}</Tag>}
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className={classes.soft}>{t('switch.nobody')}</p>}
      <Permitted act="operator.added">
        <Button
          variant="subtle"
          leftSection={<IconUserPlus size={18} stroke={1.7} aria-hidden="true" />}
          onClick={onAdd}
        >
          {t('add')}
        </Button>
      </Permitted>
    </>
  );
}

function numberOf(all: readonly Operator[], one: Operator): string {
  const index = all.indexOf(one);
  return index < DIGITS ? String(index + 1) : '';
}

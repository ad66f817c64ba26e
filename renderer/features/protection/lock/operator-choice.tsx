import { UnstyledButton } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProtectionStatus } from '@shared/contract/protection';
import classes from './lock.module.css';

interface OperatorChoiceProps {
  operators: ProtectionStatus['operators'];
  onChoose: (id: string) => void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

/** Who is it? Arrows move, Enter chooses. */
export function OperatorChoice({ operators, onChoose }: OperatorChoiceProps) {
  const { t } = useTranslation('protection');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const focus = (index: number) => {
    setAt(index);
    list.current?.querySelectorAll('button')[index]?.focus();
  };
  useEffect(() => {
    list.current?.querySelector('button')?.focus();
  }, []);

  const onKey = (event: KeyboardEvent) => {
    const { length } = operators;
    const step = STEPS[event.key];
    const next =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? length - 1
          : step === undefined
            ? null
            : (at + step + length) % length;
    if (next === null) return;
    event.preventDefault();
    focus(next);
  };
  return (
    <div
      ref={list}
      className={classes.operators}
      role="group"
      aria-label={t('lock.who')}
      onKeyDown={onKey}
    >
      <p className={classes.who}>{t('lock.who')}</p>
      {operators.map(({ id, name }, index) => (
        <UnstyledButton
          key={id}
          className={classes.operator}
          tabIndex={index === at ? 0 : -1}
          onFocus={() => setAt(index)}
          onClick={() => onChoose(id)}
        >
          {name}
        </UnstyledButton>
      ))}
    </div>
  );
}

import { Button } from '@mantine/core';
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { nobodySchema, type Login, type Nobody } from '@shared/domain/virtual/types';
import { guessNobody } from '@shared/matching/device-names';
import { Permitted } from '@renderer/features/operators';
import classes from './piles.module.css';

interface Props {
  readonly login: Login;
  readonly onChoose: (why: Nobody) => void;
  readonly onCancel: () => void;
}

const ORDER: readonly Nobody[] = [
  ...(['interpreter', 'operator', 'recording', 'host', 'test', 'duplicate', 'service'] as const),
];

/** Why a login is nobody who takes part; what its name says is offered first. */
export function NobodyChoice({ login, onChoose, onCancel }: Props) {
  const { t } = useTranslation(['matching', 'virtual']);
  const id = useId();
  const likely = useRef<HTMLButtonElement>(null);
  const guess = guessNobody(login.name);
  useEffect(() => likely.current?.focus(), []);
  const reasons = ORDER.filter((why) => nobodySchema.options.includes(why));
  const onKey = (event: KeyboardEvent) => {
    event.stopPropagation();
    const chosen = reasons[Number(event.key) - 1];
    if (event.key === 'Escape') onCancel();
    else if (chosen !== undefined) onChoose(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.panel} role="group" aria-labelledby={id} onKeyDown={onKey}>
      <p id={id} className={classes.panelTitle}>
        {t('matching:nobody.title')}
      </p>
      <div className={classes.actions}>
        {reasons.map((why, at) => (
          <Permitted key={why} act="login.linked">
            <Button
              ref={why === guess ? likely : null}
              variant={why === guess ? 'light' : 'default'}
              leftSection={<kbd className={classes.key}>{at + 1}</kbd>}
              onClick={() => onChoose(why)}
            >
              {t(`virtual:why.${why}`)}
            </Button>
          </Permitted>
        ))}
        <Button variant="subtle" onClick={onCancel}>
          {t('matching:cancel')}
        </Button>
      </div>
    </div>
  );
}

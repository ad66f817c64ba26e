import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../protection.module.css';

interface StepHeadProps {
  number: 1 | 2 | 3;
  title: string;
  /** The head takes the focus, so that a new step is heard from its beginning. */
  focused?: boolean;
}

/** Which of the three steps this is. */
export function StepHead({ number, title, focused = false }: StepHeadProps) {
  const { t } = useTranslation('protection');
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focused) head.current?.focus();
  }, [focused]);
  return (
    <div>
      <p className={`${classes.text ?? ''} ${classes.count ?? ''}`}>
        {t('setUp.step', { number, of: 3 })}
      </p>
      <h3 ref={head} className={classes.heading} tabIndex={-1}>
        {title}
      </h3>
    </div>
  );
}

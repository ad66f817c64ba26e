import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../protection.module.css';

interface DoneStepProps {
  /** Another window was quicker. */
  already: boolean;
  onClose: () => void;
}

export function DoneStep({ already, onClose }: DoneStepProps) {
  const { t } = useTranslation('protection');
  return (
    <div className={classes.done}>
      <IconShieldCheck className={classes.doneIcon} size={44} stroke={1.5} aria-hidden="true" />
      <h3 className={classes.heading}>{t('setUp.done.title')}</h3>
      <p className={classes.soft} role="status">
        {t(already ? 'setUp.refused.already' : 'setUp.done.text')}
      </p>
      <Button autoFocus onClick={onClose}>
        {t('setUp.done.close')}
      </Button>
    </div>
  );
}

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Keys } from '../../../ui/key-hint';
import { ariaKeys } from '../../../ui/keys';
import { Permitted } from '../../operators';
import type { Offer } from '../acts/use-offers';
import classes from '../desk.module.css';
import stageClasses from './stage.module.css';

/**
 * What can be done about the answer. The box keeps the focus: Enter does the first, the others have
 * keys of their own, and a pointer may press any of them without taking the focus away.
 */
export function AnswerActions({ offers }: { readonly offers: readonly Offer[] }) {
  const { t } = useTranslation('desk');
  if (offers.length === 0) return null;
  return (
    <div className={stageClasses.offers} role="group" aria-label={t('offers')}>
      {offers.map(({ id, label, keys, act, primary, run }) => (
        <Permitted key={id} act={act}>
          <Button
            className={classes.touch}
            variant={primary ? 'filled' : 'default'}
            rightSection={<Keys keys={primary ? 'Enter' : (keys ?? '')} />}
            aria-keyshortcuts={primary ? 'Enter' : keys === null ? undefined : ariaKeys(keys)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={run}
          >
            {label}
          </Button>
        </Permitted>
      ))}
    </div>
  );
}

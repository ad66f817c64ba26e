import { IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { WorkProgress } from '../../../ui/work-progress';
import classes from '../exports.module.css';
import type { Saving } from '../use-save';
import { useProgressWords } from '../use-progress-words';

/** How the saving goes, and what became of it. */
export function SavingState({ saving }: { readonly saving: Saving }) {
  const { t } = useTranslation('exports');
  const words = useProgressWords();
  switch (saving.state) {
    case 'idle':
      return null;
    case 'making':
      return (
        <div className={classes.working}>
          <WorkProgress
            label={words(saving.progress)}
            done={saving.progress?.done ?? 0}
            total={saving.progress?.total ?? null}
            onCancel={() => saving.stop.abort()}
          />
        </div>
      );
    case 'saved':
      return (
        <p className={classes.result} data-tone="good">
          <IconCircleCheck size={20} stroke={1.7} aria-hidden="true" />
          <span>{t('saved', { name: saving.name })}</span>
        </p>
      );
    case 'not-saved': {
      const calm = saving.why === 'cancelled' || saving.why === 'empty';
      const Icon = calm ? IconInfoCircle : IconCircleX;
      return (
        <p className={classes.result} data-tone={calm ? 'neutral' : 'bad'}>
          <Icon size={20} stroke={1.7} aria-hidden="true" />
          <span>
            {t(`notSaved.${saving.why}`)}
            {saving.detail !== undefined && <> ({saving.detail})</>}
          </span>
        </p>
      );
    }
  }
}

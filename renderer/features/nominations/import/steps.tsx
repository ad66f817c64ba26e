import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './import.module.css';

const STEPS = ['file', 'columns', 'preview'] as const;
export type StepName = (typeof STEPS)[number];

/** Where one is on the way from a file to its nominations. */
export function Steps({ at }: { readonly at: StepName }) {
  const { t } = useTranslation('nominations');
  const position = STEPS.indexOf(at);
  return (
    <ol className={classes.steps} aria-label={t('import.steps')}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          className={classes.step}
          data-done={index < position || undefined}
          aria-current={index === position ? 'step' : undefined}
        >
          <span className={classes.stepMark} aria-hidden="true">
            {index < position ? <IconCheck size={14} stroke={2.4} /> : index + 1}
          </span>
          {t(`import.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}

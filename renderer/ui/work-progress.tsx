import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import classes from './work-progress.module.css';

interface WorkProgressProps {
  /** What is being done. */
  label: string;
  done: number;
  /** `null` while it is not known how much there is. */
  total: number | null;
  /** Stops the work and leaves nothing half done. */
  onCancel?: () => void;
}

/** Long work: what, how far, and a way out. */
export function WorkProgress({ label, done, total, onCancel }: WorkProgressProps) {
  const { t, i18n } = useTranslation('ui');
  const share = total === null || total === 0 ? 0 : Math.min(done / total, 1);
  const number = (value: number) => formatNumber(value, i18n.language);
  const count =
    total === null
      ? t('progress.count', { done: number(done) })
      : t('progress.of', { done: number(done), total: number(total) });
  return (
    <div className={classes.work}>
      <div className={classes.words}>
        <span>{label}</span>
        <span className={classes.count}>{count}</span>
      </div>
      <Progress.Root>
        <Progress.Section
          value={total === null ? 100 : share * 100}
          animated={total === null}
          withAria={false}
          role="progressbar"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={total ?? undefined}
          aria-valuenow={total === null ? undefined : done}
          aria-valuetext={count}
        />
      </Progress.Root>
      {onCancel !== undefined && (
        <Button variant="subtle" size="compact-sm" onClick={onCancel} mt="xs">
          {t('cancel')}
        </Button>
      )}
    </div>
  );
}

import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { WorkProgress } from '../../../ui/work-progress';
import classes from '../badges.module.css';
import type { Print } from '../print/use-print';
import { usePrintWords } from '../print/use-print-words';

/** How printing goes, and what became of it. */
export function PrintState({ print: { printing, forget } }: { readonly print: Print }) {
  const { t } = useTranslation(['badges', 'ui']);
  const words = usePrintWords();
  if (printing.state === 'working') {
    const { progress, stop } = printing;
    return (
      <WorkProgress
        label={t(progress.done < progress.total ? 'badges:drawing' : 'badges:printing')}
        done={progress.done}
        total={progress.total}
        onCancel={() => stop.abort()}
      />
    );
  }
  if (printing.state !== 'ended') return null;
  const { result } = printing;
  const calm = !result.ok && (result.reason === 'cancelled' || result.reason === 'nothing');
  const Icon = result.ok ? IconCircleCheck : calm ? IconInfoCircle : IconCircleX;
  const shortened = result.ok ? result.shortened : [];
  return (
    <div className={classes.result} data-tone={result.ok ? 'good' : calm ? 'neutral' : 'bad'}>
      <Icon size={20} stroke={1.7} aria-hidden="true" />
      <div className={classes.grow}>
        <p className={classes.plain}>{words(result)}</p>
        {result.ok && <p className={classes.note}>{t('badges:fullSize')}</p>}
        {shortened.map((text) => (
          <p key={text} className={classes.note}>
            {t('badges:preview.shortened', { text })}
          </p>
        ))}
      </div>
      <Button variant="subtle" size="compact-sm" onClick={forget}>
        {t('ui:close')}
      </Button>
    </div>
  );
}

import { Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventOf } from '@shared/contract/contract';
import { bridge } from '@renderer/bridge/client';
import { WorkProgress } from '@renderer/ui/work-progress';
import classes from '../protection.module.css';
import { StepHead } from './step-head';

/** Everything is written anew. It cannot be stopped, but a crash at any moment loses nothing. */
export function WorkStep() {
  const { t } = useTranslation('protection');
  const [progress, setProgress] = useState<EventOf<'protection.progress'> | null>(null);
  useEffect(() => bridge.on('protection.progress', setProgress), []);
  return (
    <Stack gap="md">
      <StepHead number={3} title={t('setUp.work.title')} focused />
      <p className={classes.text}>{t('setUp.work.text')}</p>
      <WorkProgress
        label={t(`setUp.work.${progress?.step ?? 'begin'}`)}
        done={progress?.done ?? 0}
        total={progress?.total ?? null}
      />
    </Stack>
  );
}

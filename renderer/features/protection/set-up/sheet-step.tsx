import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../notice';
import { SheetBody } from '../sheet/sheet-body';
import { StepHead } from './step-head';
import type { useSetUp } from './use-set-up';

/** The recovery sheet: printed or saved, and looked at. */
export function SheetStep({ setUp }: { setUp: ReturnType<typeof useSetUp> }) {
  const { t } = useTranslation('protection');
  const { recovery, typed, setTyped, problem, protect, toWays } = setUp;
  const [tried, setTried] = useState(false);
  if (recovery === null) return null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        void protect();
      }}
    >
      <Stack gap="md">
        <StepHead number={2} title={t('sheet.title')} focused />
        {problem !== null && (
          <Notice tone="bad" role="alert">
            {t(`setUp.refused.${problem}`)}
          </Notice>
        )}
        <SheetBody
          key={recovery.code}
          recovery={recovery}
          typed={typed}
          onTyped={setTyped}
          tried={tried}
        />
        <Group justify="space-between">
          <Button variant="default" onClick={toWays}>
            {t('setUp.back')}
          </Button>
          <Button type="submit">{t('setUp.protect')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProtectionStatus } from '@shared/contract/protection';
import { Notice } from '../notice';
import { NewPassphrase } from '../new-passphrase';
import classes from '../protection.module.css';
import { StepHead } from './step-head';
import { waysProblem, type useSetUp, type Ways } from './use-set-up';

interface WaysStepProps {
  setUp: ReturnType<typeof useSetUp>;
  keyStore: ProtectionStatus['keyStore'];
}

/** What protection does and what it cannot do, and with what the desk will be opened. */
export function WaysStep({ setUp, keyStore }: WaysStepProps) {
  const { t } = useTranslation('protection');
  const { ways, setWays, problem, busy, toSheet } = setUp;
  const [tried, setTried] = useState(false);
  const wrong = tried ? waysProblem(ways) : null;
  const change = (part: Partial<Ways>) => setWays({ ...ways, ...part });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        void toSheet();
      }}
    >
      <Stack gap="md">
        <StepHead number={1} title={t('setUp.ways.title')} />
        <ul className={classes.list}>
          <li>{t('about.does')}</li>
          <li>{t('about.cannot')}</li>
        </ul>
        {problem !== null && (
          <Notice tone="bad" role="alert">
            {t(`setUp.refused.${problem}`)}
          </Notice>
        )}
        {keyStore === 'available' ? (
          <>
            <Checkbox
              label={t('keyStore.label')}
              description={t('keyStore.hint')}
              checked={ways.keyStore}
              onChange={(event) => change({ keyStore: event.currentTarget.checked })}
            />
            <Checkbox
              label={t('passphrase.label')}
              description={t('passphrase.what')}
              checked={ways.withPassphrase}
              error={wrong === 'no-way' ? t('setUp.refused.no-way') : undefined}
              onChange={(event) => change({ withPassphrase: event.currentTarget.checked })}
            />
          </>
        ) : (
          <p className={classes.soft}>{t(`keyStore.${keyStore}`)}</p>
        )}
        {ways.withPassphrase && (
          <NewPassphrase
            focused
            value={ways}
            onChange={change}
            problem={wrong === 'no-way' ? null : wrong}
          />
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={busy}>
            {t('setUp.next')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

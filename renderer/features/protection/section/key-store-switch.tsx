import { Button, Stack, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProtectionStatus } from '@shared/contract/protection';
import { bridge } from '@renderer/bridge/client';
import { toast } from '@renderer/ui/toasts';
import { Notice } from '../notice';
import classes from '../protection.module.css';
import { refreshProtection } from '../protection-status';

/** Whether this computer opens the desk by itself; where it cannot, why not. */
export function KeyStoreSwitch({ status: { ways, keyStore } }: { status: ProtectionStatus }) {
  const { t } = useTranslation('protection');
  const [busy, setBusy] = useState(false);
  const use = async (wanted: boolean) => {
    setBusy(true);
    const answer = await bridge.protection
      .useKeyStore({ use: wanted })
      .catch(() => ({ ok: false, reason: 'lost' }) as const);
    await refreshProtection();
    setBusy(false);
    if (answer.ok) toast(t(wanted ? 'keyStore.used' : 'keyStore.unused'));
    else toast(t(`keyStore.notChanged.${answer.reason}`), { tone: 'bad' });
  };
  if (!ways.keyStore && keyStore !== 'available') {
    return <p className={classes.soft}>{t(`keyStore.${keyStore}`)}</p>;
  }
  return (
    <Stack gap="sm" align="flex-start">
      <Switch
        label={t('keyStore.label')}
        description={t('keyStore.hint')}
        checked={ways.keyStore}
        disabled={busy}
        onChange={(event) => void use(event.currentTarget.checked)}
      />
      {ways.keyStore && keyStore === 'refused' && (
        <Notice>
          <Stack gap="xs" align="flex-start">
            <span>{t('lock.storeRefused')}</span>
            <Button
              variant="default"
              size="compact-sm"
              loading={busy}
              onClick={() => void use(true)}
            >
              {t('keyStore.renew')}
            </Button>
          </Stack>
        </Notice>
      )}
    </Stack>
  );
}

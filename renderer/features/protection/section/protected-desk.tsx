import { Button, Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProtectionStatus } from '@shared/contract/protection';
import { useSettings } from '@renderer/features/settings';
import { Facts } from '@renderer/ui/facts';
import { Hint } from '@renderer/ui/key-hint';
import { ariaKeys } from '@renderer/ui/keys';
import { toast } from '@renderer/ui/toasts';
import { Notice } from '../notice';
import { useOpenedWithSheet } from '../opened-with-sheet';
import classes from '../protection.module.css';
import { LOCK_KEYS, useLockDesk } from '../use-lock-command';
import { KeyStoreSwitch } from './key-store-switch';
import { PassphraseDialog } from './passphrase-dialog';
import { SheetDialog } from './sheet-dialog';

const MINUTES = [0, 1, 5, 15, 60];

/** The ways in and when it locks. */
export function ProtectedDesk({ status }: { status: ProtectionStatus }) {
  const { t } = useTranslation('protection');
  const [dialog, setDialog] = useState<'passphrase' | 'sheet' | null>(null);
  const withSheet = useOpenedWithSheet();
  const lock = useLockDesk();
  const { ways } = status;
  const close = () => setDialog(null);
  const setUp = (yes: boolean) => t(yes ? 'ways.yes' : 'ways.no');
  return (
    <Stack gap="lg">
      {withSheet && <Notice>{t('notice.withSheet')}</Notice>}
      <Facts
        facts={[
          [t('passphrase.label'), setUp(ways.passphrase)],
          [t('keyStore.name'), setUp(ways.keyStore)],
          [t('sheet.title'), setUp(ways.recovery)],
        ]}
      />
      <Group gap="sm">
        <Button variant="default" onClick={() => setDialog('passphrase')}>
          {t(ways.passphrase ? 'passphrase.change' : 'passphrase.setNew')}
        </Button>
        <Button variant="default" onClick={() => setDialog('sheet')}>
          {t('sheet.renew')}
        </Button>
      </Group>
      <KeyStoreSwitch status={status} />
      <LockAfter />
      <div>
        <Hint label={t('lockNow.action')} keys={LOCK_KEYS}>
          <Button variant="default" aria-keyshortcuts={ariaKeys(LOCK_KEYS)} onClick={lock}>
            {t('lockNow.action')}
          </Button>
        </Hint>
      </div>
      {dialog === 'passphrase' && <PassphraseDialog onClose={close} />}
      {dialog === 'sheet' && <SheetDialog onClose={close} />}
    </Stack>
  );
}

/** After how many minutes without a touch the screen is locked. */
function LockAfter() {
  const { t } = useTranslation('protection');
  const { settings, change } = useSettings();
  const { lockAfterMinutes } = settings;
  const choices = MINUTES.includes(lockAfterMinutes)
    ? MINUTES
    : [...MINUTES, lockAfterMinutes].sort((a, b) => a - b);
  const choose = async (minutes: number) => {
    if (!(await change({ lockAfterMinutes: minutes }))) toast(t('notSaved'), { tone: 'bad' });
  };
  return (
    <Select
      className={classes.short}
      label={t('lockAfter.label')}
      description={t('lockAfter.hint')}
      allowDeselect={false}
      value={String(lockAfterMinutes)}
      data={choices.map((minutes) => ({
        value: String(minutes),
        label: minutes === 0 ? t('lockAfter.never') : t('lockAfter.minutes', { count: minutes }),
      }))}
      onChange={(value) => void choose(Number(value))}
    />
  );
}

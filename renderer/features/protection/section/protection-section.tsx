import { Button, Stack } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProtectionStatus } from '@shared/contract/protection';
import { Section } from '@renderer/ui/page';
import { Failed, Loading } from '@renderer/ui/states';
import { Tag } from '@renderer/ui/tag';
import { Notice } from '../notice';
import classes from '../protection.module.css';
import { refreshProtection, useProtectionStatus } from '../protection-status';
import { useSetUpProtection } from '../set-up-door';
import { ProtectedDesk } from './protected-desk';

/** How this desk is protected, and everything that can be changed about it. */
export function ProtectionSection() {
  const { t } = useTranslation('protection');
  const status = useProtectionStatus();
  const { open, dialog } = useSetUpProtection();
  if (status.state !== 'ready') {
    return (
      <Section title={t('title')}>
        {status.state === 'loading' ? (
          <Loading />
        ) : (
          <Failed detail={status.message} onRetry={() => void refreshProtection()} />
        )}
      </Section>
    );
  }
  const none = status.value.state === 'none';
  return (
    <Section
      title={t('title')}
      aside={
        <Tag tone={none ? 'warning' : 'good'}>{t(none ? 'state.none' : 'state.protected')}</Tag>
      }
    >
      {none ? (
        <Unprotected status={status.value} onProtect={open} />
      ) : (
        <ProtectedDesk status={status.value} />
      )}
      {dialog}
    </Section>
  );
}

interface UnprotectedProps {
  status: ProtectionStatus;
  onProtect: () => void;
}

function Unprotected({ status, onProtect }: UnprotectedProps) {
  const { t } = useTranslation('protection');
  return (
    <Stack gap="md" align="flex-start">
      {status.interrupted && (
        <Notice title={t('interrupted.title')}>{t('interrupted.text')}</Notice>
      )}
      <p className={classes.text}>{t('about.none')}</p>
      <ul className={classes.list}>
        <li>{t('about.does')}</li>
        <li>{t('about.cannot')}</li>
      </ul>
      <Button leftSection={<IconShieldLock size={18} stroke={1.7} />} onClick={onProtect}>
        {t('setUp.title')}
      </Button>
    </Stack>
  );
}

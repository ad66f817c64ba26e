import { UnstyledButton } from '@mantine/core';
import { IconLockOpen2 } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands, type Command } from '@renderer/ui/commands';
import { Hint } from '@renderer/ui/key-hint';
import { Tag } from '@renderer/ui/tag';
import { useProtectionStatus } from './protection-status';
import { useSetUpProtection } from './set-up-door';
import classes from './protection.module.css';

/** Whoever looks over one's shoulder sees that this desk is not protected; when it is, nothing. */
export function ProtectionMark() {
  const status = useProtectionStatus();
  const { open, dialog } = useSetUpProtection();
  return (
    <>
      {status.state === 'ready' && status.value.state === 'none' && <Unprotected onClick={open} />}
      {dialog}
    </>
  );
}

function Unprotected({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('protection');
  const commands = useMemo(
    (): Command[] => [
      { id: 'protection.set-up', label: t('setUp.title'), group: t('title'), run: onClick },
    ],
    [t, onClick],
  );
  useCommands(commands);
  return (
    <Hint label={t('setUp.title')}>
      <UnstyledButton
        className={classes.mark}
        aria-label={`${t('state.none')}: ${t('setUp.title')}`}
        onClick={onClick}
      >
        <Tag tone="warning" icon={<IconLockOpen2 size={14} stroke={1.8} />}>
          {t('state.none')}
        </Tag>
      </UnstyledButton>
    </Hint>
  );
}

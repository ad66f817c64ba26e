import {
  IconDatabase,
  IconDatabaseExclamation,
  IconDatabaseOff,
  IconHourglass,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RegisterStatus } from '@shared/contract/register';
import classes from './settings.module.css';

const ICONS = {
  current: IconDatabase,
  behind: IconHourglass,
  failed: IconDatabaseExclamation,
  none: IconDatabaseOff,
};

/** The backup's state in an icon and a few words. */
export function BackupState({ backup }: { backup: RegisterStatus['backup'] }) {
  const { t } = useTranslation('settings');
  const Icon = ICONS[backup.state];
  return (
    <span className={classes.state}>
      <Icon size={15} stroke={1.7} aria-hidden="true" />
      {t(`backup.state.${backup.state}`)}
    </span>
  );
}

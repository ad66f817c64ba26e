import { useDocumentTitle } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useSettings } from '@renderer/features/settings';
import { Mark } from '@renderer/ui/mark';
import { Failed, Loading } from '@renderer/ui/states';
import { refreshProtection, useProtectionStatus } from '../protection-status';
import { Locked } from './locked';
import classes from './lock.module.css';

/** Nothing of the data is on this screen, not even in the window's title. */
export function LockScreen() {
  const { t } = useTranslation('protection');
  const { deskName } = useSettings().settings;
  const status = useProtectionStatus();
  useDocumentTitle(`${t('lock.title')} · Rostrum`);
  return (
    <main className={classes.screen}>
      <div className={classes.card}>
        <header className={classes.head}>
          <Mark size={48} />
          <h1 className={classes.title}>{t('lock.title')}</h1>
          {deskName !== '' && <p className={classes.desk}>{deskName}</p>}
        </header>
        {status.state === 'failed' ? (
          <Failed detail={status.message} onRetry={() => void refreshProtection()} />
        ) : status.state === 'loading' || status.value.state !== 'locked' ? (
          <Loading />
        ) : (
          <Locked key={status.value.lock} status={status.value} />
        )}
      </div>
    </main>
  );
}

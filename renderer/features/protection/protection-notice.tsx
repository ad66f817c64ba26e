import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecords } from '@renderer/db/hooks';
import { protectionWasAsked, useAskedForProtection } from './asked-for';
import { useOpenedWithSheet } from './opened-with-sheet';
import { useProtectionStatus } from './protection-status';
import { useSetUpProtection } from './set-up-door';
import classes from './protection.module.css';

const PassphraseDialog = lazy(() =>
  import('./section/passphrase-dialog').then((module) => ({ default: module.PassphraseDialog })),
);

/** One line over every page while names lie readable, or while a lost passphrase is not replaced. */
export function ProtectionNotice() {
  const status = useProtectionStatus();
  const withSheet = useOpenedWithSheet();
  const asked = useAskedForProtection();
  const { open, dialog } = useSetUpProtection();
  const state = status.state === 'ready' ? status.value.state : null;
  useEffect(() => {
    if (!asked || state === null) return;
    protectionWasAsked();
    if (state === 'none') open();
  }, [asked, state, open]);
  return (
    <>
      {state === 'none' && <WhileReal onProtect={open} />}
      {state === 'open' && withSheet && <PassphraseLost />}
      {dialog}
    </>
  );
}

interface WhileRealProps {
  onProtect: () => void;
}

/** A programme of one's own is real; in a sample, people who were entered by hand are. */
function WhileReal({ onProtect }: WhileRealProps) {
  const programmes = useRecords('programmes');
  if (programmes.state !== 'ready' || programmes.value.length === 0) return null;
  const real = programmes.value.some((one) => !one.synthetic);
  return real ? <Readable onProtect={onProtect} /> : <WhileRealPeople onProtect={onProtect} />;
}

function WhileRealPeople({ onProtect }: WhileRealProps) {
  const people = useRecords('people');
  const real = people.state === 'ready' && people.value.some((one) => !one.synthetic);
  return real ? <Readable onProtect={onProtect} /> : null;
}

function Readable({ onProtect }: WhileRealProps) {
  const { t } = useTranslation('protection');
  return <Line text={t('notice.readable')} action={t('notice.protect')} onAct={onProtect} />;
}

function PassphraseLost() {
  const { t } = useTranslation('protection');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Line
        text={t('notice.withSheet')}
        action={t('passphrase.setNew')}
        onAct={() => setOpened(true)}
      />
      {opened && (
        <Suspense fallback={null}>
          <PassphraseDialog onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}

interface LineProps {
  text: string;
  action: string;
  onAct: () => void;
}

function Line({ text, action, onAct }: LineProps): ReactNode {
  return (
    <div className={classes.line} role="note">
      <IconAlertTriangle className={classes.lineIcon} size={18} stroke={1.8} aria-hidden="true" />
      <span className={classes.lineText}>{text}</span>
      <Button variant="default" size="compact-sm" onClick={onAct}>
        {action}
      </Button>
    </div>
  );
}

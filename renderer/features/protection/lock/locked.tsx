import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProtectionStatus } from '@shared/contract/protection';
import { Notice } from '../notice';
import { gateOf, useUnlock } from '../use-unlock';
import { OperatorChoice } from './operator-choice';
import { SecretForm } from './secret-form';
import { TryState } from './try-state';
import { firstView, viewsOf, type View } from './views';
import classes from './lock.module.css';

/** The ways to open this desk: one at a time, the others one link away. */
export function Locked({ status }: { status: ProtectionStatus }) {
  const { t } = useTranslation('protection');
  const [view, setView] = useState<View>(() => firstView(status));
  const { busy, problem, left: leftAt, unlock, forget } = useUnlock(status);
  const left = view.kind === 'operators' ? 0 : leftAt(gateOf(view));
  const go = (next: View) => {
    forget();
    setView(next);
  };
  const ways = viewsOf(status);
  const shown = view.kind === 'pin' ? 'operators' : view.kind;
  const others = ways.filter((one) => one !== shown);
  const operator =
    view.kind === 'pin' ? status.operators.find(({ id }) => id === view.operator) : undefined;
  const state = <TryState problem={problem} left={left} busy={busy} />;
  const failed = problem !== null && problem.kind !== 'key-store';
  const form = { busy, wait: left > 0, failed };
  const storeFailed = status.ways.keyStore && status.keyStore !== 'available';

  // A key file that can be read has a way at least: the sheet.
  if (ways.length === 0) {
    return (
      <Notice tone="bad" role="alert">
        {t('notOpened.damaged')}
      </Notice>
    );
  }
  return (
    <>
      {storeFailed && status.lock !== 'screen' && (
        <Notice>{t(status.keyStore === 'refused' ? 'lock.storeRefused' : 'lock.storeGone')}</Notice>
      )}
      {view.kind === 'operators' && (
        <>
          <OperatorChoice
            operators={status.operators}
            onChoose={(id) => go({ kind: 'pin', operator: id })}
          />
          {state}
        </>
      )}
      {view.kind === 'pin' && operator !== undefined && (
        <SecretForm
          key="pin"
          {...form}
          kind="pin"
          label={t('lock.pinOf', { name: operator.name })}
          onSubmit={(pin) => unlock({ kind: 'pin', operator: operator.id, pin })}
          {...(status.operators.length > 1 ? { onBack: () => go({ kind: 'operators' }) } : {})}
        >
          {state}
        </SecretForm>
      )}
      {view.kind === 'passphrase' && (
        <SecretForm
          key="passphrase"
          {...form}
          kind="passphrase"
          label={t('passphrase.label')}
          onSubmit={(passphrase) => unlock({ kind: 'passphrase', passphrase })}
        >
          {state}
        </SecretForm>
      )}
      {view.kind === 'recovery' && (
        <SecretForm
          key="recovery"
          {...form}
          kind="recovery"
          label={t('recovery.code')}
          hint={t('recovery.codeHint')}
          onSubmit={(code) => unlock({ kind: 'recovery', code })}
        >
          {state}
        </SecretForm>
      )}
      {view.kind === 'key-store' && (
        <>
          <Button
            autoFocus
            fullWidth
            size="md"
            loading={busy}
            disabled={left > 0}
            onClick={() => void unlock({ kind: 'key-store' })}
          >
            {t('lock.openStore')}
          </Button>
          {state}
        </>
      )}
      {others.length > 0 && (
        <ul className={classes.others}>
          {others.map((kind) => (
            <li key={kind}>
              <Anchor component="button" type="button" onClick={() => go({ kind })}>
                {t(`lock.other.${kind}`)}
              </Anchor>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '@renderer/bridge/client';
import { Dialog } from '@renderer/ui/dialog';
import { toast } from '@renderer/ui/toasts';
import { Notice } from '../notice';
import classes from '../protection.module.css';
import { refreshProtection, useProtectionStatus } from '../protection-status';
import { prepareRecovery, type Recovery } from '../sheet/prepare';
import { SheetBody } from '../sheet/sheet-body';
import { checkTyped, type Typed } from '../sheet/typed';
import { waitOf } from '../use-unlock';
import { isGiven, ProofField, useProof, wayOf } from './proof';
import { useProven } from './use-proven';

/** A new recovery sheet; the old one is good until the new one has been typed back. */
export function SheetDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['protection', 'ui']);
  const [recovery, setRecovery] = useState<Recovery | null>(null);
  const [problem, setProblem] = useState<'not-prepared' | 'unknown-recovery' | null>(null);
  const [busy, setBusy] = useState(false);
  const prepare = async (because: 'unknown-recovery' | null) => {
    setBusy(true);
    try {
      setRecovery(await prepareRecovery());
      setProblem(because);
    } catch {
      setProblem('not-prepared');
    }
    setBusy(false);
  };
  return (
    <Dialog opened closing="deliberate" title={t('sheet.renew')} onClose={onClose} size="lg">
      <Stack gap="md">
        {problem !== null && (
          <Notice tone="bad" role="alert">
            {t(`setUp.refused.${problem}`)}
          </Notice>
        )}
        {recovery === null ? (
          <>
            <p className={classes.text}>{t('sheet.renewText')}</p>
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('ui:cancel')}
              </Button>
              <Button data-autofocus loading={busy} onClick={() => void prepare(null)}>
                {t('setUp.next')}
              </Button>
            </Group>
          </>
        ) : (
          <NewSheet
            key={recovery.code}
            recovery={recovery}
            onUnknown={() => void prepare('unknown-recovery')}
            onClose={onClose}
          />
        )}
      </Stack>
    </Dialog>
  );
}

interface NewSheetProps {
  recovery: Recovery;
  onUnknown: () => void;
  onClose: () => void;
}

function NewSheet({ recovery, onUnknown, onClose }: NewSheetProps) {
  const { t } = useTranslation(['protection', 'ui']);
  const status = useProtectionStatus();
  const known = status.state === 'ready' ? status.value : null;
  const proof = useProof(known);
  const proven = useProven(proof.kind, waitOf(known));
  const [typed, setTyped] = useState<Typed>(['', '']);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);

  const submit = async () => {
    setTried(true);
    proven.forget();
    if (!isGiven(proof) || busy || proven.waiting || !checkTyped(recovery, typed)) return;
    setBusy(true);
    const answer = await bridge.protection
      .renewRecovery({ proof: wayOf(proof), recovery: recovery.code })
      .catch(() => ({ ok: false, reason: 'lost', waitMs: 0 }) as const);
    setBusy(false);
    if (answer.ok) {
      void refreshProtection();
      toast(t('sheet.renewed'));
      onClose();
    } else if ('waitMs' in answer) proven.refuse(answer.reason, answer.waitMs);
    else onUnknown();
  };
  const missing =
    tried && proof.kind !== 'key-store' && !isGiven(proof)
      ? t(`lock.empty.${proof.kind}`)
      : undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="md">
        <SheetBody focused recovery={recovery} typed={typed} onTyped={setTyped} tried={tried} />
        <ProofField
          proof={proof}
          error={missing ?? proven.error}
          disabled={busy || proven.waiting}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={proven.waiting}>
            {t('sheet.use')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

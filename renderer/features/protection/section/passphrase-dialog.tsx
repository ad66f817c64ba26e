import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '@renderer/bridge/client';
import { Dialog } from '@renderer/ui/dialog';
import { toast } from '@renderer/ui/toasts';
import { NewPassphrase } from '../new-passphrase';
import { Notice } from '../notice';
import { noteOpenedWithSheet } from '../opened-with-sheet';
import { strengthOf } from '../passphrase-strength';
import { refreshProtection, useProtectionStatus } from '../protection-status';
import { waitOf } from '../use-unlock';
import { isGiven, ProofField, useProof, wayOf } from './proof';
import { useProven } from './use-proven';

/** Sets or changes the passphrase: the old one or the sheet first, then the new one twice. */
export function PassphraseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['protection', 'ui']);
  const status = useProtectionStatus();
  const known = status.state === 'ready' ? status.value : null;
  const proof = useProof(known);
  const proven = useProven(proof.kind, waitOf(known));
  const [pair, setPair] = useState({ passphrase: '', again: '' });
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<'too-short' | 'last-way' | null>(null);
  const [busy, setBusy] = useState(false);
  const strength = strengthOf(pair.passphrase);
  const problem =
    strength !== 'good' ? strength : pair.passphrase === pair.again ? null : 'not-the-same';

  const submit = async () => {
    setTried(true);
    proven.forget();
    setRefused(null);
    if (!isGiven(proof) || problem !== null || busy || proven.waiting) return;
    setBusy(true);
    const answer = await bridge.protection
      .changePassphrase({ proof: wayOf(proof), next: pair.passphrase })
      .catch(() => ({ ok: false, reason: 'lost', waitMs: 0 }) as const);
    setBusy(false);
    if (answer.ok) {
      noteOpenedWithSheet(false);
      void refreshProtection();
      toast(t('passphrase.changed'));
      onClose();
    } else if ('waitMs' in answer) proven.refuse(answer.reason, answer.waitMs);
    else setRefused(answer.reason);
  };
  const missing =
    tried && proof.kind !== 'key-store' && !isGiven(proof)
      ? t(`lock.empty.${proof.kind}`)
      : undefined;
  return (
    <Dialog
      opened
      closing="deliberate"
      title={t(known?.ways.passphrase === true ? 'passphrase.change' : 'passphrase.setNew')}
      onClose={onClose}
      size="lg"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          {refused !== null && (
            <Notice tone="bad" role="alert">
              {t(`setUp.refused.${refused}`)}
            </Notice>
          )}
          <ProofField
            focused
            proof={proof}
            error={missing ?? proven.error}
            disabled={busy || proven.waiting}
          />
          <NewPassphrase
            value={pair}
            onChange={(part) => setPair({ ...pair, ...part })}
            problem={tried ? problem : null}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={proven.waiting}>
              {t('passphrase.keep')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

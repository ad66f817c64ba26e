import { SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProtectionStatus, UnlockWay } from '@shared/contract/protection';
import { Field } from '@renderer/ui/field';
import { Notice } from '../notice';
import { useOpenedWithSheet } from '../opened-with-sheet';
import { CodeInput, SecretInput } from '../secret-input';

export type ProofKind = Exclude<UnlockWay['kind'], 'pin'>;

interface Proof {
  readonly kind: ProofKind;
  readonly secret: string;
}

/** With what somebody shows that the desk is theirs: at first with what they came in with. */
export function useProof(status: ProtectionStatus | null) {
  const withSheet = useOpenedWithSheet();
  const [chosen, setChosen] = useState<ProofKind | null>(null);
  const [secret, setSecret] = useState('');
  const kinds: ProofKind[] = [];
  if (status?.ways.passphrase === true) kinds.push('passphrase');
  kinds.push('recovery');
  if (status?.ways.keyStore === true && status.keyStore === 'available') kinds.push('key-store');
  const kind = chosen ?? (withSheet ? 'recovery' : (kinds[0] ?? 'recovery'));
  const choose = (next: ProofKind) => {
    setChosen(next);
    setSecret('');
  };
  return { kind, kinds, secret, choose, setSecret };
}

/** Whether there is something to look at. The key store answers by itself. */
export function isGiven({ kind, secret }: Proof): boolean {
  return kind === 'key-store' || secret !== '';
}

export function wayOf({ kind, secret }: Proof): UnlockWay {
  if (kind === 'key-store') return { kind };
  return kind === 'passphrase' ? { kind, passphrase: secret } : { kind, code: secret };
}

interface ProofFieldProps {
  proof: ReturnType<typeof useProof>;
  error: string | undefined;
  disabled: boolean;
  /** It has the focus when its dialog opens. */
  focused?: boolean;
}

export function ProofField({ proof, error, disabled, focused = false }: ProofFieldProps) {
  const { t } = useTranslation('protection');
  const { kind, kinds, secret, choose, setSecret } = proof;
  const shared = {
    value: secret,
    error,
    disabled,
    focused,
    onChange: (event: { currentTarget: HTMLInputElement }) => setSecret(event.currentTarget.value),
  };
  return (
    <Stack gap="xs">
      {kinds.length > 1 && (
        <Field label={t('proof.label')}>
          <SegmentedControl
            fullWidth
            aria-label={t('proof.label')}
            value={kind}
            data={kinds.map((value) => ({
              value,
              label: t(`proof.${value}`),
            }))}
            onChange={(value) => choose(kinds.find((one) => one === value) ?? 'recovery')}
          />
        </Field>
      )}
      {kind === 'key-store' && error !== undefined && <Notice tone="bad">{error}</Notice>}
      {kind === 'passphrase' && <SecretInput {...shared} label={t('passphrase.current')} />}
      {kind === 'recovery' && (
        <CodeInput {...shared} label={t('recovery.current')} description={t('recovery.codeHint')} />
      )}
    </Stack>
  );
}

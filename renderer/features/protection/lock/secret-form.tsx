import { Anchor, Button, Stack } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeInput, SecretInput } from '../secret-input';

interface SecretFormProps {
  kind: 'passphrase' | 'pin' | 'recovery';
  label: string;
  hint?: string;
  busy: boolean;
  /** No try is looked at yet. */
  wait: boolean;
  /** The last try opened nothing. */
  failed: boolean;
  onSubmit: (secret: string) => Promise<boolean>;
  onBack?: () => void;
  /** What became of the last try. */
  children: ReactNode;
}

/** One field that has the focus, and one button. What is typed stays in the field alone. */
export function SecretForm(props: SecretFormProps) {
  const { kind, label, hint, busy, wait, failed, onSubmit, onBack, children } = props;
  const { t } = useTranslation('protection');
  const field = useRef<HTMLInputElement>(null);
  const [empty, setEmpty] = useState(false);
  const closed = busy || wait;
  useEffect(() => {
    if (closed) return;
    field.current?.focus();
    field.current?.select();
  }, [closed]);

  const submit = async () => {
    const input = field.current;
    if (input === null || closed) return;
    const secret = kind === 'passphrase' ? input.value : input.value.trim();
    setEmpty(secret === '');
    if (secret === '') input.focus();
    else if (await onSubmit(secret)) input.value = '';
  };
  const shared = {
    ref: field,
    size: 'md',
    label,
    disabled: closed,
    error: empty ? t(`lock.empty.${kind}`) : failed,
    ...(hint === undefined ? {} : { description: hint }),
  } as const;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onBack?.();
      }}
    >
      <Stack gap="sm">
        {kind === 'recovery' ? (
          <CodeInput {...shared} />
        ) : (
          <SecretInput {...shared} pin={kind === 'pin'} />
        )}
        {children}
        <Button type="submit" size="md" fullWidth loading={busy} disabled={wait}>
          {t('lock.open')}
        </Button>
        {onBack !== undefined && (
          <Anchor component="button" type="button" onClick={onBack}>
            {t('lock.otherOperator')}
          </Anchor>
        )}
      </Stack>
    </form>
  );
}

import { Button, Group } from '@mantine/core';
import { useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '@shared/contract/contract';
import { announce } from '@renderer/ui/announcer';
import { useWait } from '@renderer/ui/use-wait';
import { usePinWords } from '../use-sign-in';
import { PinField } from './pin-field';

interface EnterPinProps {
  name: string;
  /** How long the next try has to wait already, in milliseconds. */
  waitMs: number;
  onPin: (pin: string) => Promise<AnswerOf<'operators.signIn'>>;
  onTaken: () => void;
  onBack: () => void;
}

/** The PIN of whoever takes over. Wrong tries have to wait, ever longer; the host counts them. */
export function EnterPin({ name, waitMs, onPin, onTaken, onBack }: EnterPinProps) {
  const { t } = useTranslation('operators');
  const words = usePinWords();
  const wait = useWait(waitMs);
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const waiting = wait.seconds > 0;

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy || waiting || pin === '') return;
    setBusy(true);
    const answer = await onPin(pin);
    setBusy(false);
    if (answer.ok) {
      onTaken();
      return;
    }
    setPin('');
    wait.start(answer.waitMs);
    const text = words(answer.reason);
    setProblem(text);
    announce(text, 'assertive');
    box.current?.focus();
  };
  const error = [problem, waiting ? t('waiting', { count: wait.seconds }) : null]
    .filter((part) => part !== null)
    .join(' ');

  return (
    <form onSubmit={(event) => void submit(event)}>
      <PinField
        ref={box}
        label={t('pin.of', { name })}
        value={pin}
        onChange={setPin}
        error={error === '' ? undefined : error}
        autoFocus
      />
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
        <Button type="submit" loading={busy} disabled={waiting}>
          {t('switch.take')}
        </Button>
      </Group>
    </form>
  );
}

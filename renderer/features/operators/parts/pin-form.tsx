import { Button, Group, Stack } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { pinSchema } from '@shared/contract/operators';
import type { Operator } from '@shared/domain/operator/types';
import { bridge } from '@renderer/bridge/client';
import { FieldSet } from '@renderer/ui/field';
import { toast } from '@renderer/ui/toasts';
import { useWait } from '@renderer/ui/use-wait';
import { useOperator } from '../use-operator';
import { usePermission } from '../use-permission';
import { asked, usePinWords } from '../use-sign-in';
import { PinField } from './pin-field';

/** Sets, changes or removes a PIN. A coordinator may do so without knowing the one until now. */
export function PinForm({ operator }: { operator: Operator }) {
  const { t } = useTranslation('operators');
  const acting = useOperator();
  const { roles, role } = usePermission();
  const words = usePinWords();
  const wait = useWait(0);
  const [current, setCurrent] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ field: 'current' | 'pin' | 'again'; text: string }>();
  const { id, secured } = operator;
  const own = id === acting.id;
  const resets = roles && !own && role === 'coordinator';
  const asksCurrent = secured && !resets;
  if (!own && !resets) {
    return <FieldSet legend={t('pin.label')} hint={t('pin.notYours')} children={null} />;
  }

  const send = async (wanted: string | null) => {
    setBusy(true);
    const request = { operator: id, current: asksCurrent ? current : null, pin: wanted };
    const answer = await asked(bridge.operators.setPin(request));
    setBusy(false);
    if (!answer.ok) {
      wait.start(answer.waitMs);
      setProblem({ field: asksCurrent ? 'current' : 'pin', text: words(answer.reason) });
      return;
    }
    setCurrent('');
    setPin('');
    setAgain('');
    setProblem(undefined);
    toast(wanted === null ? t('pin.removed') : t('pin.kept'));
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy || wait.seconds > 0) return;
    if (!pinSchema.safeParse(pin).success) setProblem({ field: 'pin', text: t('pin.digits') });
    else if (pin !== again) setProblem({ field: 'again', text: t('pin.differs') });
    else void send(pin);
  };
  const waiting = wait.seconds > 0 ? t('waiting', { count: wait.seconds }) : null;
  const errorOf = (field: 'current' | 'pin' | 'again') =>
    problem?.field === field
      ? [problem.text, waiting].filter((part) => part !== null).join(' ')
      : undefined;

  return (
    <form onSubmit={submit}>
      <FieldSet legend={t('pin.label')} hint={resets ? t('pin.resetHint') : t('pin.hint')}>
        <Stack gap="md">
          {asksCurrent && (
            <PinField
              label={t('pin.current')}
              value={current}
              onChange={setCurrent}
              error={errorOf('current')}
            />
          )}
          <PinField label={t('pin.new')} value={pin} onChange={setPin} error={errorOf('pin')} />
          <PinField
            label={t('pin.again')}
            value={again}
            onChange={setAgain}
            error={errorOf('again')}
          />
          <Group gap="sm">
            <Button type="submit" variant="default" loading={busy}>
              {secured ? t('pin.change') : t('pin.set')}
            </Button>
            {secured && (
              <Button
                variant="subtle"
                disabled={busy || wait.seconds > 0}
                onClick={() => void send(null)}
              >
                {t('pin.remove')}
              </Button>
            )}
          </Group>
        </Stack>
      </FieldSet>
    </form>
  );
}

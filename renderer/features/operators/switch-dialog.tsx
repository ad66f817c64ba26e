import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Operator } from '@shared/domain/operator/types';
import { useRecords } from '@renderer/db/hooks';
import { announce } from '@renderer/ui/announcer';
import { Dialog } from '@renderer/ui/dialog';
import { Loaded } from '@renderer/ui/states';
import { toast } from '@renderer/ui/toasts';
import { AddOperator } from './parts/add-operator';
import { Choices } from './parts/choices';
import { EnterPin } from './parts/enter-pin';
import { remember } from './recent';
import { useOperator, useOperatorName } from './use-operator';
import { usePinWords, useSignIn, type PinRefusal } from './use-sign-in';

type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'add' }
  | { readonly kind: 'pin'; readonly operator: Operator; readonly waitMs: number };

const CHOOSE: Step = { kind: 'choose' };

/** Who works here now: a name, a PIN where there is one, and it is done. */
export function SwitchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('operators');
  const records = useRecords('operators');
  const acting = useOperator();
  const nameOf = useOperatorName();
  const signIn = useSignIn();
  const words = usePinWords();
  const [step, setStep] = useState(CHOOSE);
  const [problem, setProblem] = useState<string | null>(null);

  const taken = (name: string) => {
    remember(acting.id);
    onClose();
    toast(t('switch.done', { name }));
  };
  const refused = (reason: PinRefusal) => {
    const text = words(reason);
    setProblem(text);
    announce(text, 'assertive');
  };
  const take = async (operator: Operator) => {
    setProblem(null);
    if (operator.id === acting.id) {
      onClose();
      return;
    }
    if (operator.secured) {
      setStep({ kind: 'pin', operator, waitMs: 0 });
      return;
    }
    const answer = await signIn(operator.id, null);
    if (answer.ok) taken(nameOf(operator));
    else if (answer.reason === 'pin-needed' || answer.reason === 'wait') {
      setStep({ kind: 'pin', operator, waitMs: answer.waitMs });
    } else refused(answer.reason);
  };

  return (
    <Dialog opened onClose={onClose} title={t('switch.title')}>
      <Loaded of={records}>
        {(operators) => {
          switch (step.kind) {
            case 'choose':
              return (
                <Choices
                  operators={operators}
                  problem={problem}
                  onChoose={(operator) => void take(operator)}
                  onAdd={() => setStep({ kind: 'add' })}
                />
              );
            case 'add':
              return (
                <AddOperator
                  operators={operators}
                  submit={t('switch.addAndTake')}
                  onAdded={(id, name) => {
                    void signIn(id, null).then((answer) => {
                      if (answer.ok) {
                        taken(name);
                        return;
                      }
                      setStep(CHOOSE);
                      refused(answer.reason);
                    });
                  }}
                  onCancel={() => setStep(CHOOSE)}
                />
              );
            case 'pin':
              return (
                <EnterPin
                  name={nameOf(step.operator)}
                  waitMs={step.waitMs}
                  onPin={(pin) => signIn(step.operator.id, pin)}
                  onTaken={() => taken(nameOf(step.operator))}
                  onBack={() => setStep(CHOOSE)}
                />
              );
          }
        }}
      </Loaded>
    </Dialog>
  );
}

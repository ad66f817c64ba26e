import { useTranslation } from 'react-i18next';
import type { ProtectionStatus } from '@shared/contract/protection';
import { Dialog } from '@renderer/ui/dialog';
import { Loaded } from '@renderer/ui/states';
import { useProtectionStatus } from '../protection-status';
import { DoneStep } from './done-step';
import { SheetStep } from './sheet-step';
import { useSetUp } from './use-set-up';
import { WaysStep } from './ways-step';
import { WorkStep } from './work-step';

/** From a readable desk to a protected one: how to open it, the recovery sheet, the work itself. */
export function SetUpSteps({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('protection');
  const status = useProtectionStatus();
  if (status.state === 'ready') return <Steps status={status.value} onClose={onClose} />;
  return (
    <Dialog opened title={t('setUp.title')} onClose={onClose} size="lg">
      <Loaded of={status}>{() => null}</Loaded>
    </Dialog>
  );
}

interface StepsProps {
  status: ProtectionStatus;
  onClose: () => void;
}

function Steps({ status, onClose }: StepsProps) {
  const { t } = useTranslation('protection');
  const setUp = useSetUp(status);
  const { step } = setUp;
  return (
    <Dialog
      opened
      title={t('setUp.title')}
      size="lg"
      closing={step === 'work' ? 'never' : step === 'done' ? 'free' : 'deliberate'}
      onClose={onClose}
    >
      {step === 'ways' && <WaysStep setUp={setUp} keyStore={status.keyStore} />}
      {step === 'sheet' && <SheetStep setUp={setUp} />}
      {step === 'work' && <WorkStep />}
      {step === 'done' && <DoneStep already={setUp.problem === 'already'} onClose={onClose} />}
    </Dialog>
  );
}

import { useTranslation } from 'react-i18next';
import { WorkProgress } from '@renderer/ui/work-progress';
import type { Work } from './use-set-up';

interface WorkingProps {
  work: Extract<Work, { state: 'making' | 'saving' }>;
  onCancel: () => void;
}

/** How far it is. While it is being made nothing is kept; the commit is one act and cannot stop. */
export function Working({ work, onCancel }: WorkingProps) {
  const { t } = useTranslation('start');
  if (work.state === 'making') {
    return (
      <WorkProgress label={t(`making.${work.what}`)} done={0} total={null} onCancel={onCancel} />
    );
  }
  return <WorkProgress label={t('saving')} done={work.operations} total={null} />;
}

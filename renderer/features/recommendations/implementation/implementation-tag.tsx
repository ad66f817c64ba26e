import { useTranslation } from 'react-i18next';
import type { ImplementationStatus } from '@shared/domain/implementation/types';
import { Tag } from '../../../ui/tag';
import type { Tone } from '../../../ui/tones';

const TONES: Record<ImplementationStatus, Tone> = {
  'not-started': 'warning',
  'in-progress': 'accent',
  implemented: 'good',
  'no-longer-relevant': 'neutral',
};

interface Props {
  readonly status: ImplementationStatus;
  /** The year that it was reported for. */
  readonly year?: number;
  /** How many parties, in the form of the language. */
  readonly count?: string;
}

/** How far a party is with a recommendation, or how many of them are so far. */
export function ImplementationTag({ status, year, count }: Props) {
  const { t } = useTranslation('recommendations');
  const word = t(`implementationStatus.${status}`);
  return (
    <Tag tone={TONES[status]}>
      {count === undefined ? word : `${word}: ${count}`}
      {year === undefined ? '' : ` ${year}`}
    </Tag>
  );
}

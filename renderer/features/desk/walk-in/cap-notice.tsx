import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '@shared/domain/language';
import { isProvisional } from '@shared/domain/nomination/rules';
import {
  NOMINATION_DEFAULTS,
  type Capacity,
  type Nomination,
} from '@shared/domain/nomination/types';
import { overCaps } from '@shared/domain/nomination/warnings';
import type { KnownParty } from '@renderer/features/nominations';
import { formatNumber } from '@shared/i18n/format';
import type { DeskModel } from '../use-desk';
import classes from './walk-in.module.css';

interface Props {
  readonly model: DeskModel;
  readonly party: KnownParty | undefined;
  readonly capacity: Capacity;
}

const TYPED = 'typed';

/** Says that a delegation would be over its cap, with those who wait for approval. Blocks nothing. */
export function CapNotice({ model: { meeting, nominations }, party, capacity }: Props) {
  const { t, i18n } = useTranslation('walkIn');
  const over = useMemo(() => {
    if (party === undefined) return undefined;
    const own = nominations.filter((one) => one.party === party.id);
    const typed: Nomination = {
      ...{ ...NOMINATION_DEFAULTS, id: TYPED, meeting: meeting.id, party: party.id, capacity },
      walkIn: true,
    };
    const accepting = new Set([TYPED, ...own.filter(isProvisional).map(({ id }) => id)]);
    const before = overCaps(meeting, own, accepting);
    const now = overCaps(meeting, [...own, typed], accepting);
    // Whoever does not count for a cap does not exceed it.
    return now.find(
      ({ modality, count }) =>
        modality === typed.modality &&
        before.find((one) => one.modality === modality)?.count !== count,
    );
  }, [meeting, nominations, party, capacity]);
  if (party === undefined || over === undefined) return null;
  const number = (value: number) => formatNumber(value, i18n.language);
  return (
    <p className={classes.notice} role="status">
      <IconAlertTriangle size={20} aria-hidden />
      {t('overCap', {
        party: nameIn(party.names, i18n.language),
        count: over.count,
        number: number(over.count),
        cap: number(over.cap),
      })}
    </p>
  );
}

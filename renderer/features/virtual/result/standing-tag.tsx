import { IconArmchair, IconCheck, IconDeviceLaptop, IconMinus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../../ui/tag';
import type { Standing } from './rows';

const LOOK = {
  online: ['good', IconCheck],
  both: ['accent', IconDeviceLaptop],
  room: ['neutral', IconArmchair],
  short: ['bad', IconX],
  never: ['neutral', IconMinus],
} as const;

/** How somebody stands: colour, sign and word. */
export function StandingTag({ standing }: { readonly standing: Standing }) {
  const { t } = useTranslation('virtualResult');
  const [tone, Icon] = LOOK[standing];
  return (
    <Tag tone={tone} icon={<Icon size={14} stroke={2} />}>
      {t(`standing.${standing}`)}
    </Tag>
  );
}

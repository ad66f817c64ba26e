import { IconArrowBackUp, IconBan, IconEraser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isForgotten } from '@shared/codecs/journal/record';
import type { Stamped } from '@shared/operation/operation';
import { Tag } from '../../../ui/tag';

interface Props {
  readonly stamped: Stamped;
  readonly undoes: boolean;
}

/** What has to be known of an operation besides what it says. */
export function Marks({ stamped, undoes }: Props) {
  const { t } = useTranslation('journal');
  return (
    <>
      {undoes && <Tag icon={<IconArrowBackUp size={13} />}>{t('undo')}</Tag>}
      {isForgotten(stamped.operation) && (
        <Tag icon={<IconEraser size={13} />}>{t('forgotten')}</Tag>
      )}
      {stamped.void === true && (
        <Tag tone="warning" icon={<IconBan size={13} />}>
          {t('void')}
        </Tag>
      )}
    </>
  );
}

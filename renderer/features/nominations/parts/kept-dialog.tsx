import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import { Dialog } from '../../../ui/dialog';
import type { TakeBack } from '../use-take-back';
import classes from '../nominations.module.css';

/** Names those whom taking an import back left in place, and why. */
export function KeptDialog({ takeBack }: { readonly takeBack: TakeBack }) {
  const { t, i18n } = useTranslation('nominations');
  const { kept, forgetKept } = takeBack;
  const number = formatNumber(kept.length, i18n.language);
  return (
    <Dialog opened={kept.length > 0} title={t('made.keptTitle')} onClose={forgetKept}>
      <p className={classes.plain}>{t('made.keptText', { count: kept.length, number })}</p>
      <ul className={classes.keptList}>
        {kept.map(({ person, name, because }) => (
          <li key={person}>
            <bdi>{name}</bdi>
            <span className={classes.quiet}>{t(`made.because.${because}`)}</span>
          </li>
        ))}
      </ul>
      <Group justify="flex-end" mt="lg">
        <Button data-autofocus onClick={forgetKept}>
          {t('made.understood')}
        </Button>
      </Group>
    </Dialog>
  );
}

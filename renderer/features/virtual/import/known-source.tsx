import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { recogniseReportProfile } from '@shared/codecs/platform-reports/profile';
import { useSettings } from '@renderer/features/settings';
import { Permitted } from '@renderer/features/operators';
import { toast } from '../../../ui/toasts';
import type { Review } from './incoming';
import classes from './import.module.css';

/** By which remembered explanation of its columns a file was read, and the way to forget it. */
export function KnownSource({ report, mappable }: Pick<Review, 'report' | 'mappable'>) {
  const { t } = useTranslation('reports');
  const { settings, change } = useSettings();
  const profiles = settings.importProfiles;
  const known = mappable === null ? null : recogniseReportProfile(mappable.head, profiles);
  if (report.generation !== 'mapped' || known === null) return null;
  const forget = () => {
    const rest = Object.entries(profiles).filter(([key]) => key !== known.key);
    change({ importProfiles: Object.fromEntries(rest) }).then(
      (done) => done || toast(t('map.notForgotten'), { tone: 'bad' }),
      () => toast(t('map.notForgotten'), { tone: 'bad' }),
    );
  };
  return (
    <p className={classes.known}>
      {t('map.known', { name: known.name })}
      <Permitted act="report.imported">
        <Button variant="subtle" size="compact-sm" onClick={forget}>
          {t('map.forget')}
        </Button>
      </Permitted>
    </p>
  );
}

import { useTranslation } from 'react-i18next';
import type { Report } from '@shared/domain/virtual/types';
import type { Resources } from '@shared/i18n/i18n';

type Platform = keyof Resources['virtual']['platform'];
type Generation = keyof Resources['virtual']['generation'];

/** Platform and kind of a report in words; one of a later version is named as it was recorded. */
export function useReportNames(): (report: Pick<Report, 'platform' | 'generation'>) => string[] {
  const { t, i18n } = useTranslation('virtual');
  const isPlatform = (key: string): key is Platform =>
    i18n.exists(`platform.${key}`, { ns: 'virtual' });
  const isGeneration = (key: string): key is Generation =>
    i18n.exists(`generation.${key}`, { ns: 'virtual' });
  return ({ platform, generation }) => [
    isPlatform(platform) ? t(`platform.${platform}`) : platform,
    isGeneration(generation) ? t(`generation.${generation}`) : generation,
  ];
}

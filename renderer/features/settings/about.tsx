import { useTranslation } from 'react-i18next';
import { Facts } from '@renderer/ui/facts';
import { Section } from '@renderer/ui/page';
import { useSettings } from './settings-context';

/** What this is, for whoever is asked for help. */
export function About() {
  const { t } = useTranslation('settings');
  const { hello } = useSettings();
  return (
    <Section title={t('about.title')}>
      <Facts
        facts={[
          [t('about.version'), hello.version],
          [t('about.shell'), t(`about.shells.${hello.shell}`)],
          [t('about.licence'), t('about.licenceName')],
        ]}
      />
    </Section>
  );
}

import { useTranslation } from 'react-i18next';
import { formatInstant, formatNumber } from '@shared/i18n/format';
import { Facts } from '@renderer/ui/facts';
import { Section } from '@renderer/ui/page';
import { Loading } from '@renderer/ui/states';
import { Tag } from '@renderer/ui/tag';
import type { Tone } from '@renderer/ui/tones';
import { BackupState } from './backup-state';
import { useSettings } from './settings-context';
import { useRegisterStatus } from './use-register-status';

const TONES = { current: 'good', behind: 'warning', failed: 'bad', none: 'warning' } as const;

/** Where every act is kept, and how safe it is. */
export function BackupSection() {
  const { t, i18n } = useTranslation('settings');
  const { settings } = useSettings();
  const status = useRegisterStatus();
  if (status === null) {
    return (
      <Section title={t('backup.title')}>
        <Loading />
      </Section>
    );
  }
  const { backup, operations, recovery } = status;
  const tone: Tone = TONES[backup.state];
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const when = (stamp: string) => formatInstant(stamp.slice(0, 24), i18n.language, here);
  return (
    <Section
      title={t('backup.title')}
      aside={
        <Tag tone={tone}>
          <BackupState backup={backup} />
        </Tag>
      }
    >
      <Facts
        facts={[
          [t('backup.operations'), formatNumber(operations, i18n.language)],
          [t('backup.folder'), settings.backupFolder ?? t('backup.inProfile')],
          [t('backup.last'), backup.at === null ? t('backup.never') : when(backup.at)],
          ...(recovery === null
            ? []
            : [
                [
                  t('backup.recovery'),
                  t(`backup.recovered.${recovery.kind}`, { when: when(recovery.at) }),
                ] as const,
              ]),
        ]}
      />
    </Section>
  );
}

import { UnstyledButton } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconFlask2, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRecord } from '@renderer/db/hooks';
import { useCurrentMeeting } from '@renderer/features/meetings';
import { ProtectionMark } from '@renderer/features/protection';
import { Keys } from '@renderer/ui/key-hint';
import { ariaKeys } from '@renderer/ui/keys';
import { Tag } from '@renderer/ui/tag';
import { MeetingSwitcher } from './meeting-switcher';
import { SessionSwitcher } from './session-switcher';
import { useAnySynthetic } from './use-any-synthetic';
import classes from './top-bar.module.css';

/** Which meeting, which sitting, and a way to everything else. */
export function TopBar() {
  const { t } = useTranslation('app');
  const current = useCurrentMeeting();
  const meeting = current.state === 'ready' ? current.value : null;
  return (
    <header className={classes.bar}>
      <MeetingSwitcher meeting={meeting} />
      {meeting !== null && <SessionSwitcher key={meeting.id} meeting={meeting} />}
      <div className={classes.end}>
        <ProtectionMark />
        <SyntheticMark programme={meeting?.programme ?? null} />
        <UnstyledButton
          className={classes.search}
          onClick={spotlight.open}
          aria-keyshortcuts={ariaKeys('Mod+K')}
        >
          <IconSearch size={16} stroke={1.8} aria-hidden="true" />
          <span className={classes.searchWord}>{t('palette.search')}</span>
          <Keys keys="Mod+K" />
        </UnstyledButton>
      </div>
    </header>
  );
}

/** People of a sample programme are invented; whoever looks over one's shoulder must see it. */
function SyntheticMark({ programme }: { programme: string | null }) {
  const { t } = useTranslation('app');
  const record = useRecord('programmes', programme ?? '');
  const any = useAnySynthetic();
  const synthetic =
    programme === null ? any : record.state === 'ready' && record.value?.synthetic === true;
  if (!synthetic) return null;
  return (
    <Tag tone="warning" icon={<IconFlask2 size={14} stroke={1.8} />}>
      {t('synthetic')}
    </Tag>
  );
}

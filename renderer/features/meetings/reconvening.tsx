import { Button } from '@mantine/core';
import { IconCopy, IconRepeat } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { canReconvene, scheduleOf } from '@shared/domain/meeting/rules';
import type { Meeting } from '@shared/domain/meeting/types';
import { Permitted } from '@renderer/features/operators';
import { useMeetingDates } from './meeting-dates';
import classes from './meetings.module.css';

interface ReconveningProps {
  meeting: Meeting;
  meetings: readonly Meeting[];
}

/** Which meeting this one reconvenes, and which reconvened it. */
export function Reconvening({ meeting, meetings }: ReconveningProps) {
  const { t } = useTranslation('meetings');
  const dates = useMeetingDates();
  const related = [
    ...meetings
      .filter((one) => one.id === meeting.reconvenes)
      .map((other) => ({ other, word: t('reconvene.reconvenes') })),
    ...meetings
      .filter((one) => one.reconvenes === meeting.id)
      .map((other) => ({ other, word: t('reconvene.reconvenedAs') })),
  ];
  if (related.length === 0) return null;
  return (
    <div className={classes.relations}>
      {related.map(({ other, word }) => (
        <span key={`${word} ${other.id}`} className={classes.relation}>
          <IconRepeat size={16} stroke={1.7} aria-hidden="true" />
          {word}
          <Link to={`/m/${other.id}/setup`}>
            {other.title} · {dates(scheduleOf(other), 'medium')}
          </Link>
        </span>
      ))}
    </div>
  );
}

/** How another meeting is made after this one. */
export function MadeAfter({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  return (
    <span className={classes.after}>
      <Permitted act="meeting.created">
        <Button
          variant="default"
          size="compact-md"
          component={Link}
          to={`/meetings/new?copy=${meeting.id}`}
          leftSection={<IconCopy size={16} aria-hidden="true" />}
        >
          {t('copy.button')}
        </Button>
      </Permitted>
      {canReconvene(meeting) && (
        <Permitted act="meeting.created">
          <Button
            variant="default"
            size="compact-md"
            component={Link}
            to={`/meetings/new?reconvene=${meeting.id}`}
            leftSection={<IconRepeat size={16} aria-hidden="true" />}
          >
            {t('reconvene.button')}
          </Button>
        </Permitted>
      )}
    </span>
  );
}

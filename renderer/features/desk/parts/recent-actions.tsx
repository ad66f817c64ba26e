import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { memo } from 'react';
import { displayName } from '@shared/domain/person/rules';
import { formatTime } from '@shared/i18n/format';
import { useTranslation } from 'react-i18next';
import classes from '../desk.module.css';
import type { DeskAction, DeskModel } from '../use-desk';

interface Props {
  readonly model: DeskModel;
  readonly actions: readonly DeskAction[];
  readonly onUndo: (action: DeskAction) => void;
}

/** The last twenty actions of this desk; each can be taken back, and what was stays visible. */
export const RecentActions = memo(function RecentActions({ model, actions, onUndo }: Props) {
  const { t, i18n } = useTranslation('desk');
  return (
    <section className={classes.panel} aria-labelledby="recent-actions">
      <h2 id="recent-actions" className={classes.panelTitle}>
        {t('recent')}
      </h2>
      {actions.length === 0 && <p className={classes.quiet}>{t('recentEmpty')}</p>}
      <ol className={classes.recent}>
        {actions.map((action) => {
          const person = model.directory.person(action.person);
          const name = person === undefined ? t('unknownPerson') : displayName(person);
          return (
            <li key={action.events[0]} className={classes.recentRow} data-undone={action.undone}>
              <time className={classes.recentTime} dateTime={action.when}>
                {formatTime(action.when, i18n.language, model.meeting.timeZone)}
              </time>
              <bdi className={classes.recentName}>{name}</bdi>
              {action.undone ? (
                <span className={classes.quiet}>{t('undone')}</span>
              ) : (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  leftSection={<IconArrowBackUp size={16} aria-hidden />}
                  aria-label={t('undoFor', { name })}
                  onClick={() => onUndo(action)}
                >
                  {t('undo')}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
});

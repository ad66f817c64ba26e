import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconDoorExit } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { staysOf } from '@shared/domain/attendance/inside';
import { nameIn } from '@shared/domain/language';
import { displayName } from '@shared/domain/person/rules';
import { formatTime } from '@shared/i18n/format';
import { Permitted } from '../../operators';
import type { DeskAction } from '../acts/results';
import classes from '../desk.module.css';
import sideClasses from './side.module.css';
import type { DeskModel } from '../use-desk';

interface Props {
  readonly model: DeskModel;
  readonly actions: readonly DeskAction[];
  readonly onLeft: (person: string) => void;
  readonly onUndo: (action: DeskAction) => void;
}

/** The last twenty actions of this desk; each can be taken back, and what was stays visible. */
export const RecentActions = memo(function RecentActions({
  model,
  actions,
  onLeft,
  onUndo,
}: Props) {
  const { t, i18n } = useTranslation('desk');
  const nameOf = useActionName(model);
  return (
    <section className={sideClasses.panel} data-short aria-labelledby="recent-actions">
      <h2 id="recent-actions" className={sideClasses.panelTitle}>
        {t('recent')}
      </h2>
      {actions.length === 0 && <p className={sideClasses.panelText}>{t('recentEmpty')}</p>}
      <ol className={sideClasses.recent}>
        {actions.map((action) => {
          const name = nameOf(action);
          const [person] = action.people;
          const canLeave =
            !action.undone &&
            ARRIVALS.includes(action.kind) &&
            person !== undefined &&
            staysOf(model.attendance.get(person), 'in-person').length > 0;
          return (
            <li key={action.id} className={sideClasses.recentRow} data-undone={action.undone}>
              <time className={sideClasses.recentTime} dateTime={action.when}>
                {formatTime(action.when, i18n.language, model.meeting.timeZone)}
              </time>
              <span className={sideClasses.recentWhat}>
                <bdi className={sideClasses.recentName}>{name}</bdi>
                {action.kind !== 'arrived' && (
                  <span className={sideClasses.recentKind}>{t(`action.${action.kind}`)}</span>
                )}
              </span>
              <span className={sideClasses.recentActs}>
                {canLeave && (
                  <Permitted act="attendance.left" label={t('leftFor', { name })}>
                    <ActionIcon
                      className={classes.touch}
                      size="lg"
                      variant="subtle"
                      aria-label={t('leftFor', { name })}
                      onMouseDown={(event) => event.preventDefault()}
                      onClick={() => onLeft(person)}
                    >
                      <IconDoorExit size={20} stroke={1.7} aria-hidden />
                    </ActionIcon>
                  </Permitted>
                )}
                {action.undone ? (
                  <span className={classes.quiet}>{t('undone')}</span>
                ) : (
                  <Button
                    className={classes.touch}
                    size="compact-sm"
                    variant="subtle"
                    leftSection={<IconArrowBackUp size={16} aria-hidden />}
                    aria-label={t(action.kind === 'arrived' ? 'undoFor' : 'undoActionFor', {
                      name,
                    })}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => onUndo(action)}
                  >
                    <span className={sideClasses.undoWord}>{t('undo')}</span>
                  </Button>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
});

/** After these, somebody may leave. */
const ARRIVALS: readonly DeskAction['kind'][] = ['arrived', 'accepted', 'walk-in', 'lent'];

/** Who or what an action was about. */
function useActionName({ directory }: DeskModel): (action: DeskAction) => string {
  const { t, i18n } = useTranslation('desk');
  return ({ kind, people, about }) => {
    if (kind === 'delegation' && about !== null) {
      const party = directory.parties.get(about);
      const name = party === undefined ? t('noDelegation') : nameIn(party.names, i18n.language);
      return t('actionOf', { name, count: people.length });
    }
    if (kind === 'close-out') return t('actionPeople', { count: people.length });
    const person = directory.person(people[0] ?? '');
    return person === undefined ? t('unknownPerson') : displayName(person);
  };
}

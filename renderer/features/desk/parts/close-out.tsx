import { Button } from '@mantine/core';
import { useCallback, useEffect, useMemo, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { stillInside } from '@shared/domain/attendance/together';
import type { Session } from '@shared/domain/meeting/types';
import { displayName } from '@shared/domain/person/rules';
import { formatTime } from '@shared/i18n/format';
import { Keys } from '../../../ui/key-hint';
import { Permitted } from '../../operators';
import type { StageKeys } from '../acts/stage';
import type { DeskActs } from '../acts/use-desk-acts';
import classes from '../desk.module.css';
import stageClasses from './stage.module.css';
import type { DeskModel } from '../use-desk';
import { StagePanel } from './stage-panel';

interface Props {
  readonly model: DeskModel;
  readonly acts: DeskActs;
  readonly session: Session;
  readonly keysRef: RefObject<StageKeys | null>;
  readonly onClose: () => void;
}

/** So many names are looked at before everybody is closed out; the count says the rest. */
const NAMED = 60;

/** Everybody who is still inside of a session that has ended, to be closed out as one act. */
export function CloseOut({ model, acts, session, keysRef, onClose }: Props) {
  const { t, i18n } = useTranslation('desk');
  const { directory, meeting, attendance } = model;
  const inside = useMemo(() => stillInside(session.id, attendance.values()), [session, attendance]);
  const confirm = useCallback(() => {
    onClose();
    if (inside.length > 0) void acts.closeSession(session);
  }, [acts, session, inside.length, onClose]);
  useEffect(() => {
    keysRef.current = (event) => {
      if (event.key !== 'Enter') return false;
      if (!event.repeat) confirm();
      return true;
    };
    return () => {
      keysRef.current = null;
    };
  }, [keysRef, confirm]);
  const names = inside
    .slice(0, NAMED)
    .flatMap(({ person }) => directory.person(person) ?? [])
    .map(displayName);
  const end = formatTime(session.end, i18n.language, meeting.timeZone);
  return (
    <StagePanel
      title={t('closeOut.title', { session: session.name })}
      label={t('closeOut.title', { session: session.name })}
      onClose={onClose}
    >
      <p className={stageClasses.stageCount}>{t('closeOut.count', { count: inside.length })}</p>
      <p className={stageClasses.stageHint}>{t('closeOut.hint', { end })}</p>
      <p className={stageClasses.stageNames}>
        <bdi>{names.join(', ')}</bdi>
        {inside.length > NAMED && ' …'}
      </p>
      <div className={stageClasses.offers}>
        <Permitted act="attendance.left">
          <Button
            className={classes.touch}
            rightSection={<Keys keys="Enter" />}
            disabled={inside.length === 0}
            onMouseDown={(event) => event.preventDefault()}
            onClick={confirm}
          >
            {t('closeOut.confirm', { count: inside.length })}
          </Button>
        </Permitted>
      </div>
    </StagePanel>
  );
}

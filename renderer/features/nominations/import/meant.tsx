import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '@shared/domain/meeting/types';
import { Notice } from '../parts/notice';
import type { OpenedList } from './import-step';
import { Recognised } from './recognised';
import type { Import } from './use-import';
import classes from './import.module.css';

interface Props {
  readonly task: Import;
  readonly list: OpenedList;
  readonly meeting: Meeting;
}

/** As what the list was recognised, and whether it was made for another meeting. */
export function Meant({ task, list, meeting }: Props) {
  const { t } = useTranslation('imports');
  const [part] = list.parts;
  const { handedOut } = list;
  if (part === undefined) return null;
  const known = handedOut !== null || part.guess.profile !== null || part.guess.form !== null;
  if (!known) return null;
  return (
    <div className={classes.stack}>
      <div className={classes.answered}>
        <Recognised part={part} handedOut={handedOut} profiles={task.profiles} />
        <Button variant="subtle" size="compact-sm" onClick={task.toColumns}>
          {t('recognised.look')}
        </Button>
      </div>
      {handedOut !== null && handedOut.meeting !== meeting.id && (
        <Notice title={t('recognised.otherMeeting')} />
      )}
    </div>
  );
}

import { IconInfoCircle } from '@tabler/icons-react';
import { useCallback, useMemo, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { stayIn } from '@shared/domain/attendance/inside';
import { presenceBasis } from '@shared/domain/attendance/presence-basis';
import { isAdmitted } from '@shared/domain/attendance/desk';
import type { Session } from '@shared/domain/meeting/types';
import { displayName } from '@shared/domain/person/rules';
import { formatTime } from '@shared/i18n/format';
import { evidenceLogins } from '@shared/statistics/virtual/evidence';
import { useRecords } from '../../../db/hooks';
import { announce } from '../../../ui/announcer';
import { Empty } from '../../../ui/states';
import { Tag } from '../../../ui/tag';
import { toast } from '../../../ui/toasts';
import type { StageKeys } from '../acts/stage';
import type { DeskActs } from '../acts/use-desk-acts';
import classes from '../desk.module.css';
import type { DeskModel } from '../use-desk';
import { DelegationName } from './delegation-name';
import { StagePanel } from './stage-panel';
import { useStageList } from './use-stage-list';

interface Props {
  readonly model: DeskModel;
  readonly acts: DeskActs;
  readonly session: Session;
  /** What was typed into the box: only who is found by it is listed. */
  readonly typed: string;
  readonly keysRef: RefObject<StageKeys | null>;
  /** Somebody was marked: what was typed is done with. */
  readonly onMarked: () => void;
  readonly onClose: () => void;
}

/** More than one meeting's online participants are on one screen; the rest is found by typing. */
const LISTED = 200;

/** Those who are expected online, called one by one: a key each, until the platform's report comes. */
export function RollCall({ model, acts, session, typed, keysRef, onMarked, onClose }: Props) {
  const { t, i18n } = useTranslation('desk');
  const { directory, meeting, attendance } = model;
  const reported = useReported(model, session);
  const people = useMemo(() => expectedOnline(model), [model]);
  const shown = useMemo(() => {
    if (typed.trim() === '') return people.slice(0, LISTED);
    const found = new Set(directory.index.search(typed, LISTED).map(({ id }) => id));
    return people.filter((person) => found.has(person)).slice(0, LISTED);
  }, [people, typed, directory]);
  const scope = `session:${session.id}`;
  const since = (person: string) => stayIn(attendance.get(person), scope, 'virtual')?.when ?? null;
  const onRow = useCallback(
    (position: number) => {
      const person = shown[position];
      if (person === undefined) return;
      const known = directory.person(person);
      const name = known === undefined ? t('unknownPerson') : displayName(known);
      onMarked();
      void acts.online(person, session).then((done) => {
        if (done.ok) announce(t('rollCall.marked', { name }));
        else if (done.reason !== 'already-here') toast(t('notSaved'), { tone: 'bad' });
      });
    },
    [shown, acts, session, directory, onMarked, t],
  );
  const { active, mark, listRef } = useStageList(keysRef, {
    ...{ count: shown.length, onRow, typing: typed !== '' },
  });
  const present = people.filter((person) => since(person) !== null).length;
  return (
    <StagePanel
      title={t('rollCall.title', { session: session.name })}
      label={t('rollCall.title', { session: session.name })}
      onClose={onClose}
    >
      <p className={classes.stageHint}>
        {t('rollCall.count', { present, count: people.length })} {t('rollCall.hint')}
      </p>
      {reported && (
        <p className={classes.notice}>
          <IconInfoCircle size={18} aria-hidden /> {t('rollCall.reported')}
        </p>
      )}
      {people.length === 0 && <Empty title={t('rollCall.nobody')} />}
      <ul ref={listRef} className={classes.stageList} aria-label={t('rollCall.people')}>
        {shown.map((person, position) => {
          const known = directory.person(person);
          const at = since(person);
          return (
            <li
              key={person}
              className={classes.stageRow}
              data-active={position === active}
              onMouseMove={() => mark(position)}
            >
              <button
                type="button"
                className={classes.stageMain}
                aria-pressed={at !== null}
                disabled={at !== null}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onRow(position)}
              >
                <span className={classes.check} data-in={at !== null} />
                <span className={classes.resultName}>
                  <bdi>{known === undefined ? t('unknownPerson') : displayName(known)}</bdi>
                </span>
                <DelegationName party={directory.party(person)} />
              </button>
              {at !== null && (
                <Tag tone="accent">
                  {t('inSince', { time: formatTime(at, i18n.language, meeting.timeZone) })}
                </Tag>
              )}
            </li>
          );
        })}
      </ul>
    </StagePanel>
  );
}

/** Who is to be called: expected online, by name. */
function expectedOnline({ directory }: DeskModel): string[] {
  const name = (person: string) => {
    const known = directory.person(person);
    return known === undefined ? '' : `${known.family} ${displayName(known)}`;
  };
  const online = directory.nominations
    .filter((one) => one.modality === 'virtual' && isAdmitted(one))
    .map(({ person }) => person);
  return [...new Set(online)].sort((a, b) => name(a).localeCompare(name(b)));
}

/** Whether a platform's report covers the session: it then says who was online, not the roll-call. */
function useReported({ meeting }: DeskModel, session: Session): boolean {
  const logins = useRecords('logins', meeting.id);
  const reports = useRecords('reports', meeting.id);
  return useMemo(() => {
    if (logins.state !== 'ready' || reports.state !== 'ready') return false;
    const evidence = evidenceLogins(reports.value, logins.value).map((one) => one.intervals);
    const basis = presenceBasis(meeting, [session], evidence);
    return basis.byId.get(session.id)?.reported ?? false;
  }, [logins, reports, meeting, session]);
}

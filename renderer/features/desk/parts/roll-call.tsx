import { IconInfoCircle } from '@tabler/icons-react';
import { useCallback, useMemo, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { stayIn } from '@shared/domain/attendance/inside';
import { isAdmitted } from '@shared/domain/attendance/desk';
import type { Session } from '@shared/domain/meeting/types';
import { displayName } from '@shared/domain/person/rules';
import { formatTime } from '@shared/i18n/format';
import { announce } from '../../../ui/announcer';
import { Empty } from '../../../ui/states';
import { Tag } from '../../../ui/tag';
import { toast } from '../../../ui/toasts';
import type { StageKeys } from '../acts/stage';
import type { DeskActs } from '../acts/use-desk-acts';
import classes from '../desk.module.css';
import stageClasses from './stage.module.css';
import type { DeskModel } from '../use-desk';
import { DelegationName } from './delegation-name';
import { StageList, type StageRow } from './stage-list';
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
  // A platform's report then says who was online, not the roll-call.
  const reported = model.online?.coverage.byId.get(session.id)?.reported ?? false;
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
      <p className={stageClasses.stageHint}>
        {t('rollCall.count', { present, count: people.length })} {t('rollCall.hint')}
      </p>
      {reported && (
        <p className={classes.notice}>
          <IconInfoCircle size={18} aria-hidden /> {t('rollCall.reported')}
        </p>
      )}
      {people.length === 0 && <Empty title={t('rollCall.nobody')} />}
      <StageList
        {...{ label: t('rollCall.people'), active, listRef, onRow, onMark: mark }}
        rows={shown.map((person): StageRow => {
          const at = since(person);
          return {
            ...{ id: person, ticked: false, isIn: at !== null, pressed: at !== null },
            ...{ disabled: at !== null, person: directory.person(person) },
            detail: <DelegationName party={directory.party(person)} />,
            marks: at !== null && (
              <Tag tone="accent">
                {t('inSince', { time: formatTime(at, i18n.language, meeting.timeZone) })}
              </Tag>
            ),
          };
        })}
      />
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
    .filter(({ person }) => !directory.isForgotten(person))
    .map(({ person }) => person);
  return [...new Set(online)].sort((a, b) => name(a).localeCompare(name(b)));
}

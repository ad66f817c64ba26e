import { IconSearch, IconUsersGroup } from '@tabler/icons-react';
import { useCallback, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scope } from '@shared/domain/attendance/types';
import { displayName } from '@shared/domain/person/rules';
import { Empty, Loading } from '../../../ui/states';
import type { Found } from '../acts/find';
import type { DeskResult } from '../acts/results';
import { isForm, type Stage, type StageKeys } from '../acts/stage';
import type { useBox } from '../acts/use-box';
import type { DeskActs } from '../acts/use-desk-acts';
import type { Offer } from '../acts/use-offers';
import type { RecordedChoice } from '../acts/use-recorded';
import classes from './results.module.css';
import type { DeskModel } from '../use-desk';
import { SubstituteForm } from '../walk-in/substitute-form';
import { WalkInForm } from '../walk-in/walk-in-form';
import { AnswerPanel } from './answer-panel';
import { CloseOut } from './close-out';
import { DelegationList } from './delegation-list';
import { AttendanceRecord } from './record/attendance-record';
import { RollCall } from './roll-call';
import { SearchResults } from './search-results';
import { StagePanel } from './stage-panel';

interface Props {
  readonly model: DeskModel;
  readonly acts: DeskActs;
  readonly stage: Stage;
  readonly choice: RecordedChoice;
  readonly scopes: readonly Scope[];
  readonly offers: readonly Offer[];
  readonly result: DeskResult | null;
  readonly box: ReturnType<typeof useBox>;
  readonly listId: string;
  readonly reading: boolean;
  readonly searching: boolean;
  readonly isIn: (person: string) => string | null;
  readonly keysRef: RefObject<StageKeys | null>;
  readonly onPick: (row: Found) => void;
  readonly onOpen: (stage: Stage) => void;
  readonly onClose: () => void;
  /** The box takes the focus back. */
  readonly onDone: () => void;
}

/** The middle of the desk: what was found while somebody types, else the answer, a list or a form. */
export function DeskStage(props: Props) {
  const { model, stage, offers, result, box, listId, reading, searching, onPick } = props;
  const { t } = useTranslation('desk');
  const atDesk = stage.kind === 'desk';
  const nobody = searching && !box.found.some(({ kind }) => kind !== 'walk-in');
  return (
    <div className={classes.stage} data-list={searching}>
      {reading && <Loading label={t('reading')} />}
      {nobody && (
        <div className={classes.nobody} role="status">
          <strong>{t('nobody', { query: box.typed })}</strong> {t('nobodyHint')}
        </div>
      )}
      {searching && (
        <SearchResults
          id={listId}
          model={model}
          found={box.found}
          active={box.active}
          onPick={onPick}
          onHover={box.mark}
        />
      )}
      {!searching && result !== null && (
        <AnswerPanel model={model} result={result} offers={offers} small={!atDesk} />
      )}
      {!atDesk && (!searching || isForm(stage)) && (
        // What is typed into a form outlasts a look for somebody else.
        <div hidden={searching}>
          <Staged {...props} />
        </div>
      )}
      {!reading && !searching && atDesk && result === null && (
        <Ready expected={model.directory.delegations.size > 0} />
      )}
    </div>
  );
}

function Ready({ expected }: { readonly expected: boolean }) {
  const { t } = useTranslation('desk');
  if (expected) {
    return (
      <Empty icon={<IconSearch size={28} />} title={t('ready')}>
        {t('readyHint')}
      </Empty>
    );
  }
  return (
    <Empty icon={<IconUsersGroup size={28} />} title={t('nobodyExpected')}>
      {t('nobodyExpectedHint')}
    </Empty>
  );
}

/** The list or form that fills the middle. */
function Staged({
  model,
  acts,
  stage,
  choice,
  scopes,
  box,
  isIn,
  keysRef,
  onOpen,
  onClose,
  onDone,
}: Props) {
  const { t } = useTranslation('desk');
  const { directory, meeting } = model;
  const { session } = choice;
  const { type } = box;
  const { written, checkIn } = acts;
  const done = useCallback(
    (person: string) => {
      onClose();
      void written(person);
    },
    [onClose, written],
  );
  switch (stage.kind) {
    case 'desk':
      return null;
    case 'delegation':
      return (
        <DelegationList
          key={stage.party}
          {...{ model, acts, isIn, keysRef, onOpen, onClose }}
          party={stage.party}
          lend={stage.lend}
        />
      );
    case 'roll-call':
      return (
        <RollCall
          key={stage.session.id}
          {...{ model, acts, keysRef, onClose }}
          session={stage.session}
          typed={box.typed}
          onMarked={() => type('')}
        />
      );
    case 'close-out':
      return <CloseOut {...{ model, acts, keysRef, onClose }} session={stage.session} />;
    case 'walk-in':
      return (
        <WalkInForm
          key={stage.person ?? stage.name}
          {...{ model, session, scopes }}
          name={stage.name}
          person={stage.person}
          onDone={done}
          onPick={(person) => {
            onClose();
            void checkIn(person);
          }}
          onCancel={onClose}
        />
      );
    case 'substitute': {
      const nomination = directory.nominationsById.get(stage.nomination);
      if (nomination === undefined) return null;
      return (
        <SubstituteForm
          key={nomination.id}
          {...{ model, session, scopes, nomination }}
          onDone={done}
          onCancel={onClose}
        />
      );
    }
    case 'record': {
      const person = directory.person(stage.person);
      const name = person === undefined ? t('unknownPerson') : displayName(person);
      return (
        <StagePanel
          title={t('record.titleOf', { name })}
          label={t('record.titleOf', { name })}
          onClose={onClose}
        >
          <AttendanceRecord meeting={meeting} person={stage.person} onDone={onDone} />
        </StagePanel>
      );
    }
  }
}

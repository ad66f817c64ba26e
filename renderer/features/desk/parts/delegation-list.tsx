import { Button } from '@mantine/core';
import { useCallback, useMemo, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Badge } from '@shared/domain/badge/types';
import { nameIn } from '@shared/domain/language';
import { isProvisional } from '@shared/domain/nomination/rules';
import type { Nomination } from '@shared/domain/nomination/types';
import { displayName } from '@shared/domain/person/rules';
import { formatTime } from '@shared/i18n/format';
import { Keys } from '../../../ui/key-hint';
import { Tag } from '../../../ui/tag';
import { Permitted } from '../../operators';
import type { Stage, StageKeys } from '../acts/stage';
import type { DeskActs } from '../acts/use-desk-acts';
import classes from '../desk.module.css';
import stageClasses from './stage.module.css';
import type { DeskModel } from '../use-desk';
import { whereIs } from '../where';
import { DelegationName } from './delegation-name';
import { StageList, type StageRow } from './stage-list';
import { StagePanel } from './stage-panel';
import { useStageList } from './use-stage-list';

interface Props {
  readonly model: DeskModel;
  readonly acts: DeskActs;
  readonly party: string;
  /** A floating badge of theirs: whoever is chosen wears it from now on. */
  readonly lend: Badge | null;
  /** Scopes that count as being in, the narrowest last. */
  readonly isIn: (person: string) => string | null;
  readonly keysRef: RefObject<StageKeys | null>;
  readonly onOpen: (stage: Stage) => void;
  readonly onClose: () => void;
}

/**
 * A delegation as it is expected: who is in and since when, and everybody who is missing in the
 * room, to be checked in as one act. Whoever did not come is taken out of it first.
 */
export function DelegationList(props: Props) {
  const { model, acts, party, lend, isIn, keysRef, onOpen, onClose } = props;
  const { t, i18n } = useTranslation(['desk', 'domain']);
  const { directory, meeting } = model;
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const people = useMemo(() => inOrder(model, party), [model, party]);
  const coming = people.filter(
    ({ person, modality }) =>
      isIn(person) === null && modality === 'in-person' && !without.has(person),
  );
  const checkIn = useCallback(() => {
    onClose();
    if (coming.length === 0) return;
    void acts.together(
      party,
      coming.map(({ person }) => person),
    );
  }, [acts, party, coming, onClose]);
  const onRow = useCallback(
    (position: number) => {
      const person = people[position]?.person;
      if (person === undefined) return;
      if (lend !== null) {
        onClose();
        void acts.lend(lend, person);
        return;
      }
      setWithout((before) => {
        const after = new Set(before);
        if (!after.delete(person)) after.add(person);
        return after;
      });
    },
    [people, lend, acts, onClose],
  );
  const { active, mark, listRef } = useStageList(keysRef, {
    ...{ count: people.length, onRow },
    ...(lend === null ? { onEnter: checkIn } : {}),
  });
  const known = directory.parties.get(party);
  const name = known === undefined ? t('desk:noDelegation') : nameIn(known.names, i18n.language);
  return (
    <StagePanel title={<DelegationName party={known} />} label={name} onClose={onClose}>
      <p className={stageClasses.stageHint}>
        {lend === null ? t('desk:delegationHint') : t('desk:lendHint', { label: lend.label })}
      </p>
      <StageList
        {...{ label: name, active, listRef, onRow, onMark: mark }}
        rows={people.map(({ id, person, capacity, modality, ...nomination }): StageRow => {
          const since = isIn(person);
          const where = whereIs(model, person);
          const ticked = coming.some((one) => one.person === person);
          return {
            ...{ id, ticked, isIn: since !== null, person: directory.person(person) },
            pressed: lend === null && since === null ? ticked : undefined,
            disabled: lend === null && (since !== null || modality === 'virtual'),
            detail: <span className={classes.quiet}>{t(`domain:capacity.${capacity}`)}</span>,
            marks: (
              <>
                {isProvisional(nomination) && <Tag tone="warning">{t('desk:provisional')}</Tag>}
                {modality === 'virtual' && since === null && (
                  <Tag>{t('desk:planned', { modality: t('domain:modality.virtual') })}</Tag>
                )}
                {since !== null && (
                  <Tag tone="good">
                    {t('desk:inSince', {
                      time: formatTime(since, i18n.language, meeting.timeZone),
                    })}
                  </Tag>
                )}
                {since === null && where !== 'missing' && <Tag>{t(`desk:where.${where}`)}</Tag>}
                {since === null && where === 'missing' && lend === null && (
                  <Permitted act="nomination.replaced">
                    <Button
                      className={classes.touch}
                      variant="subtle"
                      onMouseDown={(event) => event.preventDefault()}
                      onClick={() => onOpen({ kind: 'substitute', nomination: id })}
                    >
                      {t('desk:substitute')}
                    </Button>
                  </Permitted>
                )}
              </>
            ),
          };
        })}
      />
      {lend === null && (
        <div className={stageClasses.offers}>
          <Permitted act="attendance.arrived">
            <Button
              className={classes.touch}
              rightSection={<Keys keys="Enter" />}
              onMouseDown={(event) => event.preventDefault()}
              onClick={checkIn}
              disabled={coming.length === 0}
            >
              {t('desk:checkInAll', { count: coming.length })}
            </Button>
          </Permitted>
        </div>
      )}
    </StagePanel>
  );
}

/** Who of a delegation the desk lets in, by name; each person once. */
function inOrder({ directory }: DeskModel, party: string): readonly Nomination[] {
  const name = ({ person }: Nomination) => {
    const known = directory.person(person);
    return known === undefined ? '' : `${known.family} ${displayName(known)}`;
  };
  const once = new Map((directory.delegations.get(party) ?? []).map((one) => [one.person, one]));
  return [...once.values()].sort((a, b) => name(a).localeCompare(name(b)));
}

import { IconBarcode, IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { speakingNomination } from '@shared/domain/attendance/desk';
import { whereabouts } from '@shared/domain/attendance/inside';
import { formatBadgeCode } from '@shared/domain/badge/code';
import { isOpen, isProvisional } from '@shared/domain/nomination/rules';
import { displayName } from '@shared/domain/person/rules';
import { Tag } from '../../../ui/tag';
import type { Found } from '../acts/find';
import classes from '../desk.module.css';
import type { DeskModel } from '../use-desk';
import { DelegationName } from './delegation-name';
import { tellApart } from './tell-apart';

interface Props {
  readonly id: string;
  readonly model: DeskModel;
  readonly found: readonly Found[];
  readonly active: number;
  readonly onPick: (row: Found) => void;
  readonly onHover: (position: number) => void;
}

export const optionId = (list: string, position: number): string => `${list}-${String(position)}`;

const keyOf = (row: Found): string => {
  switch (row.kind) {
    case 'person':
      return row.id;
    case 'delegation':
      return row.party.id;
    case 'code':
    case 'walk-in':
      return row.kind;
  }
};

/** Who may be meant, the likely one first; what tells namesakes apart stands on every row. */
export function SearchResults({ id, model, found, active, onPick, onHover }: Props) {
  const { t } = useTranslation('desk');
  const list = useRef<HTMLUListElement>(null);
  const besides = useMemo(() => tellApart(readable(model, found)), [model, found]);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <ul ref={list} id={id} role="listbox" aria-label={t('results')} className={classes.results}>
      {found.map((row, position) => (
        <li
          key={keyOf(row)}
          id={optionId(id, position)}
          role="option"
          aria-selected={position === active}
          data-kind={row.kind}
          className={classes.result}
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => onHover(position)}
          onClick={() => onPick(row)}
        >
          <Row model={model} row={row} besides={besides} />
        </li>
      ))}
    </ul>
  );
}

function readable({ directory }: DeskModel, found: readonly Found[]) {
  return found.flatMap((row) => {
    const person = row.kind === 'person' ? directory.person(row.id) : undefined;
    if (person === undefined) return [];
    const { id, native, institution, jobTitle, emails } = person;
    const delegation = directory.party(id)?.code ?? '';
    return [
      { ...{ id, native, institution, jobTitle, emails, delegation }, name: displayName(person) },
    ];
  });
}

interface RowProps {
  readonly model: DeskModel;
  readonly row: Found;
  readonly besides: ReadonlyMap<string, string>;
}

function Row({ model, row, besides }: RowProps) {
  const { t } = useTranslation('desk');
  switch (row.kind) {
    case 'person':
      return <PersonRow model={model} row={row} besides={besides.get(row.id)} />;
    case 'delegation': {
      const missing = (model.directory.delegations.get(row.party.id) ?? []).filter(
        ({ person }) => whereabouts(model.attendance.get(person)) === 'missing',
      ).length;
      return (
        <span className={classes.resultAct}>
          <IconUsersGroup size={22} aria-hidden />
          <span className={classes.resultName}>
            <DelegationName party={row.party} />
          </span>
          <span className={classes.quiet}>
            {t('delegationRow', { count: row.people, missing })}
          </span>
        </span>
      );
    }
    case 'code':
      return (
        <span className={classes.resultAct}>
          <IconBarcode size={22} aria-hidden />
          <span className={classes.resultName}>{t('badgeNumber')}</span>
          <bdi className={classes.code}>{formatBadgeCode(row.code)}</bdi>
        </span>
      );
    case 'walk-in':
      return (
        <span className={classes.resultAct}>
          <IconUserPlus size={22} aria-hidden />
          <span className={classes.resultName}>{t('walkIn')}</span>
          {row.name !== '' && <bdi className={classes.quiet}>{row.name}</bdi>}
        </span>
      );
  }
}

interface PersonRowProps {
  readonly model: DeskModel;
  readonly row: Extract<Found, { kind: 'person' }>;
  readonly besides: string | undefined;
}

function PersonRow({ model, row, besides }: PersonRowProps) {
  const { t } = useTranslation(['desk', 'domain']);
  const { directory } = model;
  const person = directory.person(row.id);
  if (person === undefined) return null;
  const nomination = speakingNomination(directory.nominationsOf.get(row.id) ?? []);
  const where = whereabouts(model.attendance.get(row.id));
  return (
    <>
      <span className={classes.resultMain}>
        <span className={classes.resultName}>
          <bdi>{displayName(person)}</bdi>
          {person.native !== '' && <bdi className={classes.native}>{person.native}</bdi>}
        </span>
        <span className={classes.resultDetail}>
          <DelegationName party={directory.party(row.id)} />
          {person.institution !== '' && <span className={classes.quiet}>{person.institution}</span>}
          {besides !== undefined && <bdi className={classes.quiet}>{besides}</bdi>}
          {row.badge !== null && (
            <bdi className={classes.code}>{formatBadgeCode(row.badge.code)}</bdi>
          )}
        </span>
      </span>
      <span className={classes.resultMarks}>
        {row.by !== 'exact' && <Tag>{t('desk:spelledOtherwise')}</Tag>}
        {nomination === null ? (
          <Tag>{t('desk:knownFromEarlier')}</Tag>
        ) : (
          <span className={classes.quiet}>{t(`domain:capacity.${nomination.capacity}`)}</span>
        )}
        {nomination !== null && isProvisional(nomination) && (
          <Tag tone="warning">{t('desk:provisional')}</Tag>
        )}
        {nomination !== null && (!isOpen(nomination) || isWaiting(nomination)) && (
          <Tag tone="warning">{t(`domain:nominationState.${nomination.state}`)}</Tag>
        )}
        {where !== 'missing' && <Tag tone={WHERE_TONES[where]}>{t(`desk:where.${where}`)}</Tag>}
      </span>
    </>
  );
}

const WHERE_TONES = { here: 'good', online: 'accent', left: 'neutral' } as const;

/** Named by a party, and nobody has accepted it yet. */
function isWaiting({
  state,
  walkIn,
}: {
  readonly state: string;
  readonly walkIn: boolean;
}): boolean {
  return state === 'received' && !walkIn;
}

import { IconBarcode, IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { memo, useEffect, useMemo, useRef, type MouseEvent } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { speakingNomination } from '@shared/domain/attendance/desk';
import { formatBadgeCode } from '@shared/domain/badge/code';
import type { Badge } from '@shared/domain/badge/types';
import { isOpen, isProvisional } from '@shared/domain/nomination/rules';
import { displayName } from '@shared/domain/person/rules';
import { Tag } from '../../../ui/tag';
import type { Found } from '../acts/find';
import classes from '../desk.module.css';
import resultsClasses from './results.module.css';
import type { DeskModel } from '../use-desk';
import { whereIs } from '../where';
import { DelegationLabel } from './delegation-name';
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

/** The words of the rows: a row that asked for them itself would cost twice as much to draw. */
interface Words {
  readonly t: TFunction<['desk', 'domain']>;
  readonly language: string;
}

/** Who may be meant, the likely one first; what tells namesakes apart stands on every row. */
export function SearchResults({ id, model, found, active, onPick, onHover }: Props) {
  const { t, i18n } = useTranslation(['desk', 'domain']);
  const { language } = i18n;
  const list = useRef<HTMLUListElement>(null);
  const words = useMemo(() => ({ t, language }), [t, language]);
  const besides = useMemo(() => tellApart(readable(model, found)), [model, found]);
  const inView = useRef(0);
  useEffect(() => {
    // The list comes with its first row in view: asking for it would lay everything out twice.
    if (active === inView.current) return;
    inView.current = active;
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <ul
      ref={list}
      id={id}
      role="listbox"
      aria-label={t('desk:results')}
      className={resultsClasses.results}
    >
      {found.map((row, position) => (
        <li
          key={keyOf(row)}
          id={optionId(id, position)}
          role="option"
          aria-selected={position === active}
          data-kind={row.kind}
          className={resultsClasses.result}
          onMouseDown={keepFocus}
          onMouseMove={() => onHover(position)}
          onClick={() => onPick(row)}
        >
          <Row model={model} row={row} besides={besides} words={words} />
        </li>
      ))}
    </ul>
  );
}

/** The box keeps the focus while something else is pressed. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

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
  readonly words: Words;
}

function Row({ model, row, besides, words }: RowProps) {
  const { t, language } = words;
  switch (row.kind) {
    case 'person':
      return (
        <PersonRow
          {...{ model, words }}
          id={row.id}
          by={row.by}
          badge={row.badge}
          besides={besides.get(row.id)}
        />
      );
    case 'delegation': {
      const members = model.directory.delegations.get(row.party.id) ?? [];
      const missing = members.filter(({ person }) => whereIs(model, person) === 'missing').length;
      return (
        <span className={resultsClasses.resultAct}>
          <IconUsersGroup size={22} aria-hidden />
          <span className={resultsClasses.resultName}>
            <DelegationLabel party={row.party} language={language} />
          </span>
          <span className={classes.quiet}>
            {t('desk:delegationRow', { count: row.people, missing })}
          </span>
        </span>
      );
    }
    case 'code':
      return (
        <span className={resultsClasses.resultAct}>
          <IconBarcode size={22} aria-hidden />
          <span className={resultsClasses.resultName}>{t('desk:badgeNumber')}</span>
          <bdi className={classes.code}>{formatBadgeCode(row.code)}</bdi>
        </span>
      );
    case 'walk-in':
      return (
        <span className={resultsClasses.resultAct}>
          <IconUserPlus size={22} aria-hidden />
          <span className={resultsClasses.resultName}>{t('desk:walkIn')}</span>
          {row.name !== '' && <bdi className={classes.quiet}>{row.name}</bdi>}
        </span>
      );
  }
}

interface PersonRowProps {
  readonly model: DeskModel;
  readonly id: string;
  readonly by: Extract<Found, { kind: 'person' }>['by'];
  readonly badge: Badge | null;
  readonly besides: string | undefined;
  readonly words: Words;
}

/** Drawn once for as long as the same person stays among the results: most do, letter by letter. */
const PersonRow = memo(function PersonRow(props: PersonRowProps) {
  const { model, id, by, badge, besides, words } = props;
  const { t, language } = words;
  const { directory } = model;
  const party = directory.party(id);
  const person = directory.person(id);
  if (person === undefined) return null;
  const nomination = speakingNomination(directory.nominationsOf.get(id) ?? []);
  const where = whereIs(model, id);
  return (
    <>
      <span className={resultsClasses.resultMain}>
        <span className={resultsClasses.resultName}>
          <bdi>{displayName(person)}</bdi>
          {person.native !== '' && <bdi className={resultsClasses.native}>{person.native}</bdi>}
        </span>
        <span className={resultsClasses.resultDetail}>
          {party === undefined ? (
            <span className={classes.quiet}>{t('desk:noDelegation')}</span>
          ) : (
            <DelegationLabel party={party} language={language} />
          )}
          {person.institution !== '' && <span className={classes.quiet}>{person.institution}</span>}
          {besides !== undefined && <bdi className={classes.quiet}>{besides}</bdi>}
          {badge !== null && <bdi className={classes.code}>{formatBadgeCode(badge.code)}</bdi>}
        </span>
      </span>
      <span className={resultsClasses.resultMarks}>
        {by !== 'exact' && <Tag>{t('desk:spelledOtherwise')}</Tag>}
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
});

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

import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { isProvisional, isStanding } from '@shared/domain/nomination/rules';
import { displayName } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/types';
import { Tag } from '../../../ui/tag';
import { DelegationName } from '../parts/delegation-name';
import type { DeskModel } from '../use-desk';
import type { Namesake, Who } from './use-who';
import classes from './walk-in.module.css';

interface Props {
  readonly id: string;
  readonly listRef: Ref<HTMLUListElement>;
  readonly model: DeskModel;
  readonly who: Who;
  readonly asking: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onTake: (person: Person | null) => void;
}

export const rowId = (list: string, row: number): string => `${list}-${String(row)}`;

/** *Somebody new* first, then who is known already and may be meant. */
export function NamesakeList({ id, listRef, model, who, asking, onKeyDown, onTake }: Props) {
  const { t } = useTranslation('walkIn');
  const { namesakes, active } = who;
  const row = (position: number) => ({
    id: rowId(id, position),
    role: 'option',
    'aria-selected': position === active,
    className: classes.row,
    onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
  });
  return (
    <div className={classes.namesakes} data-asking={asking || undefined}>
      <p id={`${id}-title`} className={classes.namesakesTitle} role={asking ? 'alert' : undefined}>
        {asking ? t('known.ask') : t('known.title')}
      </p>
      <ul
        ref={listRef}
        id={id}
        role="listbox"
        aria-labelledby={`${id}-title`}
        aria-activedescendant={rowId(id, active)}
        tabIndex={asking ? 0 : -1}
        className={classes.rows}
        onKeyDown={onKeyDown}
      >
        <li {...row(0)} onClick={() => onTake(null)}>
          {t('known.new')}
        </li>
        {namesakes.map((one, at) => (
          <li key={one.person.id} {...row(at + 1)} onClick={() => onTake(one.person)}>
            <NamesakeRow model={model} namesake={one} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function NamesakeRow({
  model,
  namesake: { person, open, last },
}: {
  readonly model: DeskModel;
  readonly namesake: Namesake;
}) {
  const { t } = useTranslation(['walkIn', 'domain']);
  const party = model.directory.party(person.id);
  return (
    <>
      <span className={classes.rowName}>
        <bdi>{displayName(person)}</bdi>
        {person.native !== '' && person.native !== displayName(person) && (
          <bdi className={classes.quiet}>{person.native}</bdi>
        )}
      </span>
      <span className={classes.rowDetail}>
        {party !== undefined && <DelegationName party={party} />}
        <span className={classes.quiet}>
          {[person.jobTitle, person.institution].filter((part) => part !== '').join(' · ')}
        </span>
      </span>
      {open === null ? (
        <Tag>
          {last === null ? t('walkIn:known.elsewhere') : t(`domain:nominationState.${last.state}`)}
        </Tag>
      ) : (
        <Tag tone={isStanding(open) ? 'good' : 'warning'}>
          {isProvisional(open)
            ? t('walkIn:provisional')
            : t(`domain:nominationState.${open.state}`)}
        </Tag>
      )}
    </>
  );
}

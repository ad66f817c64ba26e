import { speakingNomination, whereabouts } from '@shared/domain/attendance/desk';
import { displayName } from '@shared/domain/person/rules';
import type { Hit } from '@shared/matching/person-index';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../../ui/tag';
import classes from '../desk.module.css';
import type { DeskModel } from '../use-desk';
import { DelegationName } from './delegation-name';

interface Props {
  readonly id: string;
  readonly model: DeskModel;
  readonly hits: readonly Hit[];
  readonly active: number;
  readonly onPick: (person: string) => void;
  readonly onHover: (position: number) => void;
}

export const optionId = (list: string, position: number): string => `${list}-${String(position)}`;

/** Who may be meant, the likely one first; what tells namesakes apart stands on every row. */
export function SearchResults({ id, model, hits, active, onPick, onHover }: Props) {
  const { t } = useTranslation('desk');
  return (
    <ul id={id} role="listbox" aria-label={t('results')} className={classes.results}>
      {hits.map((hit, position) => (
        <li
          key={hit.id}
          id={optionId(id, position)}
          role="option"
          aria-selected={position === active}
          className={classes.result}
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => onHover(position)}
          onClick={() => onPick(hit.id)}
        >
          <ResultRow model={model} hit={hit} />
        </li>
      ))}
    </ul>
  );
}

function ResultRow({ model, hit }: { readonly model: DeskModel; readonly hit: Hit }) {
  const { t } = useTranslation(['desk', 'domain']);
  const person = model.directory.person(hit.id);
  if (person === undefined) return null;
  const nomination = speakingNomination(model.directory.nominationsOf.get(hit.id) ?? []);
  const where = whereabouts(model.attendance.get(hit.id));
  return (
    <>
      <span className={classes.resultMain}>
        <span className={classes.resultName}>
          <bdi>{displayName(person)}</bdi>
          {person.native !== '' && <bdi className={classes.native}>{person.native}</bdi>}
        </span>
        <span className={classes.resultDetail}>
          <DelegationName party={model.directory.party(hit.id)} />
          {person.institution !== '' && <span className={classes.quiet}>{person.institution}</span>}
        </span>
      </span>
      <span className={classes.resultMarks}>
        {hit.by !== 'exact' && <Tag>{t('desk:spelledOtherwise')}</Tag>}
        {nomination === null ? (
          <Tag>{t('desk:notNominated')}</Tag>
        ) : (
          <span className={classes.quiet}>{t(`domain:capacity.${nomination.capacity}`)}</span>
        )}
        {where !== 'missing' && (
          <Tag tone={where === 'here' ? 'good' : 'accent'}>{t(`desk:where.${where}`)}</Tag>
        )}
      </span>
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { listName } from '@shared/domain/person/rules';
import type { Link } from '@shared/domain/virtual/types';
import { Tag } from '../../../ui/tag';
import { usePile } from './pile';
import classes from './piles.module.css';

/** What two desks that took one file over apart decided of one login: none of it holds until settled. */
export function Differing({ links }: { readonly links: readonly Link[] }) {
  const { t } = useTranslation(['matching', 'virtual']);
  const { book } = usePile();
  const words = (link: Link): string => {
    if (link.kind === 'nobody') return t(`virtual:why.${link.why}`);
    return link.persons
      .map((id) => book.person(id))
      .map((person) => (person === undefined ? t('virtual:unknownPerson') : listName(person)))
      .join('; ');
  };
  return (
    <div className={classes.differing}>
      <Tag tone="warning">{t('matching:differing.tag')}</Tag>
      <ul>
        {links.map((link, at) => (
          <li key={at}>
            <bdi>{words(link)}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

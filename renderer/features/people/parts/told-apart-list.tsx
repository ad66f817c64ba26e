import { Anchor, Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listName } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/types';
import { formatNumber } from '@shared/i18n/format';
import { Permitted } from '@renderer/features/operators';
import { Section } from '../../../ui/page';
import { Tag } from '../../../ui/tag';
import type { PeopleModel } from '../use-people';
import { useTellApart } from '../use-tell-apart';
import classes from '../people.module.css';

/** Two people that somebody told apart, by the records that stand for them. */
interface Apart {
  readonly one: Person;
  readonly other: Person;
}

/** Pairs that are not proposed again, each of which can be taken back. Nothing when there are none. */
export function ToldApartList({ model }: { readonly model: PeopleModel }) {
  const { t, i18n } = useTranslation('people');
  const pairs = useApart(model);
  if (pairs.length === 0) return null;
  const number = formatNumber(pairs.length, i18n.language);
  return (
    <Section title={t('apart.title')}>
      <p className={classes.lead}>{t('apart.lead', { count: pairs.length, number })}</p>
      <ul className={classes.records}>
        {pairs.map((pair) => (
          <li key={`${pair.one.id} ${pair.other.id}`} className={classes.record}>
            <span className={classes.line}>
              <PersonLink person={pair.one} />
              {pair.one.id === pair.other.id ? (
                <Tag tone="warning">{t('apart.merged')}</Tag>
              ) : (
                <>
                  <span aria-hidden="true">≠</span>
                  <PersonLink person={pair.other} />
                </>
              )}
            </span>
            <TakeBack pair={pair} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Of whom a person was told apart. */
export function ToldApartFrom({
  model,
  person,
}: {
  readonly model: PeopleModel;
  readonly person: string;
}) {
  const { t } = useTranslation('people');
  const pairs = useApart(model).flatMap(({ one, other }): Apart[] => {
    if (one.id === other.id) return [];
    if (one.id === person) return [{ one, other }];
    return other.id === person ? [{ one: other, other: one }] : [];
  });
  if (pairs.length === 0) return null;
  return (
    <>
      <p className={classes.lead}>{t('apart.from')}</p>
      <ul className={classes.records}>
        {pairs.map((pair) => (
          <li key={pair.other.id} className={classes.record}>
            <PersonLink person={pair.other} />
            <TakeBack pair={pair} />
          </li>
        ))}
      </ul>
    </>
  );
}

function PersonLink({ person }: { readonly person: Person }) {
  return (
    <Anchor component={Link} to={`/people/${person.id}`} className={classes.name}>
      <bdi>{listName(person)}</bdi>
    </Anchor>
  );
}

function TakeBack({ pair: { one, other } }: { readonly pair: Apart }) {
  const { t } = useTranslation('people');
  const { takeBack } = useTellApart();
  return (
    <Permitted act="person.not-told-apart">
      <Button
        variant="default"
        size="compact-md"
        aria-label={t('apart.takeBackOf', { name: listName(one), other: listName(other) })}
        onClick={() => void takeBack(one, other)}
      >
        {t('apart.takeBack')}
      </Button>
    </Permitted>
  );
}

/** By name, in the order of the language. */
function useApart(model: PeopleModel): Apart[] {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const { compare } = new Intl.Collator(i18n.language);
    return model.apart
      .pairs()
      .flatMap(({ one, other }) => {
        const people = [model.byId.get(one), model.byId.get(other)];
        const [first, second] = people;
        return first === undefined || second === undefined ? [] : [{ one: first, other: second }];
      })
      .sort(
        (a, b) =>
          compare(listName(a.one), listName(b.one)) ||
          compare(listName(a.other), listName(b.other)),
      );
  }, [model, i18n.language]);
}

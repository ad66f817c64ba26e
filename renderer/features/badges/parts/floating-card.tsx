import { Button, Select } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBadgeCode } from '@shared/domain/badge/code';
import type { Badge } from '@shared/domain/badge/types';
import { displayName } from '@shared/domain/person/rules';
import { Permitted } from '@renderer/features/operators';
import { Section } from '../../../ui/page';
import classes from '../badges.module.css';
import { useBadgeActs } from '../use-badge-acts';
import { nameOf, partyNameOf, type BadgeEntry } from '../world';
import { Preview } from './preview';
import { Revoke } from './revoke';
import { useFloatingContent } from './use-content';
import type { ViewProps } from './view-props';

type Props = Pick<ViewProps, 'world' | 'entries' | 'setup' | 'print'> & { readonly badge: Badge };

/** One badge that is lent: how it looks, who wears it, and what can be done with it. */
export function FloatingCard({ world, badge, entries, setup, print }: Props) {
  const { t } = useTranslation('badges');
  const { takeBack } = useBadgeActs(world.meeting.id);
  const content = useFloatingContent(world, badge, setup);
  const printed = world.printsOf(badge.id).length > 0;
  const wearer = badge.lentTo === null ? null : world.people.get(world.roots.of(badge.lentTo));
  const holds = badge.revokedFor === null;
  return (
    <Section title={badge.label}>
      {content !== null && setup.template !== 'nameplate' && (
        <Preview
          content={content}
          logo={world.meeting.logo}
          setup={setup}
          label={t('preview.label', { name: badge.label })}
        />
      )}
      <p className={classes.note}>
        {t('code')} <bdi className={classes.number}>{formatBadgeCode(badge.code)}</bdi>
      </p>
      {wearer && <p className={classes.note}>{t('lend.wearer', { name: displayName(wearer) })}</p>}
      {holds && badge.lentTo === null && <Lend world={world} badge={badge} entries={entries} />}
      <div className={classes.actions}>
        {badge.lentTo !== null && (
          <Permitted act="badge.returned">
            <Button onClick={() => void takeBack(badge)}>{t('lend.return')}</Button>
          </Permitted>
        )}
        {holds && setup.template !== 'nameplate' && (
          <Permitted act="badge.printed">
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} stroke={1.7} aria-hidden="true" />}
              disabled={print.printing.state === 'working'}
              onClick={() => void print.print([{ kind: 'floating', id: badge.id }])}
            >
              {t(printed ? 'print.again' : 'print.one')}
            </Button>
          </Permitted>
        )}
        {holds && <Revoke badge={badge} />}
      </div>
    </Section>
  );
}

/** Gives the badge to somebody; their own delegation's people are offered first. */
function Lend({ world, badge, entries }: Pick<Props, 'world' | 'badge' | 'entries'>) {
  const { t, i18n } = useTranslation('badges');
  const { lend } = useBadgeActs(world.meeting.id);
  const [person, setPerson] = useState<string | null>(null);
  const data = useMemo(() => {
    const collator = new Intl.Collator(i18n.language);
    const options = (list: readonly BadgeEntry[], withParty: boolean) =>
      list
        .map((entry) => ({
          value: entry.id,
          label: withParty
            ? `${nameOf(entry)} (${partyNameOf(entry, i18n.language)})`
            : nameOf(entry),
        }))
        .sort((a, b) => collator.compare(a.label, b.label));
    const own = entries.filter(({ nomination }) => nomination.party === badge.party);
    const others = entries.filter(({ nomination }) => nomination.party !== badge.party);
    return [
      { group: t('lend.own'), items: options(own, false) },
      { group: t('lend.others'), items: options(others, true) },
    ].filter(({ items }) => items.length > 0);
  }, [entries, badge.party, i18n.language, t]);
  const chosen = person === null ? undefined : world.people.get(person);
  return (
    <div className={classes.lend}>
      <Select
        className={classes.grow}
        searchable
        limit={100}
        label={t('lend.to')}
        placeholder={t('lend.placeholder')}
        nothingFoundMessage={t('lend.nobody')}
        data={data}
        value={person}
        onChange={setPerson}
      />
      <Permitted act="badge.lent">
        <Button
          disabled={chosen === undefined}
          onClick={() => {
            if (chosen === undefined) return;
            setPerson(null);
            void lend(badge, chosen, displayName(chosen));
          }}
        >
          {t('lend.button')}
        </Button>
      </Permitted>
    </div>
  );
}

import { Button } from '@mantine/core';
import { IconId, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, formatNumber } from '@shared/i18n/format';
import type { Badge } from '@shared/domain/badge/types';
import { nameIn } from '@shared/domain/language';
import { displayName } from '@shared/domain/person/rules';
import { Permitted } from '@renderer/features/operators';
import { DataTable, type Column } from '../../../ui/data-table';
import { Empty } from '../../../ui/states';
import { Tag } from '../../../ui/tag';
import { useNarrow } from '../../../ui/use-narrow';
import type { Tone } from '../../../ui/tones';
import classes from '../badges.module.css';
import { FloatingCard } from './floating-card';
import { MakeFloating } from './make-floating';
import type { ViewProps } from './view-props';

const NOTHING: ReadonlySet<string> = new Set();
const SORT = [
  { id: 'delegation', desc: false },
  { id: 'label', desc: false },
];

/** Badges that delegations lend to their people: who wears which. */
export function FloatingView({ world, entries, setup, print, card }: ViewProps) {
  const { t, i18n } = useTranslation('badges');
  const [marked, setMarked] = useState(NOTHING);
  const [open, setOpen] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const badges = useMemo(() => world.floating(), [world]);
  const chosen = badges.filter(({ id, revokedFor }) => marked.has(id) && revokedFor === null);
  const selected = badges.find(({ id }) => id === open) ?? badges[0];
  const number = (value: number) => formatNumber(value, i18n.language);
  const narrow = useNarrow();
  const columns = useMemo((): Column<Badge>[] => {
    const partyOf = ({ party }: Badge) => (party === null ? undefined : world.parties.get(party));
    const wearer = ({ lentTo }: Badge): string => {
      const person = lentTo === null ? undefined : world.people.get(world.roots.of(lentTo));
      return person === undefined ? '' : displayName(person);
    };
    const state = (badge: Badge): { word: string; tone: Tone } => {
      if (badge.revokedFor !== null) return { word: t(`why.${badge.revokedFor}`), tone: 'bad' };
      if (badge.lentTo !== null) return { word: t('lend.lent'), tone: 'accent' };
      const count = world.printsOf(badge.id).length;
      return count === 0
        ? { word: t('state.not-printed'), tone: 'neutral' }
        : { word: t('lend.free'), tone: 'good' };
    };
    return [
      {
        id: 'label',
        header: t('column.label'),
        width: 'minmax(8rem, 1fr)',
        value: ({ label }) => label,
        cell: ({ label }) => <bdi>{label}</bdi>,
      },
      {
        id: 'delegation',
        header: t('column.delegation'),
        width: 'minmax(9.5rem, 1.2fr)',
        value: (badge) => nameIn(partyOf(badge)?.names ?? {}, i18n.language),
      },
      {
        id: 'state',
        header: t('column.badge'),
        width: '9rem',
        value: (badge) => state(badge).word,
        cell: (badge) => <Tag tone={state(badge).tone}>{state(badge).word}</Tag>,
      },
      {
        id: 'wearer',
        header: t('column.wearer'),
        width: 'minmax(9rem, 1.2fr)',
        value: wearer,
        cell: (badge) => <bdi>{wearer(badge)}</bdi>,
      },
      {
        id: 'since',
        header: t('column.since'),
        width: '12rem',
        hidden: narrow,
        value: ({ lentAt }) => lentAt,
        cell: ({ lentAt }) =>
          lentAt === null ? null : formatInstant(lentAt, i18n.language, world.meeting.timeZone),
      },
    ];
  }, [t, i18n.language, world, narrow]);

  const makeButton = (
    <Permitted act="badge.issued">
      <Button
        variant={badges.length === 0 ? 'filled' : 'default'}
        leftSection={<IconPlus size={16} stroke={1.7} aria-hidden="true" />}
        onClick={() => setMaking(true)}
      >
        {t('floating.make')}
      </Button>
    </Permitted>
  );
  return (
    <>
      {badges.length === 0 ? (
        <Empty
          icon={<IconId size={28} stroke={1.5} />}
          title={t('floating.emptyTitle')}
          action={makeButton}
        >
          {t('floating.emptyHint')}
        </Empty>
      ) : (
        <div className={classes.columns}>
          <div className={classes.list}>
            <div className={classes.filters}>
              {makeButton}
              {chosen.length > 0 && setup.template !== 'nameplate' && (
                <Permitted act="badge.printed">
                  <Button
                    leftSection={<IconPrinter size={16} stroke={1.7} aria-hidden="true" />}
                    disabled={print.printing.state === 'working'}
                    onClick={() =>
                      void print.print(chosen.map(({ id }) => ({ kind: 'floating' as const, id })))
                    }
                  >
                    {t('print.marked', { number: number(chosen.length) })}
                  </Button>
                </Permitted>
              )}
            </div>
            <DataTable
              label={t('view.floating')}
              filter={t('filter.words')}
              rows={badges}
              idOf={({ id }) => id}
              columns={columns}
              initialSort={SORT}
              selected={selected?.id ?? null}
              selection={{ selected: marked, onChange: setMarked }}
              onSelect={({ id }) => setOpen(id)}
              onOpen={({ id }) => setOpen(id)}
            />
          </div>
          <aside className={classes.aside} aria-label={t('aside')}>
            {selected !== undefined && (
              <FloatingCard
                key={selected.id}
                world={world}
                badge={selected}
                entries={entries}
                setup={setup}
                print={print}
              />
            )}
            {card}
          </aside>
        </div>
      )}
      {making && <MakeFloating world={world} onClose={() => setMaking(false)} />}
    </>
  );
}

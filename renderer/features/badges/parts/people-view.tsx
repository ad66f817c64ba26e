import { Button, Select } from '@mantine/core';
import { IconPrinter, IconUsers } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CAPACITIES, type Capacity } from '@shared/domain/nomination/types';
import { formatNumber } from '@shared/i18n/format';
import { Permitted } from '@renderer/features/operators';
import { Empty } from '../../../ui/states';
import classes from '../badges.module.css';
import type { PrintItem } from '../print/plan';
import { nameOf, partyNameOf, stateOf, type BadgeEntry, type BadgeState } from '../world';
import { EntryCard } from './entry-card';
import { PeopleTable } from './people-table';
import type { ViewProps } from './view-props';

const STATES: readonly BadgeState[] = ['not-printed', 'printed', 'revoked'];
const NOBODY: ReadonlySet<string> = new Set();

/** Everybody who may have a badge, and what is printed of them. */
export function PeopleView({ world, entries, setup, print, card }: ViewProps) {
  const { t, i18n } = useTranslation(['badges', 'domain']);
  const [state, setState] = useState<BadgeState | null>(null);
  const [party, setParty] = useState<string | null>(null);
  const [capacity, setCapacity] = useState<Capacity | null>(null);
  const [marked, setMarked] = useState(NOBODY);
  const [open, setOpen] = useState<string | null>(null);
  const number = (value: number) => formatNumber(value, i18n.language);

  const parties = useMemo(() => {
    const collator = new Intl.Collator(i18n.language);
    const names = new Map(
      entries.map((entry) => [entry.nomination.party, partyNameOf(entry, i18n.language)]),
    );
    return [...names]
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => collator.compare(a.label, b.label));
  }, [entries, i18n.language]);
  const ordered = useMemo(() => {
    const { compare } = new Intl.Collator(i18n.language);
    const keys = new Map(
      entries.map((entry) => [entry, [partyNameOf(entry, i18n.language), nameOf(entry)] as const]),
    );
    return [...keys]
      .sort(([, a], [, b]) => compare(a[0], b[0]) || compare(a[1], b[1]))
      .map(([entry]) => entry);
  }, [entries, i18n.language]);
  const shown = useMemo(
    () =>
      ordered.filter(
        (entry) =>
          (state === null || stateOf(entry) === state) &&
          (party === null || entry.nomination.party === party) &&
          (capacity === null || entry.nomination.capacity === capacity),
      ),
    [ordered, state, party, capacity],
  );
  // What the filter hides is not printed, though it stays marked.
  const chosen = useMemo(() => shown.filter(({ id }) => marked.has(id)), [shown, marked]);
  const plate = setup.template === 'nameplate';
  const selected =
    entries.find(({ id }) => id === open) ?? chosen[0] ?? (open === null ? shown[0] : undefined);

  if (entries.length === 0) {
    return (
      <Empty icon={<IconUsers size={28} stroke={1.5} />} title={t('badges:empty.title')}>
        {t('badges:empty.hint')}
      </Empty>
    );
  }
  const delegations = [...new Set(chosen.map(({ nomination }) => nomination.party))];
  const wholeParty = party !== null && chosen.length === 0;
  const run = (items: readonly PrintItem[]) => void print.print(items);
  return (
    <div className={classes.columns}>
      <div className={classes.list}>
        <div className={classes.filters}>
          <Select
            aria-label={t('badges:filter.state')}
            placeholder={t('badges:filter.state')}
            clearable
            data={STATES.map((value) => ({ value, label: t(`badges:state.${value}`) }))}
            value={state}
            onChange={(value) => setState(STATES.find((one) => one === value) ?? null)}
          />
          <Select
            aria-label={t('badges:filter.party')}
            placeholder={t('badges:filter.party')}
            clearable
            searchable
            data={parties}
            value={party}
            onChange={setParty}
          />
          <Select
            aria-label={t('badges:filter.capacity')}
            placeholder={t('badges:filter.capacity')}
            clearable
            data={CAPACITIES.map((value) => ({ value, label: t(`domain:capacity.${value}`) }))}
            value={capacity}
            onChange={(value) => setCapacity(CAPACITIES.find((one) => one === value) ?? null)}
          />
        </div>
        {(chosen.length > 0 || wholeParty) && (
          <div className={classes.bulk} role="group" aria-label={t('badges:print.group')}>
            <Permitted act="badge.printed">
              <Button
                leftSection={<IconPrinter size={16} stroke={1.7} aria-hidden="true" />}
                disabled={print.printing.state === 'working'}
                onClick={() => run((wholeParty ? shown : chosen).map(itemOf))}
              >
                {wholeParty
                  ? t('badges:print.delegation', {
                      number: number(shown.length),
                      party: parties.find(({ value }) => value === party)?.label ?? '',
                    })
                  : t('badges:print.marked', { number: number(chosen.length) })}
              </Button>
            </Permitted>
            {plate && (
              <Permitted act="badge.printed">
                <Button
                  variant="default"
                  disabled={print.printing.state === 'working'}
                  onClick={() =>
                    run(
                      (wholeParty ? [party] : delegations).map((id) => ({
                        kind: 'delegation' as const,
                        id,
                      })),
                    )
                  }
                >
                  {t('badges:print.delegationPlates', {
                    count: wholeParty ? 1 : delegations.length,
                    number: number(wholeParty ? 1 : delegations.length),
                  })}
                </Button>
              </Permitted>
            )}
          </div>
        )}
        <PeopleTable
          world={world}
          entries={shown}
          plate={plate}
          open={selected?.id ?? null}
          marked={{ selected: marked, onChange: setMarked }}
          onOpen={setOpen}
        />
      </div>
      <aside className={classes.aside} aria-label={t('badges:aside')}>
        {selected !== undefined && (
          <EntryCard world={world} entry={selected} setup={setup} print={print} />
        )}
        {card}
      </aside>
    </div>
  );
}

const itemOf = ({ id }: BadgeEntry): PrintItem => ({ kind: 'person', id });

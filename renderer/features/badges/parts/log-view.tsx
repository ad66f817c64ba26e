import { IconPrinter } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '@shared/i18n/format';
import type { PrintRecord } from '@shared/domain/badge/types';
import { nameIn } from '@shared/domain/language';
import { listName } from '@shared/domain/person/rules';
import { useOperatorName } from '@renderer/features/operators';
import { bridge } from '../../../bridge/client';
import { useRecords } from '../../../db/hooks';
import { DataTable, type Column } from '../../../ui/data-table';
import { Empty } from '../../../ui/states';
import { useNarrow } from '../../../ui/use-narrow';
import type { BadgeWorld } from '../world';
import { useDeskName } from './use-desk-name';

const SORT = [{ id: 'at', desc: true }];
/** Operations that are asked for at once. */
const PAGE = 1000;

/**
 * Who printed what: the journal says it of every line, rows do not. Asked for again when there are
 * more lines; lines of which it is not known yet have nobody.
 */
function useActors(meeting: string, lines: number): ReadonlyMap<string, string> {
  const [actors, setActors] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const found = new Map<string, string>();
      const filter = {
        ...{ record: null, meeting, actor: null, replica: null, from: null, to: null },
        types: ['badge.printed'],
      };
      for (let before: number | null = null; !gone;) {
        const { operations, more } = await bridge.register.journal({ filter, before, limit: PAGE });
        for (const { operation } of operations) {
          const { id } = operation.body;
          if (typeof id === 'string') found.set(id, operation.actor);
        }
        before = operations.at(-1)?.n ?? null;
        if (!more || before === null) break;
      }
      if (!gone) setActors(found);
    };
    read().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [meeting, lines]);
  return actors;
}

/** Every print of the meeting, newest first. */
export function LogView({ world }: { readonly world: BadgeWorld }) {
  const { t, i18n } = useTranslation(['badges', 'journal']);
  const deskName = useDeskName();
  const operators = useRecords('operators');
  const operatorName = useOperatorName();
  const { prints } = world.data;
  const actors = useActors(world.meeting.id, prints.length);
  const narrow = useNarrow();
  const columns = useMemo((): Column<PrintRecord>[] => {
    const named = new Map(
      operators.state === 'ready' ? operators.value.map((one) => [one.id, operatorName(one)]) : [],
    );
    const floating = new Map(world.floating().map(({ id, label }) => [id, label]));
    const who = ({ person, badge }: PrintRecord): string => {
      const found = person === null ? undefined : world.people.get(world.roots.of(person));
      return found === undefined ? (floating.get(badge ?? '') ?? '') : listName(found);
    };
    const replaced = new Map(world.badges.map((one) => [one.successor, one.revokedFor]));
    // What was lost or revoked is why there is another one.
    const why = ({ reason, badge }: PrintRecord): string => {
      const before = badge === null ? null : (replaced.get(badge) ?? null);
      return reason === '' && before !== null ? t(`badges:why.${before}`) : reason;
    };
    const partyOf = ({ party, person }: PrintRecord) =>
      world.parties.get(party ?? '') ?? (person === null ? undefined : world.entry(person)?.party);
    const operator = ({ id }: PrintRecord): string => named.get(actors.get(id) ?? '') ?? '';
    return [
      {
        id: 'at',
        header: t('badges:column.when'),
        width: '14rem',
        value: ({ at }) => at,
        cell: ({ at }) => formatInstant(at, i18n.language, world.meeting.timeZone),
      },
      {
        id: 'kind',
        header: t('badges:column.what'),
        width: narrow ? '6.5rem' : '8rem',
        value: ({ kind }) => t(`badges:kind.${kind}`),
      },
      {
        id: 'who',
        header: t('badges:column.name'),
        width: 'minmax(10rem, 1.6fr)',
        value: who,
        cell: (record) => <bdi>{who(record)}</bdi>,
      },
      {
        id: 'delegation',
        header: t('badges:column.delegation'),
        width: 'minmax(8rem, 1.2fr)',
        value: (record) => nameIn(partyOf(record)?.names ?? {}, i18n.language),
      },
      {
        id: 'desk',
        header: t('badges:column.desk'),
        width: 'minmax(7rem, 0.8fr)',
        value: ({ desk }) => deskName(desk),
      },
      {
        id: 'operator',
        header: t('badges:column.operator'),
        width: 'minmax(8rem, 1fr)',
        hidden: narrow,
        value: operator,
        cell: (record) => <bdi>{operator(record)}</bdi>,
      },
      {
        id: 'reason',
        header: t('badges:column.reason'),
        width: 'minmax(9rem, 1.5fr)',
        value: why,
        cell: (record) => <bdi>{why(record)}</bdi>,
      },
    ];
  }, [t, i18n.language, world, deskName, operators, operatorName, actors, narrow]);
  return (
    <DataTable
      label={t('badges:view.log')}
      tableId="prints"
      filter={t('badges:filter.words')}
      rows={prints}
      idOf={({ id }) => id}
      columns={columns}
      initialSort={SORT}
      empty={
        <Empty icon={<IconPrinter size={28} stroke={1.5} />} title={t('badges:log.emptyTitle')}>
          {t('badges:log.emptyHint')}
        </Empty>
      }
    />
  );
}

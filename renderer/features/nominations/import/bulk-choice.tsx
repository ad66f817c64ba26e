import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  BULK_TAKES,
  decidable,
  type BulkTake,
  type Choices,
} from '@shared/codecs/nominations/choice';
import type { NominationRow } from '@shared/codecs/nominations/types';
import { formatNumber } from '@shared/i18n/format';
import { useCommands, type Command } from '../../../ui/commands';
import { Keys } from '../../../ui/key-hint';
import { ariaKeys } from '../../../ui/keys';
import { toast } from '../../../ui/toasts';
import type { Import } from './use-import';
import styles from './row.module.css';

const KEYS = { replace: 'Alt+R', keep: 'Alt+K', skip: 'Alt+L', anew: 'Alt+U' } as const;

interface Props {
  /** The rows that are marked, or all that are shown while none is. */
  readonly rows: readonly NominationRow[];
  readonly marked: boolean;
  readonly choices: Choices;
  readonly task: Pick<Import, 'chooseAll' | 'chooseAgain'>;
}

interface Way {
  readonly id: BulkTake | 'anew';
  readonly rows: readonly NominationRow[];
  readonly label: string;
}

/** One decision about many rows; each button says about how many, and the keyboard does it too. */
export function BulkChoice({ rows, marked, choices, task }: Props) {
  const { t, i18n } = useTranslation('imports');
  const { chooseAll, chooseAgain } = task;
  const ways = useMemo((): Way[] => {
    const way = (id: Way['id'], of: readonly NominationRow[]): Way => ({
      ...{ id, rows: of },
      label: t(`bulk.${id}`, { number: formatNumber(of.length, i18n.language) }),
    });
    return [
      ...BULK_TAKES.map((take) => way(take, decidable(rows, choices, take))),
      way(
        'anew',
        rows.filter(({ key }) => choices.has(key)),
      ),
    ].filter((one) => one.rows.length > 0);
  }, [rows, choices, t, i18n.language]);

  const commands = useMemo(
    () =>
      ways.map((way): Command => ({
        ...{ id: `import.bulk.${way.id}`, label: way.label, group: t('bulk.group') },
        keys: KEYS[way.id],
        run: () => {
          const { id, rows: of } = way;
          chooseAll(of, id === 'anew' ? null : id);
          const counted = { count: of.length, number: formatNumber(of.length, i18n.language) };
          toast(t(`bulk.done.${id}`, counted), {
            action: { label: t('bulk.undo'), run: () => chooseAgain(of, choices) },
          });
        },
      })),
    [ways, chooseAll, chooseAgain, choices, t, i18n.language],
  );
  useCommands(commands);

  if (ways.length === 0) return null;
  const counted = { count: rows.length, number: formatNumber(rows.length, i18n.language) };
  const title = marked ? t('bulk.marked', counted) : t('bulk.shown', counted);
  return (
    <div className={styles.bulkWays} role="group" aria-label={title}>
      {ways.map((way, at) => (
        <Button
          key={way.id}
          variant="default"
          size="sm"
          rightSection={<Keys keys={KEYS[way.id]} />}
          aria-keyshortcuts={ariaKeys(KEYS[way.id])}
          onClick={commands[at]?.run}
        >
          {way.label}
        </Button>
      ))}
    </div>
  );
}

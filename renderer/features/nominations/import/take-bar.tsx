import { Button, Checkbox, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NominationList } from '@shared/codecs/nominations/types';
import { formatNumber } from '@shared/i18n/format';
import { WorkProgress } from '../../../ui/work-progress';
import type { Working } from './use-import';
import classes from './import.module.css';

interface Props {
  readonly read: NominationList;
  /** Rows that are taken over as they were decided on. */
  readonly taken: number;
  /** Rows with an error or a conflict that nobody has decided on. */
  readonly blocked: number;
  readonly leaveOut: boolean;
  readonly onLeaveOut: (leaveOut: boolean) => void;
  /** The rows are being compared again. */
  readonly working: Working | null;
  readonly onBack: () => void;
  readonly onTake: () => void;
}

/** All or nothing: the list is taken over whole, or without the rows that are left out on purpose. */
export function TakeBar(props: Props) {
  const { read, taken, blocked, leaveOut, onLeaveOut, working, onBack, onTake } = props;
  const { t, i18n } = useTranslation(['nominations', 'imports']);
  const { counts } = read;
  const number = (value: number) => formatNumber(value, i18n.language);
  const ready = taken > 0 && (blocked === 0 || leaveOut) && working === null;
  return (
    <div className={classes.bar}>
      <div className={classes.barText}>
        {working !== null ? (
          <WorkProgress
            label={t('import.checking')}
            done={working.rows}
            total={null}
            onCancel={working.cancel}
          />
        ) : blocked > 0 ? (
          <>
            {taken > 0 && (
              <Checkbox
                label={t('import.leaveOut', { count: blocked, number: number(blocked) })}
                checked={leaveOut}
                onChange={(event) => onLeaveOut(event.currentTarget.checked)}
              />
            )}
            {!leaveOut && (
              <p className={classes.blocked}>
                {t('import.blocked', { count: blocked, number: number(blocked) })}
              </p>
            )}
          </>
        ) : (
          <p className={classes.quiet} role="status">
            {taken === 0
              ? t(read.rows.length === counts.same ? 'import.allSame' : 'imports:nothingChosen')
              : t('import.summary', {
                  added: number(counts.new),
                  changed: number(counts.changed),
                  same: number(counts.same),
                })}
          </p>
        )}
      </div>
      <Group gap="sm">
        <Button variant="default" onClick={onBack}>
          {t('import.back')}
        </Button>
        <Button disabled={!ready} onClick={onTake}>
          {taken === 0
            ? t('import.takeNothing')
            : t('import.take', { count: taken, number: number(taken) })}
        </Button>
      </Group>
    </div>
  );
}

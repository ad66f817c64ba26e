import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '@shared/domain/virtual/types';
import { formatInstant } from '@shared/i18n/format';
import { stampTime } from '@shared/operation/clock';
import { useOperatorName } from '@renderer/features/operators';
import { bridge } from '../../../bridge/client';
import { useRecords } from '../../../db/hooks';
import { PermittedConfirm } from './permitted-confirm';
import classes from '../virtual.module.css';

interface Props {
  /** Reports of one file; the first stands for all. */
  readonly same: readonly [Report, ...Report[]];
  /** The meeting's. */
  readonly timeZone: string;
  readonly onTakeBack: (report: Report) => void;
}

interface Taken {
  /** Id of the operator. */
  readonly actor: string;
  /** ISO instant. */
  readonly at: string;
}

/** Who took each of the reports over, and when, as the journal has it. */
function useTaken(same: readonly Report[]): ReadonlyMap<string, Taken> {
  const [taken, setTaken] = useState<ReadonlyMap<string, Taken>>(new Map());
  const ids = same.map(({ id }) => id).join();
  useEffect(() => {
    let gone = false;
    const read = async (record: string): Promise<[string, Taken][]> => {
      const { operations } = await bridge.register.history({ record });
      const made = operations.find(({ operation }) => operation.type === 'report.imported');
      if (made === undefined) return [];
      const { actor, at } = made.operation;
      return [[record, { actor, at: stampTime(at) }]];
    };
    Promise.all(ids.split(',').map(read)).then(
      (found) => {
        if (!gone) setTaken(new Map(found.flat()));
      },
      // The report is there all the same; only who took it over is not told.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [ids]);
  return taken;
}

/** One file that was taken over more than once: by whom, and the way to take one of them back. */
export function TakenOver({ same, timeZone, onTakeBack }: Props) {
  const { t, i18n } = useTranslation('virtualResult');
  const operators = useRecords('operators');
  const nameOf = useOperatorName();
  const taken = useTaken(same);
  const differs = same.some((report) => report.timeZone !== same[0].timeZone);
  const words = (report: Report): string => {
    const found = taken.get(report.id);
    if (found === undefined) return t('reports.taken.unknown');
    const all = operators.state === 'ready' ? operators.value : [];
    const name = nameOf(all.find(({ id }) => id === found.actor) ?? { name: '' });
    return t('reports.taken.by', { name, at: formatInstant(found.at, i18n.language, timeZone) });
  };
  return (
    <div className={classes.taken}>
      <p className={classes.quiet}>{t('reports.taken.hint', { count: same.length })}</p>
      {differs && (
        <p className={classes.quiet}>{t('reports.taken.zones', { zone: same[0].timeZone })}</p>
      )}
      <ul>
        {same.map((report) => (
          <li key={report.id}>
            <span>
              {words(report)}
              {differs && ` · ${t('reports.zone', { zone: report.timeZone })}`}
            </span>
            {report.import !== null && (
              <PermittedConfirm
                act="import.undone"
                label={t('reports.takeBack')}
                question={t('reports.taken.question')}
                confirm={t('reports.takeBack')}
                danger
                onConfirm={() => onTakeBack(report)}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

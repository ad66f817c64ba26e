import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attending } from '@shared/domain/attendance/presence';
import { formatNumber, formatShare } from '@shared/i18n/format';
import type { Partition } from '@shared/statistics/cell';
import { Section } from '../../../ui/page';
import type { Show, StatisticsModel } from '../model';
import { Defined } from './figure';
import { Patch, type Pattern } from './pattern';
import classes from './modality.module.css';

interface Way {
  readonly part: 'inPersonOnly' | 'both' | 'virtualOnly';
  readonly attending: Attending;
  readonly pattern: Pattern;
}

/** The ways of attending, drawn the same everywhere on the page. */
export const WAYS: readonly Way[] = [
  { part: 'inPersonOnly', attending: 'in-person', pattern: 'solid' },
  { part: 'both', attending: 'both', pattern: 'dotted' },
  { part: 'virtualOnly', attending: 'virtual', pattern: 'hatched' },
];

interface ModalityProps {
  readonly model: StatisticsModel;
  readonly several: boolean;
  readonly onShow: Show;
}

/** How people attended: parts that always add up; of several meetings in both readings. */
export function Modality({ model, several, onShow }: ModalityProps) {
  const { t } = useTranslation(['statistics', 'figures']);
  const { modality, modalityOfPersons } = model.statistics;
  const open = (way: Way) =>
    onShow({
      kind: 'people',
      title: t(`figures:attending.${way.attending}`),
      selection: { kind: 'modality', attending: way.attending },
    });
  return (
    <Section title={t('statistics:modality.title')}>
      <div className={classes.readings}>
        <Reading
          name={several ? t('figures:participations.name') : t('figures:attended.name')}
          definition={t('figures:modality.definition')}
          partition={modality}
          onOpen={open}
        />
        {several && (
          <Reading
            name={t('figures:distinctPersons.name')}
            definition={t('figures:modalityOfPersons.definition')}
            partition={modalityOfPersons}
          />
        )}
      </div>
    </Section>
  );
}

interface ReadingProps {
  readonly name: string;
  readonly definition: string;
  readonly partition: Partition;
  readonly onOpen?: (way: Way) => void;
}

function Reading({ name, definition, partition, onOpen }: ReadingProps) {
  const { t, i18n } = useTranslation(['statistics', 'figures']);
  const id = useId();
  const number = (value: number) => formatNumber(value, i18n.language);
  const { attended } = partition;
  return (
    <div>
      <div className={classes.head}>
        <Defined definition={definition}>{name}</Defined>
        <b className={classes.sum}>{number(attended)}</b>
      </div>
      <div className={classes.bar} aria-hidden="true">
        {WAYS.filter(({ part }) => partition[part] > 0).map(({ part, pattern }) => (
          <div key={part} className={classes.part} style={{ flexGrow: partition[part] }}>
            <Patch id={`${id}-${part}`} pattern={pattern} className={classes.patch} />
          </div>
        ))}
      </div>
      <ul className={classes.parts}>
        {WAYS.map((way) => {
          const value = partition[way.part];
          const words = (
            <>
              <Patch id={`${id}-mark-${way.part}`} pattern={way.pattern} className={classes.mark} />
              <span>{t(`figures:partition.${way.part}`)}</span>
              <b>{number(value)}</b>
              {attended > 0 && (
                <span className={classes.share}>
                  {formatShare(value / attended, i18n.language)}
                </span>
              )}
            </>
          );
          return (
            <li key={way.part}>
              {onOpen === undefined || value === 0 ? (
                <span className={classes.words}>{words}</span>
              ) : (
                <button type="button" className={classes.words} onClick={() => onOpen(way)}>
                  {words}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Expected } from '@shared/codecs/lists/expected';
import type { AttendanceEvent } from '@shared/domain/attendance/types';
import { nameIn } from '@shared/domain/language';
import { listName } from '@shared/domain/person/rules';
import { formatTime } from '@shared/i18n/format';
import { Tag } from '../../../ui/tag';
import classes from '../paper.module.css';

interface Props {
  readonly id: string;
  readonly line: Expected;
  readonly number: number;
  /** Where it lies, px from the top of the list. */
  readonly start: number;
  readonly active: boolean;
  readonly saving: boolean;
  /** How the person came to be present in the session. */
  readonly present: AttendanceEvent | null;
  readonly timeZone: string;
  readonly onChoose: () => void;
  readonly onSign: () => void;
  readonly onTakeBack: () => void;
}

/** One line of a sheet: the number and name that stand on it, and what is on record. */
export function SignatureRow(props: Props) {
  const { line, number, present, saving } = props;
  const { t, i18n } = useTranslation('paper');
  const { person, party } = line;
  const name = listName(person);
  return (
    <div
      id={props.id}
      role="row"
      aria-rowindex={number}
      aria-selected={present !== null}
      data-active={props.active}
      data-signed={present !== null}
      className={classes.row}
      style={{ transform: `translateY(${String(props.start)}px)` }}
      onClick={props.onChoose}
    >
      <span role="gridcell" className={classes.number}>
        {number}
      </span>
      <span role="gridcell" className={classes.name}>
        <bdi>{name}</bdi>
        {person.native !== '' && person.native !== name && (
          <bdi className={classes.native}>{person.native}</bdi>
        )}
      </span>
      <span role="gridcell" className={classes.party}>
        {party === null ? '' : nameIn(party.names, i18n.language)}
      </span>
      <span role="gridcell" className={classes.mark}>
        {present !== null && (
          <Tag tone="good" icon={<IconCheck size={14} />}>
            {present.source === 'paper'
              ? t('enter.signed')
              : t('enter.here', {
                  time: formatTime(present.when, i18n.language, props.timeZone),
                  source: t(`enter.source.${present.source}`),
                })}
          </Tag>
        )}
        {present === null && saving && <span className={classes.quiet}>{t('enter.saving')}</span>}
      </span>
      <span role="gridcell" className={classes.act}>
        <RowButton {...props} name={name} />
      </span>
    </div>
  );
}

/** For the mouse and for touch; the keyboard has its keys on the list itself. */
function RowButton({
  present,
  saving,
  name,
  onSign,
  onTakeBack,
}: Props & { readonly name: string }) {
  const { t } = useTranslation('paper');
  const common = { size: 'compact-sm', tabIndex: -1, disabled: saving } as const;
  if (present === null) {
    return (
      <Button
        {...common}
        variant="default"
        aria-label={t('enter.takeFor', { name })}
        onClick={(event) => {
          event.stopPropagation();
          onSign();
        }}
      >
        {t('enter.take')}
      </Button>
    );
  }
  if (present.source !== 'paper') return null;
  return (
    <Button
      {...common}
      variant="subtle"
      aria-label={t('enter.undoFor', { name })}
      onClick={(event) => {
        event.stopPropagation();
        onTakeBack();
      }}
    >
      {t('enter.undo')}
    </Button>
  );
}

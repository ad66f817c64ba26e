import { useEffect } from 'react';
import { undoneBy } from '@shared/codecs/journal/changes';
import { aboutOf, isUndo, subjectOf } from '@shared/codecs/journal/record';
import { sentenceOf } from '@shared/codecs/journal/sentence';
import { called } from '@shared/codecs/journal/words';
import { formatInstant } from '@shared/i18n/format';
import { stampTime } from '@shared/operation/clock';
import type { Stamped } from '@shared/operation/operation';
import type { Histories } from '../histories';
import type { PageStyle } from '../use-style';
import classes from '../journal.module.css';
import { Marks } from './marks';

interface Props {
  readonly stamped: Stamped;
  readonly style: PageStyle;
  readonly histories: Histories;
}

/** The cells of one operation. */
export function JournalCells({ stamped, style, histories }: Props) {
  const { operation } = stamped;
  const undoes = isUndo(operation);
  const { id } = subjectOf(operation);
  // What it undid lies far back: the record's history tells.
  useEffect(() => {
    if (undoes && id !== null) void histories.want(id);
  }, [undoes, id, histories]);
  const undone = undoes ? undoneBy(operation, histories.lookup) : [];
  const sentence = sentenceOf(operation, style, undone);
  const about = aboutOf(operation, style);
  return (
    <>
      <div role="gridcell" className={classes.cell}>
        <time dateTime={stampTime(operation.at)}>
          {formatInstant(stampTime(operation.at), style.language, style.timeZone)}
        </time>
      </div>
      <div role="gridcell" className={classes.cell} title={sentence}>
        <span className={classes.sentence}>{sentence}</span>
        <Marks stamped={stamped} undoes={undoes} />
      </div>
      <div role="gridcell" className={classes.cell} title={about}>
        {about}
      </div>
      <div role="gridcell" className={classes.cell} data-side>
        {called(style, 'operators', operation.actor)}
      </div>
      <div role="gridcell" className={classes.cell} data-side>
        {called(style, 'desks', operation.replica)}
      </div>
    </>
  );
}

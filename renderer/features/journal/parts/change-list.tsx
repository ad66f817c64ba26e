import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change, Stood } from '@shared/codecs/journal/changes';
import { beforeText, fieldName, stoodText } from '@shared/codecs/journal/fields';
import type { JournalStyle } from '@shared/codecs/journal/words';
import { wordChanges } from '../word-changes';
import classes from '../journal.module.css';

interface Props {
  readonly changes: readonly Change[];
  readonly meeting: string | null;
  readonly style: JournalStyle;
}

/** From this length on, characters, the words that changed are marked within the text. */
const LONG = 60;

/** Every field that was set: what it was, and what it became. */
export function ChangeList({ changes, meeting, style }: Props) {
  const { t } = useTranslation('journal');
  if (changes.length === 0) return <p className={classes.quiet}>{t('detail.nothing')}</p>;
  return (
    <dl className={classes.changes}>
      {changes.map((change) => (
        <div key={change.field ?? ''} className={classes.change}>
          <dt>{fieldName(change, style)}</dt>
          <dd>
            <ChangedValue change={change} meeting={meeting} style={style} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ChangedValue({
  change,
  meeting,
  style,
}: {
  readonly change: Change;
  readonly meeting: string | null;
  readonly style: JournalStyle;
}) {
  const { t } = useTranslation('journal');
  const after = stoodText(change, change.after, style, meeting);
  if (change.before.length === 0) return <bdi className={classes.after}>{after}</bdi>;
  const [old, now] = [longText(change.before[0]), longText(change.after)];
  const marked =
    change.before.length === 1 && old !== null && now !== null ? wordChanges(old, now) : null;
  if (marked !== null) {
    return (
      <p className={classes.marked}>
        {marked.map(({ kind, text }, at) => (
          <Fragment key={at}>
            {kind === 'gone' ? <del>{text}</del> : kind === 'new' ? <ins>{text}</ins> : text}
          </Fragment>
        ))}
      </p>
    );
  }
  return (
    <>
      <bdi className={classes.before}>
        <span className="visually-hidden">{t('detail.before')}: </span>
        {beforeText(change, style, meeting)}
      </bdi>
      <span className={classes.arrow} aria-hidden="true">
        →
      </span>
      <bdi className={classes.after}>
        <span className="visually-hidden">{t('detail.after')}: </span>
        {after}
      </bdi>
    </>
  );
}

function longText(stood: Stood | undefined): string | null {
  if (stood === undefined || stood === 'forgotten') return null;
  return typeof stood.value === 'string' && stood.value.length >= LONG ? stood.value : null;
}

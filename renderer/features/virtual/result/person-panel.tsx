import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { clip } from '@shared/domain/attendance/intervals';
import {
  onlineAt,
  type OnlineIn,
  type OnlineResult,
} from '@shared/statistics/virtual/online-result';
import { SidePanel } from '../../../ui/dialog';
import { marginIn, type ResultRow } from './rows';
import { StandingTag } from './standing-tag';
import type { ResultWords } from './use-words';
import classes from './result.module.css';

interface Props {
  readonly result: OnlineResult;
  readonly row: ResultRow | null;
  readonly words: ResultWords;
  readonly onClose: () => void;
}

/** All that is known of one person online, session by session: what is put before a delegation. */
export function PersonPanel({ result, row, words, onClose }: Props) {
  return (
    <SidePanel opened={row !== null} title={row?.name ?? ''} onClose={onClose} size="md">
      {row !== null && <Content result={result} row={row} words={words} />}
    </SidePanel>
  );
}

function Content({ result, row, words }: Omit<Props, 'onClose'> & { readonly row: ResultRow }) {
  const { t } = useTranslation(['virtualResult', 'domain']);
  const person = row.at === null ? null : onlineAt(result, row.at);
  return (
    <div className={classes.panel}>
      <p className={classes.panelLine}>
        <StandingTag standing={row.standing} />
        {row.native !== '' && <bdi>{row.native}</bdi>}
      </p>
      <p className={classes.quiet}>
        {[row.delegation, row.capacity === null ? '' : t(`domain:capacity.${row.capacity}`)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Anchor component={Link} to={`/people/${row.id}`}>
        {t('virtualResult:toPerson')}
      </Anchor>
      {row.standing === 'both' && <p className={classes.note}>{t('virtualResult:bothHint')}</p>}
      {person === null ? (
        <p className={classes.quiet}>{t('virtualResult:neverHint')}</p>
      ) : (
        <ol className={classes.sessions}>
          {person.sessions.map((one, at) => (
            <li key={one.sitting.id} className={classes.sessionLine}>
              <p className={classes.sessionName}>
                {words.session(at)}{' '}
                <span className={classes.quiet}>
                  {words.day(one.sitting.date)}, {words.span(one.sitting.time)}
                </span>
              </p>
              <p className={classes.panelLine}>{said(one)}</p>
              <p className={classes.quiet}>
                {clip(person.stays, one.sitting.time).map(words.span).join(', ')}
              </p>
            </li>
          ))}
        </ol>
      )}
    </div>
  );

  /** How the person stands in one session, with what it rests on. */
  function said({ sitting, minutes, attending }: OnlineIn): string {
    const margin = marginIn(minutes, sitting);
    const parts = margin === null ? [] : [words.margin(margin)];
    if (margin?.near === true) parts.push(t('virtualResult:near'));
    const online = attending === 'virtual' || attending === 'both';
    if (online && margin?.reached !== true) parts.push(t('virtualResult:byHand'));
    if (attending === 'in-person' || attending === 'both') parts.push(t('virtualResult:inRoom'));
    return parts.length === 0 ? t('virtualResult:notOnline') : parts.join(' · ');
  }
}

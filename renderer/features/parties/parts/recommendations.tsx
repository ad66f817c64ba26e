import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { concerns, isInForce } from '@shared/domain/recommendation/rules';
import type { Party } from '@shared/domain/party/types';
import { formatDay, formatNumber } from '@shared/i18n/format';
import { useRecords } from '../../../db/hooks';
import { Loaded } from '../../../ui/states';
import { Tag } from '../../../ui/tag';
import { Permitted } from '../../operators';
import { anyText, ImplementationTag, ReportDialog, stateTone } from '../../recommendations';
import type { Concerning } from '../concerning';
import classes from '../parties.module.css';

/** Shown at first; the page of a party is long enough. */
const SHOWN = 5;

interface RecommendationsProps {
  party: Party;
  parties: readonly Party[];
  list: readonly Concerning[];
}

/** What concerns the party, and how far it said it is. */
export function Recommendations({ party, parties, list }: RecommendationsProps) {
  const { t, i18n } = useTranslation('parties');
  const [all, setAll] = useState(false);
  const [asked, setAsked] = useState<Concerning | null>(null);
  const number = (value: number) => formatNumber(value, i18n.language);
  if (list.length === 0) return <p className={classes.quiet}>{t('recommendations.none')}</p>;
  const shown = all ? list : list.slice(0, SHOWN);
  const rest = list.length - shown.length;
  const reported = list.filter(({ reports }) => reports.length > 0).length;
  return (
    <>
      <p className={classes.quiet}>
        {t('recommendations.summary', {
          count: list.length,
          number: number(list.length),
          reported: number(reported),
        })}
      </p>
      <ul className={classes.recommendations}>
        {shown.map((one) => (
          <li key={one.recommendation.id} className={classes.recommendation}>
            <One party={party} one={one} onReport={() => setAsked(one)} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button variant="subtle" size="compact-md" onClick={() => setAll(true)}>
          {t('recommendations.more', { count: rest, number: number(rest) })}
        </Button>
      )}
      {asked !== null && (
        <Asked party={party} parties={parties} about={asked} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

function One({ party, one, onReport }: { party: Party; one: Concerning; onReport: () => void }) {
  const { t, i18n } = useTranslation(['parties', 'recommendations']);
  const { recommendation, meeting, named, reports } = one;
  const { number, state } = recommendation;
  const title =
    number === null ? t('recommendations:unnumbered') : t('recommendations:numbered', { number });
  return (
    <>
      <span className={classes.recommendationHead}>
        <Anchor
          component={Link}
          to={`/m/${meeting.id}/recommendations?recommendation=${recommendation.id}`}
        >
          {title}
        </Anchor>
        <Tag tone={stateTone(state)}>{t(`recommendations:state.${state}`)}</Tag>
        {isInForce(state) && concerns(recommendation, party.id) && (
          <Permitted act="implementation.reported">
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`${t('parties:recommendations.report')} ${title}, ${meeting.title}`}
              onClick={onReport}
            >
              {t('parties:recommendations.report')}
            </Button>
          </Permitted>
        )}
      </span>
      <span className={classes.quiet}>
        {meeting.title} ·{' '}
        {t(named ? 'parties:recommendations.to' : 'parties:recommendations.toAll')}
      </span>
      <p className={classes.recommendationText} dir="auto">
        {anyText(recommendation, i18n.language)}
      </p>
      {reports.length === 0 && (
        <span className={classes.quiet}>{t('parties:recommendations.noReport')}</span>
      )}
      {reports.map((report) => (
        <span key={report.id} className={classes.recommendationHead}>
          <ImplementationTag status={report.status} year={report.year} />
          {report.reportedOn !== null && (
            <span className={classes.quiet}>
              {t('recommendations:implementation.reported', {
                day: formatDay(report.reportedOn, i18n.language),
              })}
            </span>
          )}
          {report.evidence !== '' && <bdi className={classes.evidence}>{report.evidence}</bdi>}
        </span>
      ))}
    </>
  );
}

interface AskedProps {
  party: Party;
  parties: readonly Party[];
  about: Concerning;
  onClose: () => void;
}

function Asked({ party, parties, about, onClose }: AskedProps) {
  const { recommendation, meeting } = about;
  const implementations = useRecords('implementations');
  return (
    <Loaded of={implementations}>
      {(all) => (
        <ReportDialog
          recommendation={recommendation}
          meeting={meeting}
          parties={parties}
          reports={all.filter((one) => one.recommendation === recommendation.id)}
          party={party}
          onClose={onClose}
        />
      )}
    </Loaded>
  );
}

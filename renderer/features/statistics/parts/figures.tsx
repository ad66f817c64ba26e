import { useTranslation } from 'react-i18next';
import type { PartyKind } from '@shared/domain/party/types';
import { formatNumber } from '@shared/i18n/format';
import type { FigureKey } from '@shared/statistics/figures/all';
import type { RecommendationFigures } from '@shared/statistics/figures/recommendations';
import type { Statistics } from '@shared/statistics/result';
import type { Show, StatisticsModel } from '../model';
import { Figure } from './figure';
import classes from './figures.module.css';

interface LargeFiguresProps {
  readonly model: StatisticsModel;
  readonly several: boolean;
  readonly onShow: Show;
}

/** Participants (of several meetings in both readings), countries, organizations, recommendations. */
export function LargeFigures({ model, several, onShow }: LargeFiguresProps) {
  const { t, i18n } = useTranslation(['statistics', 'figures']);
  const { statistics } = model;
  const { figures, recommendations } = statistics;
  const number = (value: number) => formatNumber(value, i18n.language);
  const people = (figure: FigureKey, detail?: string) => (
    <Figure
      key={figure}
      name={t(`figures:${figure}.name`)}
      definition={t(`figures:${figure}.definition`)}
      value={number(figures[figure].value)}
      {...(detail === undefined ? {} : { detail })}
      onOpen={() =>
        onShow({
          kind: 'people',
          title: t(`figures:${figure}.name`),
          selection: { kind: 'figure', figure },
        })
      }
    />
  );
  return (
    <div className={classes.large}>
      {several
        ? [people('participations'), people('distinctPersons')]
        : people(
            'attended',
            t('statistics:ofNominated', { number: number(figures.nominated.value) }),
          )}
      <Parties statistics={statistics} kind="country" onShow={onShow} />
      <Parties statistics={statistics} kind="organization" onShow={onShow} />
      {recommendations !== null && (
        <Recommendations recommendations={recommendations} onShow={onShow} />
      )}
    </div>
  );
}

interface RecommendationsProps {
  readonly recommendations: RecommendationFigures;
  readonly onShow: Show;
}

/** What the meetings agreed; of a policy body, which agrees none of its own, what it endorsed. */
function Recommendations({ recommendations, onShow }: RecommendationsProps) {
  const { t, i18n } = useTranslation(['statistics', 'figures']);
  const number = (value: number) => formatNumber(value, i18n.language);
  const { agreed, endorsed, endorsedHere } = recommendations;
  const figure = agreed === 0 && endorsedHere > 0 ? 'endorsedHere' : 'agreed';
  const details = [
    ...(endorsed > 0 ? [t('statistics:recommendations.ofThem', { number: number(endorsed) })] : []),
    ...(figure === 'agreed' && endorsedHere > endorsed
      ? [t('statistics:recommendations.here', { number: number(endorsedHere) })]
      : []),
  ];
  const name = t(`figures:recommendations.${figure}.name`);
  return (
    <Figure
      name={name}
      definition={t(`figures:recommendations.${figure}.definition`)}
      value={number(recommendations[figure])}
      detail={details.join(' · ')}
      onOpen={() => onShow({ kind: 'recommendations', title: name })}
    />
  );
}

interface PartiesProps {
  readonly statistics: Statistics;
  readonly kind: PartyKind;
  readonly onShow: Show;
}

function Parties({ statistics, kind, onShow }: PartiesProps) {
  const { t, i18n } = useTranslation(['statistics', 'figures']);
  const figure = kind === 'country' ? 'countries' : 'organizations';
  const counts = statistics.byStatus[kind];
  const detail = (['member', 'observer', 'none'] as const)
    .filter((status) => counts[status] > 0)
    .map((status) =>
      t(`statistics:status.${status}`, {
        count: counts[status],
        number: formatNumber(counts[status], i18n.language),
      }),
    );
  return (
    <Figure
      name={t(`figures:${figure}.name`)}
      definition={t(`figures:${figure}.definition`)}
      value={formatNumber(statistics.figures[figure].value, i18n.language)}
      detail={detail.join(' · ')}
      onOpen={() =>
        onShow({
          kind: 'parties',
          title: t(`figures:${figure}.name`),
          parties: statistics.parties.filter((one) => one.kind === kind).map((one) => one.party),
        })
      }
    />
  );
}

const ALWAYS: readonly FigureKey[] = ['nominated', 'registered', 'noShows', 'unexpected'];
/** Only where there are any. */
const SOMETIMES: readonly FigureKey[] = ['unreconfirmed', 'support'];

interface SmallFiguresProps {
  readonly statistics: Statistics;
  readonly onShow: Show;
}

/** What stands behind the large figures. */
export function SmallFigures({ statistics, onShow }: SmallFiguresProps) {
  const { t, i18n } = useTranslation('figures');
  const { figures } = statistics;
  const shown = [...ALWAYS, ...SOMETIMES.filter((figure) => figures[figure].value > 0)];
  return (
    <div className={classes.small}>
      {shown.map((figure) => (
        <Figure
          key={figure}
          size="small"
          name={t(`${figure}.name`)}
          definition={t(`${figure}.definition`)}
          value={formatNumber(figures[figure].value, i18n.language)}
          onOpen={() =>
            onShow({
              kind: 'people',
              title: t(`${figure}.name`),
              selection: { kind: 'figure', figure },
            })
          }
        />
      ))}
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import type { PartyKind } from '@shared/domain/party/types';
import { formatNumber } from '@shared/i18n/format';
import type { FigureKey } from '@shared/statistics/figures/all';
import type { RecommendationFigures } from '@shared/statistics/figures/recommendations';
import type { Statistics } from '@shared/statistics/result';
import type { Show, StatisticsModel } from '../model';
import { Figure } from './figure';
import classes from './figures.module.css';

/** Heads the list of who is behind a figure: "Countries: 35". */
const titled = (name: string, value: string) => `${name}: ${value}`;

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
  const people = (figure: FigureKey, detail = '') => (
    <Figure
      key={figure}
      name={t(`figures:${figure}.name`)}
      definition={t(`figures:${figure}.definition`)}
      value={number(figures[figure].value)}
      detail={detail}
      onOpen={() =>
        onShow({
          kind: 'people',
          title: titled(t(`figures:${figure}.name`), number(figures[figure].value)),
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
    ...(figure === 'endorsedHere' ? [t('figures:unit.recommendations')] : []),
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
      onOpen={() =>
        onShow({ kind: 'recommendations', title: t('statistics:recommendations.title') })
      }
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
  const name = t(`figures:${figure}.name`);
  const value = formatNumber(statistics.figures[figure].value, i18n.language);
  return (
    <Figure
      name={name}
      definition={t(`figures:${figure}.definition`)}
      value={value}
      detail={detail.join(' · ')}
      onOpen={() =>
        onShow({
          kind: 'parties',
          title: titled(name, value),
          parties: statistics.parties.filter((one) => one.kind === kind).map((one) => one.party),
        })
      }
    />
  );
}

const ALWAYS: readonly FigureKey[] = ['nominated', 'registered', 'noShows', 'unexpected'];
/** Only where there are any. */
const SOMETIMES: readonly FigureKey[] = ['provisional', 'unreconfirmed', 'support'];

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
      {shown.map((figure) => {
        const name = t(`${figure}.name`);
        const value = formatNumber(figures[figure].value, i18n.language);
        const title = titled(name, value);
        return (
          <Figure
            key={figure}
            size="small"
            name={name}
            definition={t(`${figure}.definition`)}
            value={value}
            onOpen={() => onShow({ kind: 'people', title, selection: { kind: 'figure', figure } })}
          />
        );
      })}
    </div>
  );
}

import { IconChartAreaLine } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { OnlineResult } from '@shared/statistics/virtual/online-result';
import { Page, PageHeader } from '../../../ui/page';
import { Empty, Failed, Loading } from '../../../ui/states';
import type { ReadyModel } from '../use-virtual';
import { DropOffs } from './drop-offs';
import { ResultFigures } from './figures';
import { PartSwitch } from './part-switch';
import { PersonPanel } from './person-panel';
import { isShown, namedOf, rowsOf, type Shown } from './rows';
import { Timeline } from './timeline';
import { useOnlineResult } from './use-result';
import { useResultWords } from './use-words';
import { Viewers } from './viewers';
import { Scale, sessionsOf, windowsOf, zoomOf, type Zoom } from './zoom';
import { ZoomSelect } from './zoom-select';
import classes from './result.module.css';

/** What came out of a meeting's reports: who was online, when, and by how much. */
export function Result({ model }: { readonly model: ReadyModel }) {
  const { t } = useTranslation('virtualResult');
  const { result, retry } = useOnlineResult({ meeting: model.meeting.id, attendance: true });
  return (
    <Page>
      <PageHeader title={t('title')} subtitle={t('subtitle')} others={<PartSwitch />} />
      {result.state === 'loading' && <Loading label={t('working')} />}
      {result.state === 'failed' && (
        <Failed title={t('failed')} detail={result.message} onRetry={retry}>
          {t('failedHint')}
        </Failed>
      )}
      {result.state === 'ready' &&
        (result.value === null || result.value.persons.length === 0 ? (
          <Empty icon={<IconChartAreaLine size={28} stroke={1.5} />} title={t('nothing')}>
            {t('nothingHint', { count: result.value?.undecided ?? 0 })}
          </Empty>
        ) : (
          <Ready model={model} result={result.value} />
        ))}
    </Page>
  );
}

interface ReadyProps {
  readonly model: ReadyModel;
  readonly result: OnlineResult;
}

function Ready({ model, result: latest }: ReadyProps) {
  const { t, i18n } = useTranslation('virtualResult');
  // Typing in the filter goes before a result that has just come.
  const result = useDeferredValue(latest);
  const [query, setQuery] = useSearchParams();
  const [shown, setShown] = useState<Shown>('all');
  const [chosen, setChosen] = useState<string | null>(null);
  const words = useResultWords(model, result);
  const { people, nominations, parties } = model;
  const named = useMemo(
    () => namedOf({ people, nominations, parties }, i18n.language, t('unknownPerson')),
    [people, nominations, parties, i18n.language, t],
  );
  const view = useMemo(() => {
    const zoom = zoomOf(query, result.sittings);
    const sessions = sessionsOf(zoom, result.sittings);
    return { zoom, sessions, scale: new Scale(windowsOf(result, sessions)) };
  }, [query, result]);
  const { zoom, sessions, scale } = view;
  const rows = useMemo(
    () => rowsOf(result, named, sessions, zoom.kind === 'meeting'),
    [result, named, sessions, zoom.kind],
  );
  const shownRows = useMemo(() => rows.filter((row) => isShown(row, shown)), [rows, shown]);
  const open = (next: Zoom) =>
    setQuery(
      {
        part: 'result',
        ...(next.kind === 'day' ? { day: next.date } : {}),
        ...(next.kind === 'session' ? { session: next.session } : {}),
      },
      { replace: true },
    );
  return (
    <>
      {result.sittings.length > 0 && (
        <div className={classes.bar}>
          <ZoomSelect zoom={zoom} sittings={result.sittings} words={words} onZoom={open} />
          <p className={classes.quiet}>{t('clock', { zone: model.meeting.timeZone })}</p>
        </div>
      )}
      <ResultFigures rows={rows} shown={shown} onShow={setShown} undecided={result.undecided} />
      <Timeline
        result={result}
        rows={shownRows}
        sessions={sessions}
        scale={scale}
        words={words}
        chosen={chosen}
        onChoose={({ id }) => setChosen(id)}
      />
      <Viewers result={result} sessions={sessions} words={words} />
      {sessions.length > 0 && (
        <DropOffs result={result} rows={rows} sessions={sessions} words={words} />
      )}
      <PersonPanel
        result={result}
        row={rows.find(({ id }) => id === chosen) ?? null}
        words={words}
        onClose={() => setChosen(null)}
      />
    </>
  );
}

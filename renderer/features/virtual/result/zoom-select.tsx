import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OnlineSitting } from '@shared/statistics/virtual/online-result';
import type { ResultWords } from './use-words';
import type { Zoom } from './zoom';
import classes from './result.module.css';

interface Props {
  readonly zoom: Zoom;
  readonly sittings: readonly OnlineSitting[];
  readonly words: ResultWords;
  readonly onZoom: (zoom: Zoom) => void;
}

/** Meeting, day or session: what the figures, the timeline and everything below are about. */
export function ZoomSelect({ zoom, sittings, words, onZoom }: Props) {
  const { t } = useTranslation('virtualResult');
  const days = [...new Set(sittings.map(({ date }) => date))];
  const value =
    zoom.kind === 'meeting' ? 'meeting' : zoom.kind === 'day' ? zoom.date : zoom.session;
  const choose = (wanted: string | null) => {
    if (wanted === null || wanted === 'meeting') onZoom({ kind: 'meeting' });
    else if (days.includes(wanted)) onZoom({ kind: 'day', date: wanted });
    else onZoom({ kind: 'session', session: wanted });
  };
  return (
    <Select
      className={classes.zoom}
      aria-label={t('zoom.label')}
      allowDeselect={false}
      maxDropdownHeight={400}
      value={value}
      onChange={choose}
      data={[
        { value: 'meeting', label: t('zoom.meeting') },
        ...days.map((date) => ({
          group: words.day(date),
          items: [
            ...(days.length > 1
              ? [{ value: date, label: t('zoom.day', { day: words.day(date) }) }]
              : []),
            ...sittings.flatMap((one, at) =>
              one.date === date ? [{ value: one.id, label: words.session(at) }] : [],
            ),
          ],
        })),
      ]}
    />
  );
}

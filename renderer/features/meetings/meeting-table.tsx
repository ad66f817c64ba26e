import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { nameIn } from '@shared/domain/language';
import { scheduleOf } from '@shared/domain/meeting/rules';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Programme } from '@shared/domain/programme/operations';
import { DataTable, type Column } from '@renderer/ui/data-table';
import type { TableText } from '@renderer/ui/table-text';
import { useNarrow } from '@renderer/ui/use-narrow';
import { ExportDialog } from '../nominations';
import { useMeetingDates } from './meeting-dates';
import { StateTag } from './state-tag';
import { usePlace } from './use-place';
import classes from './meetings.module.css';

interface Props {
  readonly meetings: readonly Meeting[];
  readonly programmes: readonly Programme[];
  /** Recommendations that came of a meeting. */
  readonly outcomesOf: (meeting: string) => number;
}

const SORT = [{ id: 'dates', desc: true }];
const NOTHING_MARKED: ReadonlySet<string> = new Set();

/** Every meeting, one a row: to be sorted, searched, copied and saved. */
export function MeetingTable({ meetings, programmes, outcomesOf }: Props) {
  const { t } = useTranslation('meetings');
  const navigate = useNavigate();
  const columns = useColumns(programmes, outcomesOf);
  const [marked, setMarked] = useState(NOTHING_MARKED);
  const [exported, setExported] = useState<TableText | null>(null);
  return (
    <>
      <DataTable
        label={t('title')}
        tableId="meetings"
        rows={meetings}
        idOf={idOf}
        columns={columns}
        initialSort={SORT}
        filter={t('table.filter')}
        selection={{ selected: marked, onChange: setMarked }}
        onOpen={({ id }) => void navigate(`/m/${id}/desk`)}
        onExport={setExported}
      />
      <ExportDialog
        table={exported}
        title={t('title')}
        personal={false}
        onClose={() => setExported(null)}
      />
    </>
  );
}

const idOf = ({ id }: Meeting): string => id;

function useColumns(
  programmes: readonly Programme[],
  outcomesOf: (meeting: string) => number,
): Column<Meeting>[] {
  const { t, i18n } = useTranslation(['meetings', 'domain']);
  const { language } = i18n;
  const dates = useMeetingDates();
  const place = usePlace();
  const narrow = useNarrow();
  return useMemo((): Column<Meeting>[] => {
    const programmeOf = (meeting: Meeting) => programmes.find(({ id }) => id === meeting.programme);
    const bodyOf = (meeting: Meeting) =>
      programmeOf(meeting)?.bodies.find(({ id }) => id === meeting.body);
    const pillarsOf = (meeting: Meeting) =>
      meeting.pillars
        .map((id) => programmeOf(meeting)?.pillars.find((pillar) => pillar.id === id)?.number ?? id)
        .join(', ');
    return [
      {
        id: 'title',
        header: t('meetings:form.title'),
        width: 'minmax(16rem, 5fr)',
        value: ({ title }) => title,
        cell: ({ title }) => (
          <bdi className={classes.tableTitle} title={title}>
            {title}
          </bdi>
        ),
      },
      {
        id: 'body',
        header: t('meetings:form.body'),
        width: '5.5rem',
        value: (meeting) => bodyOf(meeting)?.abbreviation ?? '',
      },
      {
        id: 'ordinal',
        header: t('meetings:form.ordinal'),
        width: '6rem',
        align: 'end',
        hidden: true,
        value: ({ ordinal }) => ordinal,
      },
      {
        id: 'dates',
        header: t('meetings:table.dates'),
        width: '10.75rem',
        // ISO texts of any precision sort as time; what is not dated stands at an end.
        value: (meeting) => scheduleOf(meeting).start ?? '9999',
        cell: (meeting) => dates(scheduleOf(meeting), 'medium'),
        text: (meeting) => dates(scheduleOf(meeting), 'medium'),
      },
      {
        id: 'place',
        header: t('meetings:table.place'),
        width: 'minmax(14.5rem, 1fr)',
        value: place,
      },
      {
        id: 'state',
        header: t('meetings:table.state'),
        width: 'minmax(9.5rem, 1fr)',
        value: ({ state }) => t(`domain:meetingState.${state}`),
        cell: ({ state }) => <StateTag state={state} />,
      },
      {
        id: 'format',
        header: t('meetings:table.format'),
        width: '7rem',
        hidden: narrow,
        value: (meeting) => {
          const { format } = scheduleOf(meeting);
          return format === null ? null : t(`domain:format.${format}`);
        },
      },
      {
        id: 'hosts',
        header: t('meetings:table.hosts'),
        width: 'minmax(9rem, 2fr)',
        hidden: true,
        value: ({ hosts }) => hosts.map(({ name }) => name).join(' · '),
      },
      {
        id: 'pillars',
        header: t('meetings:table.pillars'),
        width: '7rem',
        hidden: true,
        value: pillarsOf,
      },
      {
        id: 'programme',
        header: t('meetings:form.programme'),
        width: 'minmax(9rem, 1fr)',
        hidden: true,
        value: (meeting) => nameIn(programmeOf(meeting)?.names ?? {}, language),
      },
      {
        id: 'recommendations',
        header: t('meetings:counts.recommendations'),
        width: '9rem',
        align: 'end',
        hidden: narrow,
        value: ({ id }) => outcomesOf(id),
      },
    ];
  }, [programmes, outcomesOf, t, language, dates, place, narrow]);
}

import { SegmentedControl, TextInput, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { listOrder, partyName } from '@shared/codecs/documents/names';
import { designationOn, footnotesOn, holdsOn, statusOn } from '@shared/domain/party/rules';
import type { Party } from '@shared/domain/party/types';
import { DataTable, type Column } from '../../../ui/data-table';
import type { TableText } from '../../../ui/table-text';
import { Empty } from '../../../ui/states';
import { today } from '../../../ui/today';
import { useNarrow } from '../../../ui/use-narrow';
import { ExportDialog } from '../../nominations';
import { partySearch } from '../search';
import { useAttended } from '../use-attended';
import { usePeriodWords } from '../use-period-words';
import { regionName, useWorld } from '../use-world';
import { StatusTag } from './status-tag';
import classes from '../parties.module.css';

const NONE: ReadonlySet<string> = new Set();
const KINDS = ['all', 'country', 'organization'] as const;
const STATUSES = ['all', 'member', 'observer', 'none'] as const;

/** The parties as a table: searched in any of the six languages, filtered, sorted. */
export function Registry({ parties }: { parties: readonly Party[] }) {
  const { t, i18n } = useTranslation(['parties', 'domain']);
  const { language } = i18n;
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('all');
  const [status, setStatus] = useState<(typeof STATUSES)[number]>('all');
  const words = useDeferredValue(typed);
  const [asOn, setAsOn] = useState('');
  const [exported, setExported] = useState<TableText | null>(null);
  const [marked, setMarked] = useState(NONE);
  const day = asOn === '' ? today() : asOn;
  const columns = useColumns(parties, day);
  const search = useMemo(() => {
    const order = listOrder(language, day);
    return partySearch([...parties].sort(order));
  }, [parties, language, day]);
  const shown = useMemo(
    () =>
      search(words).filter(
        (party) =>
          (kind === 'all' || party.kind === kind) &&
          (status === 'all' || statusOn(party, day) === status),
      ),
    [search, words, kind, status, day],
  );
  return (
    <div className={classes.registry}>
      <div className={classes.toolbar}>
        <TextInput
          className={classes.search}
          aria-label={t('parties:search')}
          placeholder={t('parties:search')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped('');
          }}
        />
        <SegmentedControl
          aria-label={t('parties:field.kind')}
          value={kind}
          data={KINDS.map((value) => ({ value, label: t(`parties:kinds.${value}`) }))}
          onChange={(value) => setKind(KINDS.find((one) => one === value) ?? 'all')}
        />
        <SegmentedControl
          aria-label={t('parties:field.status')}
          value={status}
          data={STATUSES.map((value) => ({ value, label: t(`parties:statuses.${value}`) }))}
          onChange={(value) => setStatus(STATUSES.find((one) => one === value) ?? 'all')}
        />
      </div>
      <DataTable
        label={t('parties:title')}
        tableId="parties"
        rows={shown}
        idOf={(party) => party.id}
        columns={columns}
        selection={{ selected: marked, onChange: setMarked }}
        toolbar={
          <label className={classes.asOn} title={t('parties:asOnHint')}>
            {t('parties:asOn')}
            <TextInput
              type="date"
              value={day}
              onChange={(event) => setAsOn(event.currentTarget.value)}
            />
          </label>
        }
        onExport={setExported}
        onOpen={(party) => void navigate(`/parties/${party.id}`)}
        empty={<Empty title={t('parties:noMatch')}>{t('parties:noMatchHint')}</Empty>}
      />
      <ExportDialog
        table={exported}
        title={`${t('parties:title')} ${day}`}
        personal={exported?.headers.includes(t('parties:part.focalPoints')) === true}
        onClose={() => setExported(null)}
      />
    </div>
  );
}

function useColumns(parties: readonly Party[], day: string): Column<Party>[] {
  const { t, i18n } = useTranslation(['parties', 'domain']);
  const { language } = i18n;
  const { regions } = useWorld();
  const attended = useAttended();
  const periodWords = usePeriodWords();
  const narrow = useNarrow();
  return useMemo(() => {
    const meetings = (party: Party) =>
      attended.state !== 'ready'
        ? null
        : (attended.value.get(party.id) ?? []).filter(({ came }) => came.length > 0).length;
    // The order of the language, articles aside; a table sorts by value, so the rank is the value.
    const order = listOrder(language, day);
    const rank = new Map([...parties].sort(order).map(({ id }, index) => [id, index]));
    return [
      {
        id: 'name',
        header: t('parties:field.name'),
        width: 'minmax(13rem, 2fr)',
        value: (party) => rank.get(party.id) ?? 0,
        text: (party) => partyName(party, language, day),
        cell: (party) => <Designation party={party} day={day} />,
      },
      {
        id: 'code',
        header: t('parties:field.code'),
        width: '6rem',
        value: (party) => designationOn(party, day).code,
      },
      {
        id: 'kind',
        header: t('parties:field.kind'),
        width: '8rem',
        value: ({ kind }) => t(`domain:partyKind.${kind}`),
      },
      {
        id: 'status',
        header: t('parties:field.status'),
        width: '8.5rem',
        value: (party) => t(`domain:partyStatus.${statusOn(party, day)}`),
        cell: (party) => <StatusTag party={party} day={day} />,
      },
      {
        id: 'since',
        header: t('parties:field.statusDates'),
        width: 'minmax(10.5rem, 1.1fr)',
        hidden: narrow,
        value: (party) => statusPeriod(party, day)?.from ?? null,
        text: (party) => periodText(party),
        cell: (party) => periodText(party),
      },
      {
        id: 'flags',
        header: t('parties:field.flags'),
        width: 'minmax(8rem, 1.3fr)',
        value: ({ flags }) => flags.map((flag) => t(`parties:flag.${flag}`)).join(', '),
      },
      {
        id: 'footnotes',
        header: t('parties:form.footnote'),
        width: 'minmax(10rem, 1.6fr)',
        hidden: true,
        value: (party) => footnotesOn(party, day).join(' · '),
      },
      {
        id: 'focalPoints',
        header: t('parties:part.focalPoints'),
        width: 'minmax(10rem, 1.6fr)',
        hidden: true,
        value: ({ focalPoints }) => focalPoints.map(({ name }) => name).join(' · '),
      },
      {
        id: 'region',
        header: t('parties:field.region'),
        width: 'minmax(7rem, 1fr)',
        value: ({ region }) => regionName(regions, region, language),
      },
      {
        id: 'language',
        header: t('parties:field.language'),
        width: '8rem',
        hidden: true,
        value: (party) => (party.language === null ? '' : t(`domain:language.${party.language}`)),
      },
      {
        id: 'meetings',
        header: t('parties:field.meetings'),
        width: '7.5rem',
        align: 'end',
        value: meetings,
        cell: (party) => meetings(party) ?? '…',
      },
    ];

    function periodText(party: Party): string {
      const period = statusPeriod(party, day);
      return period === null ? '' : periodWords(period);
    }
  }, [parties, day, attended, regions, periodWords, language, narrow, t]);
}

/** The name of the day, marked where a footnote goes with it. */
function Designation({ party, day }: { party: Party; day: string }) {
  const { t, i18n } = useTranslation('parties');
  const notes = footnotesOn(party, day);
  return (
    <bdi>
      {partyName(party, i18n.language, day)}
      {notes.length > 0 && (
        <sup className={classes.noted} title={notes.join('\n')}>
          <span aria-hidden="true">†</span>
          <VisuallyHidden>
            {' '}
            {t('form.footnote')}: {notes.join('; ')}
          </VisuallyHidden>
        </sup>
      )}
    </bdi>
  );
}

/** The period of the status that holds on a day, else the one that ended last. */
function statusPeriod(party: Party, day: string): Party['statuses'][number] | null {
  const held = party.statuses.filter((period) => holdsOn(period, day)).at(-1);
  return held ?? party.statuses.at(-1) ?? null;
}

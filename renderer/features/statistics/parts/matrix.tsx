import { SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listOrder } from '@shared/codecs/documents/names';
import type { Attending } from '@shared/domain/attendance/presence';
import { statusOn } from '@shared/domain/party/rules';
import type { Party } from '@shared/domain/party/types';
import { formatNumber } from '@shared/i18n/format';
import type { Partition } from '@shared/statistics/cell';
import { firstDay, type Status } from '@shared/statistics/entry';
import type { PartyPresence } from '@shared/statistics/result';
import { foldForFilter } from '../../../ui/fold';
import { Section } from '../../../ui/page';
import { Empty } from '../../../ui/states';
import type { Show, StatisticsModel } from '../model';
import type { Names } from '../names';
import { Defined } from './figure';
import { ModalityMark } from './modality-mark';
import classes from './matrix.module.css';

const PRESENCES = ['present', 'absent', 'all'] as const;
const KINDS = ['country', 'organization'] as const;

interface Row {
  readonly party: Party;
  readonly name: string;
  readonly status: Status;
  readonly presence: PartyPresence | null;
}

interface MatrixProps {
  readonly model: StatisticsModel;
  readonly names: Names;
  readonly onShow: Show;
}

/** Parties × meetings: who was represented where, by how many people and how. */
export function Matrix({ model, names, onShow }: MatrixProps) {
  const { t } = useTranslation(['statistics', 'figures', 'ui']);
  const [presence, setPresence] = useState<(typeof PRESENCES)[number]>('present');
  const [words, setWords] = useState('');
  const rows = useRows(model, names);
  const wanted = foldForFilter(words);
  const shown = rows.filter(
    (row) =>
      (presence === 'all' || (row.presence !== null) === (presence === 'present')) &&
      foldForFilter(`${row.name} ${row.party.code}`).includes(wanted),
  );
  const marked = shown.some(({ name }) => name.endsWith(' *'));
  return (
    <Section
      title={t('figures:matrix.name')}
      aside={
        <span className={classes.legend}>
          <Defined definition={t('figures:matrix.definition')}>
            {t('statistics:matrix.definition')}
          </Defined>
          {(['in-person', 'both', 'virtual'] as const).map((how) => (
            <span key={how} className={classes.legendEntry}>
              <ModalityMark attending={how} />
              {t(`figures:attending.${how}`)}
            </span>
          ))}
        </span>
      }
    >
      <div className={classes.toolbar}>
        <TextInput
          className={classes.filter}
          aria-label={t('statistics:matrix.filter')}
          placeholder={t('statistics:matrix.filter')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setWords('');
          }}
        />
        <SegmentedControl
          aria-label={t('statistics:matrix.which')}
          value={presence}
          data={PRESENCES.map((value) => ({ value, label: t(`statistics:matrix.${value}`) }))}
          onChange={(value) => setPresence(PRESENCES.find((one) => one === value) ?? 'present')}
        />
        <span role="status" className={classes.count}>
          {t('statistics:matrix.count', { count: shown.length })}
        </span>
      </div>
      {shown.length === 0 ? (
        <Empty title={t('statistics:matrix.nothing')} />
      ) : (
        <Table rows={shown} model={model} names={names} onShow={onShow} />
      )}
      {marked && <p className={classes.footnote}>{t('statistics:matrix.noOfficialName')}</p>}
    </Section>
  );
}

function useRows(model: StatisticsModel, names: Names): readonly Row[] {
  const { i18n } = useTranslation('statistics');
  const { statistics, parties, meetings } = model;
  return useMemo(() => {
    const last = meetings.get(statistics.meetings.at(-1) ?? '');
    const day = last === undefined ? '9999-12-31' : firstDay(last);
    const order = listOrder(i18n.language, day);
    const present = new Map(statistics.parties.map((one) => [one.party, one]));
    return [...parties.values()]
      .sort(order)
      .map((party) => {
        const presence = present.get(party.id) ?? null;
        const status = presence?.status ?? statusOn(party, day);
        return { party, name: names.party(party.id), status, presence };
      })
      .filter(({ presence, status }) => presence !== null || status !== 'none');
  }, [statistics, parties, meetings, names, i18n.language]);
}

interface TableProps extends MatrixProps {
  readonly rows: readonly Row[];
}

function Table({ rows, model, names, onShow }: TableProps) {
  const { t, i18n } = useTranslation(['statistics', 'figures', 'domain']);
  const { meetings } = model.statistics;
  const several = meetings.length > 1;
  const number = (value: number) => formatNumber(value, i18n.language);
  const open = ({ party, name }: Row, meeting: string | null) =>
    onShow({
      kind: 'people',
      title: meeting === null ? name : `${name} · ${names.meeting(meeting)}`,
      selection: { kind: 'party', party: party.id, meeting },
    });
  return (
    <div
      className={classes.scroller}
      role="region"
      aria-label={t('figures:matrix.name')}
      tabIndex={0}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('statistics:matrix.party')}</th>
            <th scope="col" className={classes.status}>
              {t('statistics:matrix.status')}
            </th>
            {several ? (
              meetings.map((meeting) => (
                <th key={meeting} scope="col" title={names.meetingTitle(meeting)}>
                  {names.meeting(meeting)}
                </th>
              ))
            ) : (
              <>
                <th scope="col">{t('figures:partition.inPersonOnly')}</th>
                <th scope="col">{t('figures:partition.both')}</th>
                <th scope="col">{t('figures:partition.virtualOnly')}</th>
              </>
            )}
            <th scope="col">{t('statistics:matrix.persons')}</th>
          </tr>
        </thead>
        {KINDS.map((kind) => {
          const own = rows.filter((row) => row.party.kind === kind);
          if (own.length === 0) return null;
          return (
            <tbody key={kind}>
              <tr className={classes.group}>
                <th scope="rowgroup" colSpan={several ? meetings.length + 3 : 6}>
                  {t(`statistics:kind.${kind}`)}
                  <span className={classes.groupCount}>{number(own.length)}</span>
                </th>
              </tr>
              {own.map((row) => {
                const { presence, party } = row;
                const total = presence?.persons;
                return (
                  <tr key={party.id} data-absent={presence === null || undefined}>
                    <th scope="row">{row.name}</th>
                    <td className={classes.status}>{t(`domain:partyStatus.${row.status}`)}</td>
                    {several
                      ? meetings.map((meeting) => (
                          <td key={meeting}>
                            <Field
                              partition={presence?.meetings.get(meeting)}
                              onOpen={() => open(row, meeting)}
                            />
                          </td>
                        ))
                      : [total?.inPersonOnly, total?.both, total?.virtualOnly].map((value, at) => (
                          <td key={at}>{value ? number(value) : <None />}</td>
                        ))}
                    <td className={classes.total}>
                      {total === undefined ? (
                        <None />
                      ) : (
                        <button
                          type="button"
                          className={classes.open}
                          onClick={() => open(row, null)}
                        >
                          {number(total.attended)}
                        </button>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}

function None() {
  const { t } = useTranslation('statistics');
  return (
    <span className={classes.none}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{t('matrix.notThere')}</span>
    </span>
  );
}

interface FieldProps {
  readonly partition: Partition | undefined;
  readonly onOpen: () => void;
}

/** One field: how many people, and how they were there. */
function Field({ partition, onOpen }: FieldProps) {
  const { t, i18n } = useTranslation('figures');
  if (partition === undefined) return <None />;
  const how = attendingOf(partition);
  return (
    <button type="button" className={classes.open} onClick={onOpen}>
      <ModalityMark attending={how} />
      {formatNumber(partition.attended, i18n.language)}
      <span className="visually-hidden">{t(`attending.${how}`)}</span>
    </button>
  );
}

/** A party was there in both ways when its people were, each in their own. */
function attendingOf({ inPersonOnly, virtualOnly, both }: Partition): Attending {
  if (both > 0 || (inPersonOnly > 0 && virtualOnly > 0)) return 'both';
  return inPersonOnly > 0 ? 'in-person' : 'virtual';
}

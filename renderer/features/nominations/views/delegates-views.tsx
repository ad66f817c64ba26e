import { SegmentedControl } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { isProvisional } from '@shared/domain/nomination/rules';
import type { Nomination } from '@shared/domain/nomination/types';
import { nominationWarnings } from '@shared/domain/nomination/warnings';
import type { LetterKind } from '@shared/domain/programme/letters';
import { awaitsReconfirmation } from '@shared/statistics/reconfirmation';
import type { TableText } from '../../../ui/table-text';
import { LettersDialog } from '../letters/letters-dialog';
import { BulkBar } from '../parts/bulk-bar';
import { ExportDialog } from '../parts/export-dialog';
import { NominationPanel } from '../parts/nomination-panel';
import { NominationTable } from '../parts/nomination-table';
import { ReplaceDialog } from '../parts/replace-dialog';
import { StateCounts, type ShownState } from '../parts/state-counts';
import { nominationEntries, type NominationsModel } from '../use-nominations';
import classes from '../nominations.module.css';
import { DayList, type ShownDay } from './day-list';
import { DelegationPanel } from './delegation-panel';
import { DelegationTable } from './delegation-table';
import { useDelegations } from './use-delegations';

interface Props {
  readonly model: NominationsModel;
  /** Stands in place of the list while nobody is nominated. */
  readonly empty: ReactNode;
}

const VIEWS = ['list', 'delegations', 'days'] as const;
type View = (typeof VIEWS)[number];

/** What another page can ask to be shown. */
const SHOWN_FIRST = ['awaiting', 'provisional'] as const;

const NOBODY: ReadonlySet<string> = new Set();

/** The nominations as a list, by delegation, or by the day on which they came. */
export function DelegatesViews({ model, empty }: Props) {
  const { t, i18n } = useTranslation('nominations');
  const [view, setView] = useState<View>('list');
  const [query] = useSearchParams();
  const [state, setState] = useState<ShownState>(
    SHOWN_FIRST.find((one) => one === query.get('state')) ?? 'all',
  );
  const [day, setDay] = useState<ShownDay>(undefined);
  const [marked, setMarked] = useState(NOBODY);
  const [markedParties, setMarkedParties] = useState(NOBODY);
  const [openNomination, setOpenNomination] = useState<string | null>(null);
  const [openParty, setOpenParty] = useState<string | null>(null);
  const [replaced, setReplaced] = useState<readonly Nomination[]>([]);
  const [letters, setLetters] = useState<readonly string[]>([]);
  const [exported, setExported] = useState<TableText | null>(null);

  const entries = useMemo(() => nominationEntries(model, i18n.language), [model, i18n.language]);
  const { meeting, nominations, parties, people } = model;
  const warnings = useMemo(
    () => nominationWarnings({ meeting, nominations, parties, people }),
    [meeting, nominations, parties, people],
  );
  const delegations = useDelegations(model);
  const awaiting = useMemo(
    () =>
      new Set(nominations.filter(awaitsReconfirmation(meeting, nominations)).map(({ id }) => id)),
    [meeting, nominations],
  );
  const visible = useMemo(
    () =>
      entries.filter(({ id, nomination }) => {
        const onDay = view !== 'days' || day === undefined || nomination.receivedOn === day;
        if (state === 'awaiting') return onDay && awaiting.has(id);
        if (state === 'provisional') return onDay && isProvisional(nomination);
        return onDay && (state === 'all' || nomination.state === state);
      }),
    [entries, awaiting, view, state, day],
  );
  // What the filter hides is not acted upon, though it stays marked.
  const chosen = useMemo(
    () => visible.filter(({ id }) => marked.has(id)).map(({ nomination }) => nomination),
    [visible, marked],
  );
  const open = entries.find(({ id }) => id === openNomination);
  const isEmpty = entries.length === 0;
  const kind: LetterKind = letters.every((party) =>
    delegations.some((one) => one.party === party && one.open.length > 0),
  )
    ? 'acknowledgement'
    : 'reminder';

  const table = (
    <>
      {chosen.length > 0 && (
        <BulkBar
          chosen={chosen}
          model={model}
          onReplace={setReplaced}
          onLetters={setLetters}
          onDone={() => setMarked(NOBODY)}
        />
      )}
      <NominationTable
        entries={visible}
        warnings={warnings}
        open={openNomination}
        marked={{ selected: marked, onChange: setMarked }}
        onOpen={({ id }) => setOpenNomination(id)}
        onExport={setExported}
      />
    </>
  );

  return (
    <>
      <div className={classes.viewBar}>
        <SegmentedControl
          aria-label={t('view.label')}
          value={view}
          data={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
          onChange={(value) => setView(VIEWS.find((one) => one === value) ?? 'list')}
        />
        {view !== 'delegations' && !isEmpty && (
          <StateCounts entries={entries} awaiting={awaiting.size} shown={state} onShow={setState} />
        )}
      </div>
      {view === 'delegations' && (
        <DelegationTable
          entries={delegations}
          meeting={meeting}
          open={openParty}
          marked={{ selected: markedParties, onChange: setMarkedParties }}
          onOpen={setOpenParty}
          onLetters={setLetters}
          onExport={setExported}
        />
      )}
      {view === 'list' && (isEmpty ? empty : table)}
      {view === 'days' &&
        (isEmpty ? (
          empty
        ) : (
          <div className={classes.byDay}>
            <DayList model={model} shown={day} onShow={setDay} />
            <div className={classes.byDayTable}>{table}</div>
          </div>
        ))}
      <DelegationPanel
        entry={delegations.find(({ id }) => id === openParty)}
        model={model}
        onOpen={(id) => {
          setOpenParty(null);
          setOpenNomination(id);
        }}
        onLetters={(wanted) => {
          setOpenParty(null);
          setLetters(wanted);
        }}
        onClose={() => setOpenParty(null)}
      />
      <NominationPanel
        entry={open}
        model={model}
        warnings={warnings.get(open?.id ?? '') ?? []}
        onOpen={setOpenNomination}
        onReplace={(nomination) => {
          setOpenNomination(null);
          setReplaced([nomination]);
        }}
        onClose={() => setOpenNomination(null)}
      />
      {replaced.length > 0 && (
        <ReplaceDialog
          replaced={replaced}
          model={model}
          onClose={() => setReplaced([])}
          onDone={() => {
            setReplaced([]);
            setMarked(NOBODY);
          }}
        />
      )}
      {letters.length > 0 && (
        <LettersDialog
          parties={letters}
          first={kind}
          model={model}
          onClose={() => setLetters([])}
        />
      )}
      <ExportDialog
        table={exported}
        title={t(view === 'delegations' ? 'delegation.exportName' : 'export.name')}
        onClose={() => setExported(null)}
      />
    </>
  );
}

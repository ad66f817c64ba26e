import { Button } from '@mantine/core';
import { IconFileExport, IconHistory, IconShieldCheck } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { formatNumber } from '@shared/i18n/format';
import type { Stamped } from '@shared/operation/operation';
import { useRecords } from '../../db/hooks';
import { useCommands, type Command } from '../../ui/commands';
import { Page, PageHeader } from '../../ui/page';
import { Empty, Failed, Loading } from '../../ui/states';
import { useRegisterStatus } from '../settings';
import { addressOf, askedIn, filterOf, isNarrowed, type Asked } from './address';
import type { JournalView } from './journal-pages';
import classes from './journal.module.css';
import { DetailPanel } from './parts/detail-panel';
import { ExportDialog } from './parts/export-dialog';
import { FilterBar } from './parts/filter-bar';
import { JournalList } from './parts/journal-list';
import { LastVerified, VerificationResult } from './parts/verification';
import { useHistories, useJournalPages } from './use-journal';
import { useJournalStyle } from './use-style';
import { useVerification } from './use-verification';

/** Everything that was ever done, as an audit reads it. */
export function JournalPage() {
  const { t } = useTranslation('journal');
  const [query, setQuery] = useSearchParams();
  const asked = askedIn(query);
  const address = addressOf(asked).toString();
  const status = useRegisterStatus();
  const style = useJournalStyle();
  const { pages, view } = useJournalPages(address, status);
  const histories = useHistories(status);
  const { verifying, told, verify, putAway } = useVerification(status);
  const programmes = useRecords('programmes');
  const [open, setOpen] = useState<Stamped | null>(null);
  const [exporting, setExporting] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);

  const narrow = (change: Partial<Asked>) => {
    setOpen(null);
    setQuery(addressOf({ ...asked, ...change }), { replace: true });
  };
  const clear = () => {
    setOpen(null);
    setQuery({}, { replace: true });
  };
  const close = () => {
    setOpen(null);
    scroller.current?.focus();
  };
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'journal.export',
        label: t('export.title'),
        group: t('title'),
        run: () => setExporting(true),
      },
    ],
    [t],
  );
  useCommands(commands);

  const synthetic = programmes.state === 'ready' && programmes.value.some((one) => one.synthetic);
  // What was forgotten meanwhile must not stand here any longer: the list has it as it is now.
  const shown = open === null ? null : (view.operations.find(({ n }) => n === open.n) ?? open);
  return (
    <Page width="full">
      <PageHeader
        title={t('title')}
        subtitle={
          <>
            <Count view={view} /> <LastVerified status={status} style={style} />
          </>
        }
        others={
          <>
            <Button
              variant="default"
              leftSection={<IconShieldCheck size={18} stroke={1.7} aria-hidden="true" />}
              loading={verifying.state === 'running'}
              onClick={() => void verify()}
            >
              {t('verify.now')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileExport size={18} stroke={1.7} aria-hidden="true" />}
              disabled={view.operations.length === 0}
              onClick={() => setExporting(true)}
            >
              {t('export.open')}
            </Button>
          </>
        }
      />
      <VerificationResult
        verifying={verifying}
        told={told}
        style={style}
        onShow={(about) => {
          setQuery(addressOf({ ...NOTHING_ASKED, about }));
        }}
        onClose={putAway}
      />
      <FilterBar
        asked={asked}
        style={style}
        life={status?.life ?? null}
        onChange={narrow}
        onClear={clear}
      />
      <div className={classes.split} data-open={shown !== null || undefined}>
        <Listed view={view} narrowed={isNarrowed(asked)} onRetry={() => void pages.start()}>
          <JournalList
            key={address}
            pages={pages}
            view={view}
            style={style}
            histories={histories}
            open={shown}
            onOpen={setOpen}
            onClose={close}
            scroller={scroller}
          />
        </Listed>
        {shown !== null && (
          <DetailPanel
            key={shown.n}
            stamped={shown}
            style={style}
            histories={histories}
            onOpen={setOpen}
            onAbout={(about) => {
              setOpen(null);
              setQuery(addressOf({ ...NOTHING_ASKED, about }));
            }}
            onClose={close}
          />
        )}
      </div>
      <ExportDialog
        opened={exporting}
        filter={filterOf(asked)}
        style={style}
        synthetic={synthetic}
        onClose={() => setExporting(false)}
      />
    </Page>
  );
}

const NOTHING_ASKED: Asked = askedIn(new URLSearchParams());

/** How many there are: of a list that goes on, as many as are known. */
function Count({ view }: { readonly view: JournalView }) {
  const { t, i18n } = useTranslation('journal');
  if (view.state !== 'ready') return null;
  const count = view.operations.length;
  const words = { count, number: formatNumber(count, i18n.language) };
  return (
    <span className={classes.count}>{view.more ? t('atLeast', words) : t('subtitle', words)}</span>
  );
}

interface ListedProps {
  readonly view: JournalView;
  readonly narrowed: boolean;
  readonly onRetry: () => void;
  readonly children: React.ReactNode;
}

/** The list, or why there is none. */
function Listed({ view, narrowed, onRetry, children }: ListedProps) {
  const { t } = useTranslation('journal');
  if (view.state === 'loading') return <Loading />;
  if (view.state === 'failed') {
    return (
      <Failed detail={view.message} onRetry={onRetry}>
        {t('failedHint')}
      </Failed>
    );
  }
  if (view.operations.length > 0) return children;
  return (
    <div className={classes.emptyCard}>
      <Empty
        icon={<IconHistory size={28} stroke={1.5} />}
        title={t(narrowed ? 'noMatch' : 'empty')}
      >
        {t(narrowed ? 'noMatchHint' : 'emptyHint')}
      </Empty>
    </div>
  );
}

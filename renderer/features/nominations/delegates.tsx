import { Button } from '@mantine/core';
import { IconFileImport, IconPlus, IconUsers } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import { useCommands } from '../../ui/commands';
import { Permitted } from '@renderer/features/operators';
import { ariaKeys } from '../../ui/keys';
import { Page, PageHeader } from '../../ui/page';
import { Empty } from '../../ui/states';
import { WorkProgress } from '../../ui/work-progress';
import { ImportList } from './import/import-list';
import { AddNomination } from './parts/add-nomination';
import { ImportsPanel } from './parts/imports-panel';
import { KeptDialog } from './parts/kept-dialog';
import { NominationPanel } from './parts/nomination-panel';
import { NominationTable } from './parts/nomination-table';
import { StateCounts, type ShownState } from './parts/state-counts';
import { useTakeBack } from './use-take-back';
import { nominationEntries, type NominationsModel } from './use-nominations';
import classes from './nominations.module.css';

const IMPORT_KEYS = 'Alt+I';
const ADD_KEYS = 'Alt+N';

type Panel = { readonly kind: 'add' | 'imports' } | { readonly kind: 'entry'; readonly id: string };

/** The list of a meeting's nominations, and the ways in which it grows. */
export function Delegates({ model }: { readonly model: NominationsModel }) {
  const { t, i18n } = useTranslation('nominations');
  const takeBack = useTakeBack(model.meeting.id);
  const [importing, setImporting] = useState(false);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [shown, setShown] = useState<ShownState>('all');
  const entries = useMemo(() => nominationEntries(model, i18n.language), [model, i18n.language]);
  const visible = useMemo(
    () => entries.filter(({ nomination }) => shown === 'all' || nomination.state === shown),
    [entries, shown],
  );
  const commands = useMemo(
    () => [
      {
        id: 'nominations.import',
        label: t('importList'),
        group: t('title'),
        keys: IMPORT_KEYS,
        run: () => setImporting(true),
      },
      {
        id: 'nominations.add',
        label: t('add'),
        group: t('title'),
        keys: ADD_KEYS,
        run: () => setPanel({ kind: 'add' }),
      },
    ],
    [t],
  );
  useCommands(commands);

  if (importing) {
    return <ImportList model={model} takeBack={takeBack} onClose={() => setImporting(false)} />;
  }

  const close = () => setPanel(null);
  const open = panel?.kind === 'entry' ? entries.find(({ id }) => id === panel.id) : undefined;
  const importButton = (
    <Permitted act="import.made" label={t('importList')} keys={IMPORT_KEYS}>
      <Button
        leftSection={<IconFileImport size={18} aria-hidden="true" />}
        aria-keyshortcuts={ariaKeys(IMPORT_KEYS)}
        onClick={() => setImporting(true)}
      >
        {t('importList')}
      </Button>
    </Permitted>
  );
  const addButton = (
    <Permitted act="nomination.received" label={t('add')} keys={ADD_KEYS}>
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden="true" />}
        aria-keyshortcuts={ariaKeys(ADD_KEYS)}
        onClick={() => setPanel({ kind: 'add' })}
      >
        {t('add')}
      </Button>
    </Permitted>
  );
  const takenBack = model.imports.find(({ id }) => id === takeBack.working);
  const isEmpty = entries.length === 0;
  return (
    <Page width="full">
      <PageHeader
        title={t('title')}
        subtitle={isEmpty ? undefined : <Subtitle model={model} />}
        action={isEmpty ? undefined : importButton}
        others={
          <>
            {model.imports.length > 0 && (
              <Button variant="subtle" onClick={() => setPanel({ kind: 'imports' })}>
                {t('imports', {
                  count: model.imports.length,
                  number: formatNumber(model.imports.length, i18n.language),
                })}
              </Button>
            )}
            {!isEmpty && addButton}
          </>
        }
      />
      {isEmpty ? (
        <div className={classes.emptyCard}>
          <Empty
            icon={<IconUsers size={28} stroke={1.5} />}
            title={t('emptyTitle')}
            action={
              <div className={classes.emptyActions}>
                {importButton}
                {addButton}
              </div>
            }
          >
            {t('emptyHint')}
          </Empty>
        </div>
      ) : (
        <>
          {takenBack !== undefined && panel?.kind !== 'imports' && (
            <WorkProgress
              label={t('made.working', { file: takenBack.file })}
              done={takenBack.rows}
              total={null}
            />
          )}
          <StateCounts entries={entries} shown={shown} onShow={setShown} />
          <NominationTable
            entries={visible}
            selected={open?.id ?? null}
            onOpen={({ id }) => setPanel({ kind: 'entry', id })}
          />
        </>
      )}
      <NominationPanel entry={open} model={model} onClose={close} />
      <AddNomination opened={panel?.kind === 'add'} model={model} onClose={close} />
      <ImportsPanel
        opened={panel?.kind === 'imports'}
        model={model}
        takeBack={takeBack}
        onClose={close}
      />
      <KeptDialog takeBack={takeBack} />
    </Page>
  );
}

/** How many nominations of how many countries and organizations. */
function Subtitle({ model }: { readonly model: NominationsModel }) {
  const { t, i18n } = useTranslation('nominations');
  const named = new Set(model.nominations.map(({ party }) => party));
  const kinds = model.parties.filter(({ id }) => named.has(id));
  const number = (value: number) => formatNumber(value, i18n.language);
  return t('subtitle', {
    count: model.nominations.length,
    number: number(model.nominations.length),
    countries: number(kinds.filter(({ kind }) => kind === 'country').length),
    organizations: number(kinds.filter(({ kind }) => kind === 'organization').length),
  });
}

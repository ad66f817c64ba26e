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
import { TakeBackDialog } from './parts/take-back-dialog';
import { useTakeBack } from './use-take-back';
import type { NominationsModel } from './use-nominations';
import classes from './nominations.module.css';
import { DelegatesViews } from './views/delegates-views';

const IMPORT_KEYS = 'Alt+I';
const ADD_KEYS = 'Alt+N';

/** The nominations of a meeting, and the ways in which they grow. */
export function Delegates({ model }: { readonly model: NominationsModel }) {
  const { t, i18n } = useTranslation(['nominations', 'imports']);
  const takeBack = useTakeBack(model.meeting.id);
  const [importing, setImporting] = useState(false);
  const [panel, setPanel] = useState<'add' | 'imports' | null>(null);
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
        run: () => setPanel('add'),
      },
    ],
    [t],
  );
  useCommands(commands);

  if (importing) {
    return <ImportList model={model} takeBack={takeBack} onClose={() => setImporting(false)} />;
  }

  const close = () => setPanel(null);
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
        onClick={() => setPanel('add')}
      >
        {t('add')}
      </Button>
    </Permitted>
  );
  const takenBack = model.imports.find(({ id }) => id === takeBack.working);
  const isEmpty = model.nominations.length === 0;
  return (
    <Page width="full">
      <PageHeader
        title={t('title')}
        subtitle={isEmpty ? undefined : <Subtitle model={model} />}
        action={isEmpty ? undefined : importButton}
        others={
          <>
            {model.imports.length > 0 && (
              <Button variant="subtle" onClick={() => setPanel('imports')}>
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
      {takenBack !== undefined && panel !== 'imports' && (
        <WorkProgress
          label={t(`imports:takeBack.${takeBack.taking === null ? 'looking' : 'working'}`, {
            file: takenBack.file,
          })}
          done={takenBack.rows}
          total={null}
        />
      )}
      <DelegatesViews
        model={model}
        empty={
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
        }
      />
      <AddNomination opened={panel === 'add'} model={model} onClose={close} />
      <ImportsPanel
        opened={panel === 'imports'}
        model={model}
        takeBack={takeBack}
        onClose={close}
      />
      <TakeBackDialog takeBack={takeBack} />
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

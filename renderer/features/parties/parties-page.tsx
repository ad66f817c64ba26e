import { Button } from '@mantine/core';
import { IconFileImport, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { nameIn } from '@shared/domain/language';
import type { Party } from '@shared/domain/party/types';
import type { Programme } from '@shared/domain/programme/operations';
import { together, useRecords } from '../../db/hooks';
import { Permitted } from '../operators';
import { useCommands } from '../../ui/commands';
import { ariaKeys } from '../../ui/keys';
import { Page, PageHeader } from '../../ui/page';
import { Empty, Loaded } from '../../ui/states';
import { ExportMenu } from './parts/export-menu';
import { ImportDialog } from './parts/import-dialog';
import { MadeImports } from './parts/made-imports';
import { Registry } from './parts/registry';
import { useTakeBack } from '../nominations';

const NEW_KEYS = 'Alt+N';

/** The registry: every country and organization of the programme. */
export function PartiesPage() {
  const parties = useRecords('parties');
  const programmes = useRecords('programmes');
  return (
    <Page width="full">
      <Loaded of={together({ parties, programmes })}>{(all) => <Parties {...all} />}</Loaded>
    </Page>
  );
}

function Parties({ parties, programmes }: { parties: Party[]; programmes: Programme[] }) {
  const { t, i18n } = useTranslation('parties');
  const navigate = useNavigate();
  const [importing, setImporting] = useState(false);
  const takeBack = useTakeBack(null);
  const commands = useMemo(
    () => [
      {
        id: 'parties.new',
        label: t('add'),
        group: t('title'),
        keys: NEW_KEYS,
        run: () => void navigate('/parties/new'),
      },
    ],
    [t, navigate],
  );
  useCommands(commands);
  const add = (
    <Permitted act="party.added" label={t('add')} keys={NEW_KEYS}>
      <Button
        component={Link}
        to="/parties/new"
        leftSection={<IconPlus size={18} aria-hidden="true" />}
        aria-keyshortcuts={ariaKeys(NEW_KEYS)}
      >
        {t('add')}
      </Button>
    </Permitted>
  );
  const bring = (
    <Permitted act="party.added">
      <Button
        variant="default"
        leftSection={<IconFileImport size={18} aria-hidden="true" />}
        onClick={() => setImporting(true)}
      >
        {t('import.open')}
      </Button>
    </Permitted>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={programmes.map(({ names }) => nameIn(names, i18n.language)).join(' · ')}
        others={
          <>
            <MadeImports takeBack={takeBack} />
            {bring}
            <ExportMenu parties={parties} programmes={programmes} />
          </>
        }
        action={parties.length > 0 ? add : undefined}
      />
      {parties.length === 0 ? (
        <Empty
          icon={<IconUsersGroup size={28} stroke={1.5} />}
          title={t('empty.title')}
          action={add}
        >
          {t('empty.hint')}
        </Empty>
      ) : (
        <Registry parties={parties} />
      )}
      {importing && (
        <ImportDialog parties={parties} takeBack={takeBack} onClose={() => setImporting(false)} />
      )}
    </>
  );
}

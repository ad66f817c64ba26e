import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRecord } from '@shared/domain/import/operations';
import { formatInstant, formatNumber } from '@shared/i18n/format';
import { useRecords } from '../../../db/hooks';
import { SidePanel } from '../../../ui/dialog';
import { Tag } from '../../../ui/tag';
import { WorkProgress } from '../../../ui/work-progress';
import { usePermission } from '../../operators';
import { TakeBackDialog, type TakeBack } from '../../nominations';
import classes from './made-imports.module.css';

/** A registry belongs to no meeting: its time is that of this desk. */
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The registries that were imported, each to be taken back as one act; nothing while there are none. */
export function MadeImports({ takeBack }: { readonly takeBack: TakeBack }) {
  const { t, i18n } = useTranslation('imports');
  const records = useRecords('imports');
  const [opened, setOpened] = useState(false);
  const made = useMemo(
    () =>
      records.state === 'ready'
        ? records.value
            .filter(({ kind }) => kind === 'parties')
            .sort((a, b) => (a.id < b.id ? 1 : -1))
        : [],
    [records],
  );
  if (made.length === 0) return null;
  const number = formatNumber(made.length, i18n.language);
  return (
    <>
      <Button variant="subtle" onClick={() => setOpened(true)}>
        {t('registry.open', { count: made.length, number })}
      </Button>
      <SidePanel opened={opened} title={t('registry.title')} onClose={() => setOpened(false)}>
        <ul className={classes.list}>
          {made.map((one) => (
            <li key={one.id} className={classes.item}>
              <MadeImport made={one} takeBack={takeBack} />
            </li>
          ))}
        </ul>
      </SidePanel>
      <TakeBackDialog takeBack={takeBack} />
    </>
  );
}

function MadeImport({ made, takeBack }: { made: ImportRecord; takeBack: TakeBack }) {
  const { t, i18n } = useTranslation('imports');
  const { may } = usePermission();
  const { file, rows, when, state, operations } = made;
  const canUndo = state === 'made' && operations > 0 && may('import.undone');
  const facts = [
    t('registry.rows', { count: rows, number: formatNumber(rows, i18n.language) }),
    when === null ? '' : formatInstant(when, i18n.language, HERE),
  ];
  return (
    <>
      <div className={classes.name}>
        <bdi>{file}</bdi>
        {state === 'undone' && <Tag>{t('registry.undone')}</Tag>}
      </div>
      <p className={classes.quiet}>{facts.filter(Boolean).join(' · ')}</p>
      {takeBack.working === made.id && (
        <WorkProgress
          label={t(`takeBack.${takeBack.taking === null ? 'looking' : 'working'}`, { file })}
          done={rows}
          total={null}
        />
      )}
      {/* Stays while the import is looked through: the question gives the focus back to it. */}
      {canUndo && takeBack.taking === null && (
        <Button
          variant="default"
          data-disabled={takeBack.working !== null || undefined}
          aria-disabled={takeBack.working !== null || undefined}
          onClick={() => {
            if (takeBack.working === null) takeBack.ask(made.id);
          }}
        >
          {t('takeBack.ask')}
        </Button>
      )}
    </>
  );
}

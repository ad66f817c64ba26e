import { SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog';
import { Field } from '../../../ui/field';
import type { TableText } from '../../../ui/table-text';
import { useTableExport, type TableFormat } from '../use-table-export';
import { Notice } from './notice';

interface Props {
  /** `null`: nothing is to be saved. */
  readonly table: TableText | null;
  readonly title: string;
  /** It names people, and says so; a list of countries does not. */
  readonly personal?: boolean;
  readonly onClose: () => void;
}

const FORMATS: readonly TableFormat[] = ['xlsx', 'csv'];

/** Saves what a table shows; where it has names of people, it says so before. */
export function ExportDialog({ table, title, personal = true, onClose }: Props) {
  const { t } = useTranslation('nominations');
  const save = useTableExport();
  const [format, setFormat] = useState<TableFormat>('xlsx');
  const [busy, setBusy] = useState(false);

  const confirm = async () => {
    if (table === null) return;
    setBusy(true);
    const saved = await save(table, format, title);
    setBusy(false);
    if (saved) onClose();
  };

  return (
    <Dialog
      opened={table !== null}
      title={t('export.title')}
      onClose={onClose}
      confirm={{ label: t('export.save'), onConfirm: () => void confirm(), busy }}
    >
      <Stack gap="md">
        {personal && <Notice role="group">{t('export.names')}</Notice>}
        <Field label={t('export.format')}>
          <SegmentedControl
            aria-label={t('export.format')}
            value={format}
            data={FORMATS.map((value) => ({ value, label: value.toUpperCase() }))}
            onChange={(value) => setFormat(value === 'csv' ? 'csv' : 'xlsx')}
          />
        </Field>
      </Stack>
    </Dialog>
  );
}

import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takenOf } from '@shared/codecs/parties/compare';
import { importParties } from '@shared/domain/import/parties';
import type { Party } from '@shared/domain/party/types';
import { formatNumber } from '@shared/i18n/format';
import { useAct } from '../../../db/act';
import { useFileWords, useOpenFile } from '../../files';
import { Dialog } from '../../../ui/dialog';
import { FileDrop } from '../../../ui/file-drop';
import { toast } from '../../../ui/toasts';
import { useImport, type Opened } from '../use-import';
import { usePartyHeads, useTellResult } from '../use-party-acts';
import type { TakeBack } from '../../nominations';
import { ImportPreview } from './import-preview';

const ACCEPT = ['csv', 'txt', 'tsv'] as const;

interface ImportDialogProps {
  parties: readonly Party[];
  takeBack: TakeBack;
  onClose: () => void;
}

/** A registry from a file: looked at row by row, and taken over as one act or not at all. */
export function ImportDialog({ parties, takeBack, onClose }: ImportDialogProps) {
  const { t, i18n } = useTranslation(['parties', 'imports']);
  const act = useAct();
  const heads = usePartyHeads();
  const tell = useTellResult();
  const { opened, rows, open } = useImport(parties);
  const file = useOpenFile(ACCEPT, open);
  const [busy, setBusy] = useState(false);
  const taken = takenOf(rows);
  const number = (value: number) => formatNumber(value, i18n.language);

  const takeOver = async () => {
    setBusy(true);
    const made: string[] = [];
    const result = await act(async (context) => {
      const list = { file: opened?.name ?? '', taken, parties };
      const decision = importParties(context, list, await heads());
      if (decision.importId !== undefined) made.push(decision.importId);
      return decision;
    });
    setBusy(false);
    const [importId] = made;
    if (!result.ok || importId === undefined) {
      tell(result, '');
      return;
    }
    toast(t('import.done', { count: taken.length, number: number(taken.length) }), {
      action: { label: t('imports:registry.undo'), run: () => takeBack.undo(importId) },
    });
    onClose();
  };

  return (
    <Dialog opened title={t('import.title')} size="xl" closing="deliberate" onClose={onClose}>
      <Stack gap="md">
        {opened?.ok !== true && (
          <FileDrop
            label={t('import.drop')}
            hint={t('import.hint')}
            accept={ACCEPT}
            onDrop={file.drop}
            onChoose={file.choose}
          />
        )}
        {opened?.ok === false && <Refused opened={opened} />}
        {opened?.ok === true && (
          <>
            <Notes opened={opened} />
            <ImportPreview rows={rows} />
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={file.choose}>
                {t('import.other')}
              </Button>
              <Button disabled={taken.length === 0} loading={busy} onClick={() => void takeOver()}>
                {t('import.take', { count: taken.length, number: number(taken.length) })}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Dialog>
  );
}

function Refused({ opened }: { opened: Extract<Opened, { ok: false }> }) {
  const { t } = useTranslation('parties');
  const words = useFileWords();
  const { name, reason, params } = opened;
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle size={20} aria-hidden="true" />}
      title={t('import.refused', { name })}
    >
      {reason === 'not-a-registry' || reason === 'no-rows'
        ? t(`import.refusal.${reason}`)
        : words(reason, params)}
    </Alert>
  );
}

/** What is worth knowing of the file before its rows. */
function Notes({ opened }: { opened: Extract<Opened, { ok: true }> }) {
  const { t } = useTranslation('parties');
  const words = useFileWords();
  const notes = [
    ...opened.issues.map(({ code, params, row }) =>
      words(code, { ...params, ...(row === null ? {} : { row }) }),
    ),
    ...(opened.unknown.length > 0
      ? [t('import.unknownColumns', { columns: opened.unknown.join(', ') })]
      : []),
  ].filter((note) => note !== null);
  if (notes.length === 0) return null;
  return (
    <Alert color="yellow" icon={<IconAlertTriangle size={20} aria-hidden="true" />}>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </Alert>
  );
}

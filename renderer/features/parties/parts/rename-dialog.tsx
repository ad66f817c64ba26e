import { Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renameParty } from '@shared/domain/party/decide';
import type { Party } from '@shared/domain/party/types';
import { useAct } from '../../../db/act';
import { Dialog } from '../../../ui/dialog';
import { FieldGrid } from '../../../ui/field';
import { NameFields } from '../form/name-fields';
import { namesOfTyped, typedNames } from '../form/values';
import { usePartyHeads, useProblemWords, useTellResult } from '../use-party-acts';
import classes from '../parties.module.css';

interface RenameDialogProps {
  party: Party;
  parties: readonly Party[];
  onClose: () => void;
}

/** A new name from a day on; lists of earlier meetings keep the former one. */
export function RenameDialog({ party, parties, onClose }: RenameDialogProps) {
  const { t } = useTranslation('parties');
  const act = useAct();
  const heads = usePartyHeads();
  const tell = useTellResult();
  const words = useProblemWords();
  const [code, setCode] = useState(party.code);
  const [names, setNames] = useState(typedNames(party.names));
  const [from, setFrom] = useState('');
  const [error, setError] = useState<{ field: string; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const errorOf = (field: string) => (error?.field === field ? error.text : undefined);

  const confirm = async () => {
    setBusy(true);
    const result = await act(async (context) =>
      renameParty(context, {
        ...{ party, parties, headsOf: await heads() },
        ...{ code, names: namesOfTyped(names), from },
      }),
    );
    setBusy(false);
    if (!result.ok && result.reason !== 'nothing-changed') {
      const field = result.params?.['field'] ?? 'from';
      setError({ field: field === 'designations' ? 'from' : field, text: words(result) });
    } else if (tell(result, t('rename.done'))) onClose();
  };

  return (
    <Dialog
      opened
      size="lg"
      title={t('rename.title')}
      closing="deliberate"
      onClose={onClose}
      confirm={{ label: t('rename.confirm'), onConfirm: () => void confirm(), busy }}
    >
      <Stack gap="md">
        <p className={classes.hint}>{t('rename.hint')}</p>
        <FieldGrid>
          <TextInput
            data-autofocus
            type="date"
            withAsterisk
            label={t('rename.from')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
            error={errorOf('from')}
          />
          <TextInput
            withAsterisk
            label={t('field.code')}
            maxLength={20}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={errorOf('code')}
          />
        </FieldGrid>
        <NameFields names={names} onChange={setNames} error={errorOf('names')} />
      </Stack>
    </Dialog>
  );
}

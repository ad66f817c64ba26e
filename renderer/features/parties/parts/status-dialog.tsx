import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { beginStatus, endParty } from '@shared/domain/party/decide';
import { statusOn } from '@shared/domain/party/rules';
import type { Party } from '@shared/domain/party/types';
import { useAct } from '../../../db/act';
import { Dialog } from '../../../ui/dialog';
import { today } from '../../../ui/today';
import { usePartyHeads, useProblemWords, useTellResult } from '../use-party-acts';

interface StatusDialogProps {
  party: Party;
  parties: readonly Party[];
  onClose: () => void;
}

const CHANGES = ['member', 'observer', 'end'] as const;

/** Another status from a day on, or the end of the present one. What it was stays on record. */
export function StatusDialog({ party, parties, onClose }: StatusDialogProps) {
  const { t } = useTranslation(['parties', 'domain']);
  const act = useAct();
  const heads = usePartyHeads();
  const tell = useTellResult();
  const words = useProblemWords();
  const now = statusOn(party, today());
  const choices = CHANGES.filter((one) => (one === 'end' ? now !== 'none' : one !== now));
  const [change, setChange] = useState<(typeof CHANGES)[number]>(choices.at(-1) ?? 'member');
  const [day, setDay] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const confirm = async () => {
    setBusy(true);
    const result = await act(async (context) => {
      const about = { party, parties, headsOf: await heads() };
      return change === 'end'
        ? endParty(context, { ...about, lastDay: day })
        : beginStatus(context, { ...about, status: change, from: day });
    });
    setBusy(false);
    if (!result.ok && result.reason !== 'nothing-changed') setError(words(result));
    else if (tell(result, t('parties:status.done'))) onClose();
  };

  return (
    <Dialog
      opened
      title={t('parties:status.title')}
      onClose={onClose}
      confirm={{ label: t('parties:status.confirm'), onConfirm: () => void confirm(), busy }}
    >
      <Stack gap="md">
        <Radio.Group
          label={t('parties:status.change')}
          value={change}
          onChange={(value) => {
            setChange(CHANGES.find((one) => one === value) ?? change);
            setError(null);
          }}
        >
          <Stack gap="xs" mt="xs">
            {choices.map((one) => (
              <Radio
                key={one}
                value={one}
                label={one === 'end' ? t('parties:status.end') : t(`domain:partyStatus.${one}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          data-autofocus
          type="date"
          withAsterisk
          label={t(change === 'end' ? 'parties:field.lastDay' : 'parties:field.from')}
          value={day}
          onChange={(event) => {
            setDay(event.currentTarget.value);
            setError(null);
          }}
          error={error}
        />
      </Stack>
    </Dialog>
  );
}

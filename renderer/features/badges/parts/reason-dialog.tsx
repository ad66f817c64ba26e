import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import { Dialog } from '../../../ui/dialog';
import type { Print } from '../print/use-print';

const CASES = ['damaged', 'lost', 'corrected', 'other'] as const;
type Case = (typeof CASES)[number];

/** Why something is printed once more; with a lost badge its code stops to hold. */
export function ReasonDialog({ print, plate }: { readonly print: Print; readonly plate: boolean }) {
  const { printing } = print;
  if (printing.state !== 'asking') return null;
  return (
    <Asked
      before={printing.before}
      plate={plate}
      onClose={print.forget}
      onConfirm={(lost, reason) => void print.print(printing.all, { lost, reason })}
    />
  );
}

interface AskedProps {
  readonly before: number;
  readonly plate: boolean;
  readonly onClose: () => void;
  readonly onConfirm: (lost: boolean, reason: string) => void;
}

function Asked({ before, plate, onClose, onConfirm }: AskedProps) {
  const { t, i18n } = useTranslation('badges');
  const [why, setWhy] = useState<Case>('damaged');
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState(false);
  const cases = plate ? CASES.filter((one) => one !== 'lost') : CASES;
  const confirm = () => {
    const typed = words.trim();
    if (why === 'other' && typed === '') {
      setMissing(true);
      return;
    }
    const reason = why === 'other' ? typed : [t(`again.${why}`), typed].filter(Boolean).join(': ');
    onConfirm(why === 'lost', reason.slice(0, 300));
  };
  return (
    <Dialog
      opened
      title={t('again.title')}
      onClose={onClose}
      closing="deliberate"
      confirm={{ label: t('again.confirm'), onConfirm: confirm }}
    >
      <Stack gap="md">
        <p>{t('again.count', { count: before, number: formatNumber(before, i18n.language) })}</p>
        <Radio.Group
          label={t('again.why')}
          value={why}
          onChange={(value) => setWhy(CASES.find((one) => one === value) ?? 'damaged')}
        >
          <Stack gap="xs" mt="xs">
            {cases.map((value) => (
              <Radio
                key={value}
                value={value}
                label={t(`again.${value}`)}
                description={
                  plate || value === 'other' || value === 'corrected'
                    ? undefined
                    : t(`again.${value}Hint`)
                }
              />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          label={t('again.words')}
          maxLength={200}
          value={words}
          required={why === 'other'}
          error={missing && why === 'other' && words.trim() === '' ? t('again.missing') : undefined}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </Stack>
    </Dialog>
  );
}

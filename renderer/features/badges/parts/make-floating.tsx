import { NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import { nameIn } from '@shared/domain/language';
import { Dialog } from '../../../ui/dialog';
import { useBadgeActs } from '../use-badge-acts';
import type { BadgeWorld } from '../world';

/** Numbers that a label ends with, so that the next one goes on from there. */
const LAST_NUMBER = /(\d+)$/;
const MOST = 50;

interface Props {
  readonly world: BadgeWorld;
  readonly onClose: () => void;
}

/** Makes some badges for a delegation, numbered. */
export function MakeFloating({ world, onClose }: Props) {
  const { t, i18n } = useTranslation('badges');
  const { make } = useBadgeActs(world.meeting.id);
  const [party, setParty] = useState<string | null>(null);
  const [count, setCount] = useState(1);
  const [name, setName] = useState(t('floating.label'));
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const parties = useMemo(() => {
    const collator = new Intl.Collator(i18n.language);
    return [...world.parties.values()]
      .map(({ id, names, code }) => ({
        value: id,
        label: `${nameIn(names, i18n.language)} (${code})`,
      }))
      .sort((a, b) => collator.compare(a.label, b.label));
  }, [world, i18n.language]);
  const next = useMemo(() => {
    const own = world.floating().filter((badge) => badge.party === party);
    return 1 + Math.max(0, ...own.map(({ label }) => Number(LAST_NUMBER.exec(label)?.[1] ?? 0)));
  }, [world, party]);
  const labels = Array.from({ length: count }, (_, at) => `${name.trim()} ${next + at}`.trim());
  const save = async (): Promise<void> => {
    if (party === null) {
      setMissing(true);
      return;
    }
    setBusy(true);
    const said = t('floating.made', { count, number: formatNumber(count, i18n.language) });
    const done = await make(party, labels, said);
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Dialog
      opened
      title={t('floating.make')}
      onClose={onClose}
      confirm={{ label: t('floating.makeConfirm'), onConfirm: () => void save(), busy }}
    >
      <Stack gap="md">
        <Select
          data-autofocus
          searchable
          required
          label={t('column.delegation')}
          placeholder={t('filter.party')}
          data={parties}
          value={party}
          error={missing && party === null ? t('floating.partyMissing') : undefined}
          onChange={setParty}
        />
        <NumberInput
          label={t('floating.count')}
          min={1}
          max={MOST}
          clampBehavior="strict"
          allowDecimal={false}
          value={count}
          onChange={(value) => setCount(typeof value === 'number' && value >= 1 ? value : 1)}
        />
        <TextInput
          label={t('floating.name')}
          description={t('floating.nameHint', { label: labels[0] ?? '' })}
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Stack>
    </Dialog>
  );
}

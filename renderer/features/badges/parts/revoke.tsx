import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Badge, Revocation } from '@shared/domain/badge/types';
import { Permitted } from '@renderer/features/operators';
import { useBadgeActs } from '../use-badge-acts';

const REASONS = [
  'lost',
  'damaged',
  'misused',
  'withdrawn',
] as const satisfies readonly Revocation[];

/** Takes a badge's validity away, in its own place and with the reason. */
export function Revoke({ badge }: { readonly badge: Badge }) {
  const { t } = useTranslation(['badges', 'ui']);
  const { revoke } = useBadgeActs(badge.meeting);
  const [why, setWhy] = useState<(typeof REASONS)[number] | null>(null);
  if (why === null) {
    return (
      <Permitted act="badge.revoked">
        <Button variant="default" onClick={() => setWhy('lost')}>
          {t('badges:revoke.button')}
        </Button>
      </Permitted>
    );
  }
  return (
    <Group
      gap="xs"
      role="group"
      aria-label={t('badges:revoke.question')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setWhy(null);
      }}
    >
      <Select
        autoFocus
        label={t('badges:revoke.question')}
        allowDeselect={false}
        data={REASONS.map((value) => ({ value, label: t(`badges:why.${value}`) }))}
        value={why}
        onChange={(value) => setWhy(REASONS.find((one) => one === value) ?? 'lost')}
      />
      <Button
        color="red.8"
        onClick={() => {
          setWhy(null);
          void revoke(badge, why);
        }}
      >
        {t('badges:revoke.confirm')}
      </Button>
      <Button variant="default" onClick={() => setWhy(null)}>
        {t('ui:cancel')}
      </Button>
    </Group>
  );
}

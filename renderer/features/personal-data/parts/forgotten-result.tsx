import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { IconCertificate, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import { Facts } from '../../../ui/facts';
import type { Forgotten } from '../use-forget';
import { useSaveCertificate } from '../use-save-certificate';
import classes from '../personal-data.module.css';

interface ForgottenResultProps {
  readonly forgotten: Forgotten;
  readonly onClose: () => void;
}

/** What was forgotten, and the paper that says so; the only moment at which it can name somebody. */
export function ForgottenResult({ forgotten, onClose }: ForgottenResultProps) {
  const { t, i18n } = useTranslation(['personal', 'ui']);
  const [withNames, setWithNames] = useState(forgotten.why === 'request');
  const [saving, setSaving] = useState(false);
  const save = useSaveCertificate();
  const { people, erasure } = forgotten;
  const number = (value: number) => formatNumber(value, i18n.language);
  return (
    <Stack gap="md">
      <p className={classes.done} role="status">
        <IconCircleCheck size={22} aria-hidden="true" />
        {t('personal:done.title', { count: people.length, number: number(people.length) })}
      </p>
      <Facts
        facts={[
          [t('personal:certificate.named'), number(erasure.named)],
          [t('personal:certificate.erased'), number(erasure.erased)],
          [t('personal:certificate.attachments'), number(erasure.attachments)],
          [t('personal:certificate.backup'), t(`personal:backup.${erasure.backup}`)],
        ]}
      />
      <Checkbox
        label={t('personal:done.withNames')}
        description={t('personal:done.withNamesHint')}
        checked={withNames}
        onChange={(event) => setWithNames(event.currentTarget.checked)}
      />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('ui:close')}
        </Button>
        <Button
          loading={saving}
          leftSection={<IconCertificate size={18} aria-hidden="true" />}
          onClick={() => {
            setSaving(true);
            void save({ ...forgotten, withNames, desk: null }).finally(() => setSaving(false));
          }}
        >
          {t('personal:certificate.save')}
        </Button>
      </Group>
    </Stack>
  );
}

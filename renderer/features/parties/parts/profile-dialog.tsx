import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { profileDocument } from '@shared/codecs/parties/profile';
import type { PartyAt } from '@shared/codecs/parties/attended';
import type { Party } from '@shared/domain/party/types';
import { isInterfaceLanguage } from '@shared/i18n/languages';
import { useRecords, useStore } from '../../../db/hooks';
import { Dialog } from '../../../ui/dialog';
import { today } from '../../../ui/today';
import { savePdf, tellSaved } from '../../files';
import type { Concerning } from '../concerning';
import { profileFacts } from '../profile-facts';
import { useWorld } from '../use-world';
import classes from '../parties.module.css';

interface ProfileDialogProps {
  party: Party;
  /** `null`: still being read. */
  at: readonly PartyAt[] | null;
  /** `null`: still being read. */
  concerning: readonly Concerning[] | null;
  onClose: () => void;
}

/** The party on one sheet, without names unless they are asked for. */
export function ProfileDialog({ party, at, concerning, onClose }: ProfileDialogProps) {
  const { t, i18n } = useTranslation(['parties', 'domain', 'recommendations']);
  const store = useStore();
  const { regions } = useWorld();
  const programmes = useRecords('programmes');
  const records = programmes.state === 'ready' ? programmes.value : [];
  const synthetic = records.some((one) => one.synthetic);
  const [withNames, setWithNames] = useState(false);
  const [busy, setBusy] = useState(false);

  const print = async (meetings: readonly PartyAt[], recommendations: readonly Concerning[]) => {
    setBusy(true);
    const language = isInterfaceLanguage(i18n.language) ? i18n.language : 'en';
    const people = withNames ? await store.list('people') : null;
    const about = { party, at: meetings, concerning: recommendations, programmes: records };
    const facts = { ...about, people, regions, synthetic, day: today(), language };
    const html = profileDocument(profileFacts(facts, t));
    const name = `${t('parties:profile.file')}-${party.code}-${today()}.pdf`;
    const result = await tellSaved(savePdf(name, html), {
      saved: (as) => t('parties:profile.saved', { name: as }),
      failed: t('parties:profile.failed'),
    });
    setBusy(false);
    if (result.state === 'saved' || result.why === 'cancelled') onClose();
  };

  return (
    <Dialog
      opened
      title={t('parties:profile.title')}
      onClose={onClose}
      confirm={{
        label: t('parties:profile.print'),
        onConfirm: () => {
          if (at !== null && concerning !== null) void print(at, concerning);
        },
        busy: busy || at === null || concerning === null || programmes.state !== 'ready',
      }}
    >
      <Stack gap="md">
        <p className={classes.quiet}>{t('parties:profile.hint')}</p>
        <Radio.Group
          label={t('parties:profile.names')}
          value={withNames ? 'with' : 'without'}
          onChange={(value) => setWithNames(value === 'with')}
        >
          <Stack gap="xs" mt="xs">
            <Radio
              value="without"
              label={t('parties:profile.without')}
              description={t('parties:profile.withoutHint')}
            />
            <Radio
              value="with"
              label={t('parties:profile.with')}
              description={t('parties:profile.withHint')}
            />
          </Stack>
        </Radio.Group>
      </Stack>
    </Dialog>
  );
}

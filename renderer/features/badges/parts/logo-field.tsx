import { Button } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '@shared/domain/meeting/types';
import { Permitted } from '@renderer/features/operators';
import { bridge } from '../../../bridge/client';
import { Field } from '../../../ui/field';
import { toast } from '../../../ui/toasts';
import { useOpenFile } from '../../files';
import classes from '../badges.module.css';
import { LOGO_FILES, prepareLogo } from '../logo/prepare';
import { readLogo } from '../logo/read';
import { useBadgeActs } from '../use-badge-acts';

/** The meeting's picture: what it looks like, another one, none. */
export function LogoField({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation('badges');
  const { setLogo } = useBadgeActs(meeting.id);
  const [shown, setShown] = useState<{ readonly hash: string; readonly href: string | null }>();
  const { logo } = meeting;
  useEffect(() => {
    if (logo === null) return undefined;
    let gone = false;
    void readLogo(logo).then((picture) => {
      if (!gone) setShown({ hash: logo, href: picture?.href ?? null });
    });
    return () => {
      gone = true;
    };
  }, [logo]);
  const take = async (bytes: Uint8Array): Promise<void> => {
    const prepared = await prepareLogo(bytes);
    if (!prepared.ok) {
      toast(t(`logo.${prepared.reason}`), { tone: 'bad' });
      return;
    }
    const { hash } = await bridge.blobs.put({ bytes: prepared.bytes });
    await setLogo(meeting, hash);
  };
  const file = useOpenFile(LOGO_FILES, ({ bytes }) => {
    take(bytes).catch(() => toast(t('notSaved'), { tone: 'bad' }));
  });
  const current = logo !== null && shown?.hash === logo ? shown : null;
  return (
    <Field label={t('logo.label')} hint={t('logo.hint')}>
      <div className={classes.logo}>
        {current !== null &&
          (current.href === null ? (
            <p className={classes.note}>{t('logo.missing')}</p>
          ) : (
            <img className={classes.picture} src={current.href} alt={t('logo.label')} />
          ))}
        <Permitted act="meeting.changed">
          <Button
            variant="default"
            leftSection={<IconPhoto size={16} stroke={1.7} aria-hidden="true" />}
            onClick={() => file.choose()}
          >
            {t(logo === null ? 'logo.choose' : 'logo.other')}
          </Button>
        </Permitted>
        {logo !== null && (
          <Permitted act="meeting.changed">
            <Button variant="subtle" onClick={() => void setLogo(meeting, null)}>
              {t('logo.remove')}
            </Button>
          </Permitted>
        )}
      </div>
    </Field>
  );
}

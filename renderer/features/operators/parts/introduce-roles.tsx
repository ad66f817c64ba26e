import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES } from '@shared/domain/operator/types';
import { Dialog } from '@renderer/ui/dialog';
import { useOperatorActs, useTellResult } from '../use-operator-acts';
import classes from '../operators.module.css';

/** Says what roles are before there are any, and what changes for everybody with the first one. */
export function IntroduceRoles({ name }: { name: string }) {
  const { t } = useTranslation('operators');
  const acts = useOperatorActs();
  const tell = useTellResult();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const introduce = async () => {
    setBusy(true);
    const result = await acts.introduceRoles(name);
    setBusy(false);
    if (tell(result, t('introduce.done'))) setAsking(false);
  };
  return (
    <div className={classes.introduce}>
      <p className={classes.intro}>{t('introduce.none')}</p>
      <Button variant="default" disabled={name === ''} onClick={() => setAsking(true)}>
        {t('introduce.button')}
      </Button>
      {name === '' && <p className={classes.soft}>{t('introduce.nameFirst')}</p>}
      <Dialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('introduce.title')}
        confirm={{ label: t('introduce.confirm'), onConfirm: () => void introduce(), busy }}
      >
        <p className={classes.first}>{t('introduce.fromNow')}</p>
        <dl className={classes.roles}>
          {ROLES.map((role) => (
            <div key={role}>
              <dt>{t(`role.${role}`)}</dt>
              <dd>{t(`includes.${role}`)}</dd>
            </div>
          ))}
        </dl>
        <p>{t('introduce.you', { name })}</p>
      </Dialog>
    </div>
  );
}

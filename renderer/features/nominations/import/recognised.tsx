import { Button } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../../ui/toasts';
import type { HandedOut } from '../../../workers/jobs/read-nominations';
import type { ListPart } from './import-step';
import type { Profiles } from './use-profiles';
import classes from './import.module.css';

interface Props {
  readonly part: ListPart;
  readonly handedOut: HandedOut | null;
  readonly profiles: Profiles;
}

/** What the list was recognised as, so that nobody had to say what its columns mean. */
export function Recognised({ part, handedOut, profiles }: Props) {
  const { t } = useTranslation(['imports', 'nominations']);
  const { profile, form } = part.guess;
  const [forgotten, setForgotten] = useState(false);
  if (handedOut !== null) return <Line>{t('imports:recognised.sheet')}</Line>;
  if (profile !== null) {
    const forget = () => {
      profiles.forget(profile.key).then(
        (done) => (done ? setForgotten(true) : toast(t('imports:source.notKept'), { tone: 'bad' })),
        () => toast(t('imports:source.notKept'), { tone: 'bad' }),
      );
    };
    return (
      <Line>
        {forgotten
          ? t('imports:source.forgotten', { name: profile.name })
          : t('imports:recognised.source', { name: profile.name })}
        {!forgotten && (
          <Button variant="subtle" size="compact-sm" onClick={forget}>
            {t('imports:source.forget')}
          </Button>
        )}
      </Line>
    );
  }
  return form === null ? null : <Line>{t(`nominations:import.form.${form}`)}</Line>;
}

function Line({ children }: { readonly children: React.ReactNode }) {
  return (
    <p className={classes.answered}>
      <IconFileCheck size={18} aria-hidden />
      {children}
    </p>
  );
}

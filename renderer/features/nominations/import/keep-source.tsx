import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../../ui/toasts';
import type { ListPart } from './import-step';
import type { Profiles } from './use-profiles';
import classes from './import.module.css';

interface Props {
  readonly part: ListPart;
  readonly profiles: Profiles;
}

/** Remembers what the columns of a source mean, under a name of the user's choice. */
export function KeepSource({ part, profiles }: Props) {
  const { t } = useTranslation('imports');
  const [name, setName] = useState(part.guess.profile?.name ?? '');
  const [kept, setKept] = useState<string | null>(null);
  // Without headings there is nothing to recognise the source by.
  if (part.guess.headerRow === null) return null;
  const trimmed = name.trim();
  const keep = () => {
    profiles.keep(trimmed, part).then(
      (done) => (done ? setKept(trimmed) : toast(t('source.notKept'), { tone: 'bad' })),
      () => toast(t('source.notKept'), { tone: 'bad' }),
    );
  };
  return (
    <form
      className={classes.keepSource}
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed !== '') keep();
      }}
    >
      <TextInput
        label={t('source.name')}
        description={t('source.hint')}
        placeholder={t('source.example')}
        maxLength={80}
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setKept(null);
        }}
      />
      <Button type="submit" variant="default" disabled={trimmed === ''}>
        {t('source.keep')}
      </Button>
      <span role="status" className={classes.quiet}>
        {kept === null ? '' : t('source.kept', { name: kept })}
      </span>
    </form>
  );
}

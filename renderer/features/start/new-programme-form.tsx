import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '@shared/domain/language';
import { formatNumber } from '@shared/i18n/format';
import { useOpenFile } from '@renderer/features/files';
import { openProgramme, type OpenedProgramme } from './open-programme';
import type { NewProgramme } from './use-set-up';
import classes from './start.module.css';

const BASES = ['paris-pact', 'empty', 'file'] as const;
type Basis = (typeof BASES)[number];

interface NewProgrammeFormProps {
  onCreate: (programme: NewProgramme) => void;
  onBack: () => void;
}

/** One's own programme: with the built-in parties, with those of a file, or with none. */
export function NewProgrammeForm({ onCreate, onBack }: NewProgrammeFormProps) {
  const { t, i18n } = useTranslation('start');
  const [name, setName] = useState('');
  const [basis, setBasis] = useState<Basis>('paris-pact');
  const [opened, setOpened] = useState<OpenedProgramme | null>(null);
  const [missing, setMissing] = useState<'name' | 'file' | null>(null);
  const file = useOpenFile(['json'], (chosen) => {
    setOpened(openProgramme(chosen));
    setBasis('file');
    setMissing(null);
  });
  const start = opened?.ok === true ? opened.start : null;
  // A programme that others begin with has a name of its own, in the languages that are on file.
  const ownName = {
    'paris-pact': t('own.nameKept'),
    empty: '',
    file: start === null ? '' : nameIn(start.programme.names, i18n.language),
  }[basis];

  const create = () => {
    const given = name.trim();
    const from = basis === 'file' ? start : basis;
    if (from === null) setMissing('file');
    else if (given === '' && ownName === '') setMissing('name');
    else onCreate({ name: given, basis: from });
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
    >
      <Stack gap="md">
        <Radio.Group
          label={t('own.basis')}
          value={basis}
          onChange={(value) => {
            setBasis(BASES.find((one) => one === value) ?? basis);
            setMissing(null);
          }}
        >
          <Stack gap="xs" mt="xs">
            <Radio
              value="paris-pact"
              label={t('own.parisPact')}
              description={t('own.parisPactHint')}
            />
            <Radio value="empty" label={t('own.empty')} description={t('own.emptyHint')} />
            <Radio value="file" label={t('own.file')} description={t('own.fileHint')} />
          </Stack>
        </Radio.Group>
        {basis === 'file' && (
          <Stack gap="xs" align="flex-start">
            <Button
              variant="default"
              leftSection={<IconFileImport size={18} aria-hidden="true" />}
              onClick={file.choose}
            >
              {t('own.choose')}
            </Button>
            {start !== null && (
              <span role="status">
                {t('own.chosen', {
                  name: nameIn(start.programme.names, i18n.language) || (opened?.name ?? ''),
                  count: start.parties.length,
                  number: formatNumber(start.parties.length, i18n.language),
                })}
              </span>
            )}
            {opened?.ok === false && (
              <span role="alert" className={classes.refused}>
                {t(`own.fileProblem.${opened.reason}`, {
                  file: opened.name,
                  where: opened.where,
                })}
              </span>
            )}
            {missing === 'file' && opened === null && (
              <span role="alert" className={classes.refused}>
                {t('own.fileMissing')}
              </span>
            )}
          </Stack>
        )}
        <TextInput
          label={t('own.name')}
          placeholder={ownName === '' ? undefined : ownName}
          withAsterisk={ownName === ''}
          maxLength={300}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setMissing(null);
          }}
          error={missing === 'name' ? t('own.nameMissing') : undefined}
        />
        <Group>
          <Button type="submit">{t('own.create')}</Button>
          <Button variant="default" onClick={onBack}>
            {t('own.back')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

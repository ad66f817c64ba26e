import { Button, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FieldSet } from '../../../ui/field';
import type { FieldsProps } from './fields';
import { NameFields } from './name-fields';
import { RowList } from './row-list';
import { typedNames } from './values';
import classes from '../parties.module.css';

/** Names and codes that the party had before; lists of those days still give them. */
export function FormerNames({ values, change, errorOf }: FieldsProps) {
  const { t } = useTranslation('parties');
  return (
    <RowList
      hint={t('form.formerHint')}
      rows={values.former}
      onChange={(former) => change({ former })}
      add={{
        label: t('form.addFormer'),
        row: () => ({ code: '', names: typedNames({}), from: '', to: '' }),
      }}
    >
      {({ code, names, from, to }, at, { set, remove }) => (
        <FieldSet legend={t('form.formerNumber', { number: at + 1 })}>
          <div className={classes.period}>
            <TextInput
              label={t('field.code')}
              maxLength={20}
              value={code}
              onChange={(event) => set({ code: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t('field.from')}
              value={from}
              onChange={(event) => set({ from: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t('field.lastDay')}
              withAsterisk
              value={to}
              onChange={(event) => set({ to: event.currentTarget.value })}
              error={errorOf('designations', at)}
            />
          </div>
          <NameFields names={names} onChange={(next) => set({ names: next })} />
          <Button
            className={classes.remove}
            variant="subtle"
            size="compact-md"
            leftSection={<IconTrash size={16} aria-hidden="true" />}
            onClick={remove}
          >
            {t('form.removeFormer')}
          </Button>
        </FieldSet>
      )}
    </RowList>
  );
}

import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FieldSet } from '../../../ui/field';
import type { FieldsProps } from './fields';
import { NameFields } from './name-fields';
import { typedNames, type TypedDesignation } from './values';
import classes from '../parties.module.css';

/** Names and codes that the party had before; lists of those days still give them. */
export function FormerNames({ values, change, errorOf }: FieldsProps) {
  const { t } = useTranslation('parties');
  const { former } = values;
  const set = (at: number, patch: Partial<TypedDesignation>) => {
    change({ former: former.map((one, index) => (index === at ? { ...one, ...patch } : one)) });
  };
  return (
    <div className={classes.rows}>
      <p className={classes.hint}>{t('form.formerHint')}</p>
      {former.map(({ code, names, from, to }, at) => (
        <FieldSet key={at} legend={t('form.formerNumber', { number: at + 1 })}>
          <div className={classes.period}>
            <TextInput
              label={t('field.code')}
              maxLength={20}
              value={code}
              onChange={(event) => set(at, { code: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t('field.from')}
              value={from}
              onChange={(event) => set(at, { from: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t('field.lastDay')}
              withAsterisk
              value={to}
              onChange={(event) => set(at, { to: event.currentTarget.value })}
              error={errorOf('designations', at)}
            />
          </div>
          <NameFields names={names} onChange={(next) => set(at, { names: next })} />
          <Button
            className={classes.remove}
            variant="subtle"
            size="compact-md"
            leftSection={<IconTrash size={16} aria-hidden="true" />}
            onClick={() => change({ former: former.filter((_, index) => index !== at) })}
          >
            {t('form.removeFormer')}
          </Button>
        </FieldSet>
      ))}
      <Button
        variant="default"
        size="compact-md"
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        onClick={() => {
          change({ former: [...former, { code: '', names: typedNames({}), from: '', to: '' }] });
        }}
      >
        {t('form.addFormer')}
      </Button>
    </div>
  );
}

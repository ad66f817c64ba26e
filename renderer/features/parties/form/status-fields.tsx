import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FieldsProps } from './fields';
import type { TypedStatus } from './values';
import classes from '../parties.module.css';

const STATUSES = ['member', 'observer', 'none'] as const;

/** What the party was to the programme, and when; a day that is not known stays empty. */
export function StatusFields({ values, change, errorOf }: FieldsProps) {
  const { t } = useTranslation(['parties', 'domain']);
  const { statuses } = values;
  const set = (at: number, patch: Partial<TypedStatus>) => {
    change({
      statuses: statuses.map((one, index) => (index === at ? { ...one, ...patch } : one)),
    });
  };
  return (
    <div className={classes.rows}>
      <p className={classes.hint}>{t('parties:form.statusesHint')}</p>
      {statuses.map(({ status, from, to }, at) => (
        <div
          key={at}
          className={classes.period}
          role="group"
          aria-label={t('parties:form.statusNumber', { number: at + 1 })}
        >
          <Select
            label={t('parties:field.status')}
            allowDeselect={false}
            value={status}
            data={STATUSES.map((value) => ({ value, label: t(`domain:partyStatus.${value}`) }))}
            onChange={(value) => {
              set(at, { status: STATUSES.find((one) => one === value) ?? status });
            }}
          />
          <TextInput
            type="date"
            label={t('parties:field.from')}
            value={from}
            onChange={(event) => set(at, { from: event.currentTarget.value })}
            error={errorOf('statuses', at)}
          />
          <TextInput
            type="date"
            label={t('parties:field.to')}
            value={to}
            onChange={(event) => set(at, { to: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t('parties:form.removeStatus', { number: at + 1 })}
            onClick={() => change({ statuses: statuses.filter((_, index) => index !== at) })}
          >
            <IconTrash size={18} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        size="compact-md"
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        onClick={() => change({ statuses: [...statuses, { status: 'member', from: '', to: '' }] })}
      >
        {t('parties:form.addStatus')}
      </Button>
    </div>
  );
}

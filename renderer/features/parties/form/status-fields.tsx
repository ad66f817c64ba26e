import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FieldsProps } from './fields';
import { RowList } from './row-list';
import type { TypedStatus } from './values';
import classes from '../parties.module.css';

const STATUSES = ['member', 'observer', 'none'] as const;

/** What the party was to the programme, and when; a day that is not known stays empty. */
export function StatusFields({ values, change, errorOf }: FieldsProps) {
  const { t } = useTranslation(['parties', 'domain']);
  return (
    <RowList
      hint={t('parties:form.statusesHint')}
      rows={values.statuses}
      onChange={(statuses) => change({ statuses })}
      add={{
        label: t('parties:form.addStatus'),
        row: (): TypedStatus => ({ status: 'member', from: '', to: '' }),
      }}
    >
      {({ status, from, to }, at, { set, remove }) => (
        <div
          className={classes.period}
          role="group"
          aria-label={t('parties:form.statusNumber', { number: at + 1 })}
        >
          <Select
            label={t('parties:field.status')}
            allowDeselect={false}
            value={status}
            data={STATUSES.map((value) => ({ value, label: t(`domain:partyStatus.${value}`) }))}
            onChange={(value) => set({ status: STATUSES.find((one) => one === value) ?? status })}
          />
          <TextInput
            type="date"
            label={t('parties:field.from')}
            value={from}
            onChange={(event) => set({ from: event.currentTarget.value })}
            error={errorOf('statuses', at)}
          />
          <TextInput
            type="date"
            label={t('parties:field.to')}
            value={to}
            onChange={(event) => set({ to: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t('parties:form.removeStatus', { number: at + 1 })}
            onClick={remove}
          >
            <IconTrash size={18} aria-hidden="true" />
          </ActionIcon>
        </div>
      )}
    </RowList>
  );
}

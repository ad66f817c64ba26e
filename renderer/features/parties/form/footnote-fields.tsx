import { Button, Textarea, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FieldSet } from '../../../ui/field';
import type { FieldsProps } from './fields';
import { RowList } from './row-list';
import classes from '../parties.module.css';

/** As many as a record holds (shared/domain/party/types). */
const MOST = 20;

/** Footnotes to the designation, each with the days on which it holds; several may at a time. */
export function FootnoteFields({ values, change, errorOf }: FieldsProps) {
  const { t } = useTranslation('parties');
  return (
    <RowList
      hint={t('form.footnotesHint')}
      rows={values.footnotes}
      onChange={(footnotes) => change({ footnotes })}
      most={MOST}
      add={{ label: t('form.addFootnote'), row: () => ({ text: '', from: '', to: '' }) }}
    >
      {({ text, from, to }, at, { set, remove }) => (
        <FieldSet legend={t('form.footnoteNumber', { number: at + 1 })}>
          <div className={classes.footnote}>
            <Textarea
              label={t('form.footnoteText')}
              withAsterisk
              dir="auto"
              autosize
              minRows={1}
              maxLength={1000}
              value={text}
              onChange={(event) => set({ text: event.currentTarget.value })}
              error={errorOf('footnotes', at)}
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
              value={to}
              onChange={(event) => set({ to: event.currentTarget.value })}
            />
          </div>
          <Button
            className={classes.remove}
            variant="subtle"
            size="compact-md"
            leftSection={<IconTrash size={16} aria-hidden="true" />}
            onClick={remove}
          >
            {t('form.removeFootnote', { number: at + 1 })}
          </Button>
        </FieldSet>
      )}
    </RowList>
  );
}

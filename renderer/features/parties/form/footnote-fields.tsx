import { Button, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FieldSet } from '../../../ui/field';
import type { FieldsProps } from './fields';
import type { TypedFootnote } from './values';
import classes from '../parties.module.css';

/** As many as a record holds (shared/domain/party/types). */
const MOST = 20;

/** Footnotes to the designation, each with the days on which it holds; several may at a time. */
export function FootnoteFields({ values, change, errorOf }: FieldsProps) {
  const { t } = useTranslation('parties');
  const { footnotes } = values;
  const set = (at: number, patch: Partial<TypedFootnote>) => {
    change({
      footnotes: footnotes.map((one, index) => (index === at ? { ...one, ...patch } : one)),
    });
  };
  return (
    <div className={classes.rows}>
      <p className={classes.hint}>{t('form.footnotesHint')}</p>
      {footnotes.map(({ text, from, to }, at) => (
        <FieldSet key={at} legend={t('form.footnoteNumber', { number: at + 1 })}>
          <div className={classes.footnote}>
            <Textarea
              label={t('form.footnoteText')}
              withAsterisk
              dir="auto"
              autosize
              minRows={1}
              maxLength={1000}
              value={text}
              onChange={(event) => set(at, { text: event.currentTarget.value })}
              error={errorOf('footnotes', at)}
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
              value={to}
              onChange={(event) => set(at, { to: event.currentTarget.value })}
            />
          </div>
          <Button
            className={classes.remove}
            variant="subtle"
            size="compact-md"
            leftSection={<IconTrash size={16} aria-hidden="true" />}
            onClick={() => change({ footnotes: footnotes.filter((_, index) => index !== at) })}
          >
            {t('form.removeFootnote', { number: at + 1 })}
          </Button>
        </FieldSet>
      ))}
      <Button
        variant="default"
        size="compact-md"
        disabled={footnotes.length >= MOST}
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        onClick={() => change({ footnotes: [...footnotes, { text: '', from: '', to: '' }] })}
      >
        {t('form.addFootnote')}
      </Button>
    </div>
  );
}

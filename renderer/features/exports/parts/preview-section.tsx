import { Tabs } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import { Section } from '../../../ui/page';
import { Empty, Failed, Loading } from '../../../ui/states';
import type { DocumentPreview, PreviewTable } from '../../../workers/jobs/export';
import classes from '../exports.module.css';
import type { Preview } from '../use-preview';
import { useProgressWords } from '../use-progress-words';

interface PreviewSectionProps {
  readonly preview: Preview;
  /** Why there may be nothing to export, and what to do. */
  readonly emptyHint: string;
  readonly onAgain: () => void;
}

/** The document before it is saved: the first rows of each of its tables. */
export function PreviewSection({ preview, emptyHint, onAgain }: PreviewSectionProps) {
  const { t } = useTranslation('exports');
  const words = useProgressWords();
  const content = () => {
    switch (preview.state) {
      case 'making':
        return <Loading label={words(preview.progress)} />;
      case 'empty':
        return (
          <Empty icon={<IconFileOff size={28} stroke={1.5} />} title={t('preview.empty')}>
            {emptyHint}
          </Empty>
        );
      case 'failed':
        return <Failed detail={preview.message} onRetry={onAgain} />;
      case 'ready':
        return <Sheets preview={preview.preview} />;
    }
  };
  return <Section title={t('preview.title')}>{content()}</Section>;
}

function Sheets({ preview: { tables, synthetic } }: { readonly preview: DocumentPreview }) {
  const { t } = useTranslation('exports');
  const [first, ...others] = tables;
  if (first === undefined) return null;
  if (others.length === 0) return <Sheet table={first} synthetic={synthetic} />;
  return (
    <Tabs defaultValue={first.key} keepMounted={false} variant="pills">
      <Tabs.List aria-label={t('preview.sheets')}>
        {tables.map(({ key, name }) => (
          <Tabs.Tab key={key} value={key} className={classes.tab}>
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tables.map((table) => (
        <Tabs.Panel key={table.key} value={table.key} className={classes.sheet}>
          <Sheet table={table} synthetic={synthetic} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

interface SheetProps {
  readonly table: PreviewTable;
  /** The first of the notes says so. */
  readonly synthetic: boolean;
}

function Sheet({ table, synthetic }: SheetProps) {
  const { t, i18n } = useTranslation('exports');
  const { title, notes, headers, rows, total, footnotes } = table;
  const more = total - rows.length;
  return (
    <div>
      <h3 className={classes.sheetTitle}>{title}</h3>
      {notes.map((note, at) => (
        <p key={note} className={synthetic && at === 0 ? classes.synthetic : classes.note}>
          {note}
        </p>
      ))}
      <div className={classes.scroller} role="region" aria-label={title} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              {headers.map(({ text, number }, at) => (
                <th key={at} scope="col" data-number={number || undefined}>
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, line) => (
              <tr key={line}>
                {row.map((value, at) => (
                  <td key={at} data-number={headers[at]?.number || undefined}>
                    <span className={classes.cell}>
                      {typeof value === 'number' ? formatNumber(value, i18n.language) : value}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {footnotes.map((note) => (
        <p key={note} className={classes.note}>
          {note}
        </p>
      ))}
      <p className={classes.more}>
        {more > 0
          ? t('preview.more', { count: more, number: formatNumber(more, i18n.language) })
          : t('preview.whole', { count: total, number: formatNumber(total, i18n.language) })}
      </p>
    </div>
  );
}

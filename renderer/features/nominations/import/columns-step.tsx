import { Button, Checkbox, Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import { Section } from '../../../ui/page';
import type { KnownParties } from '../known-parties';
import { Notice } from '../parts/notice';
import { ColumnTable } from './column-table';
import { FileNotes } from './file-notes';
import { hasName, hasParty, hasRows, type ListPart, type OpenedList } from './import-step';
import { KeepSource } from './keep-source';
import { Recognised } from './recognised';
import type { Import } from './use-import';
import { WholeListFields } from './whole-list-fields';
import classes from './import.module.css';

interface Props {
  readonly task: Import;
  readonly list: OpenedList;
  readonly parties: KnownParties;
}

/** Which column means what, and what holds for the whole list. */
export function ColumnsStep({ task, list, parties }: Props) {
  const { t } = useTranslation('nominations');
  const { parts } = list;
  const partyKnown = parts.every(({ columns }) => hasParty(columns)) || list.handedOut !== null;
  const missing = [
    ...(parts.every(({ columns }) => hasName(columns)) ? [] : [t('import.missingNameColumn')]),
    ...(partyKnown || task.whole.party !== null ? [] : [t('import.missingPartyColumn')]),
    ...(parts.every(hasRows) ? [] : [t('import.noRows')]),
  ];
  const checking = task.working?.what === 'checking';
  return (
    <div className={classes.stepBody}>
      <div className={classes.columnsGrid}>
        <div className={classes.stack}>
          <FileNotes list={list} />
          {parts.map((part, at) => (
            <Section
              key={part.sheetAt}
              title={
                at === 0
                  ? t('import.columnsTitle')
                  : `${t('import.columnsTitle')}: ${part.sheet.name}`
              }
              aside={<span className={classes.quiet}>{t('import.columnsHint')}</span>}
            >
              <Recognised part={part} handedOut={null} profiles={task.profiles} />
              <Placing task={task} list={list} part={part} at={at} />
              <ColumnTable part={part} onChange={(columns) => task.setColumns(at, columns)} />
              <KeepSource part={part} profiles={task.profiles} />
            </Section>
          ))}
          <FurtherSheets task={task} list={list} />
        </div>
        <WholeListFields
          whole={task.whole}
          onChange={task.setWhole}
          parties={parties}
          askParty={!partyKnown}
        />
      </div>
      <div className={classes.bar}>
        <div className={classes.barText}>
          {missing.length > 0 && (
            <Notice>
              {missing.map((text) => (
                <p key={text}>{text}</p>
              ))}
            </Notice>
          )}
        </div>
        <Group gap="sm">
          <Button variant="default" onClick={task.startAgain}>
            {t('import.anotherFile')}
          </Button>
          <Button
            loading={checking}
            disabled={missing.length > 0}
            onClick={() => task.preview(list)}
          >
            {t('import.toPreview')}
          </Button>
        </Group>
      </div>
    </div>
  );
}

/** Other worksheets of the workbook, to be taken over with the first one. */
function FurtherSheets({ task, list }: Pick<Props, 'task' | 'list'>) {
  const { t, i18n } = useTranslation(['imports', 'nominations']);
  const { sheets, parts } = list;
  const others = sheets
    .map((sheet, at) => ({ sheet, at }))
    .filter(({ at }) => at !== parts[0]?.sheetAt);
  if (others.length === 0) return null;
  return (
    <Section
      title={t('imports:furtherSheets')}
      aside={<span className={classes.quiet}>{t('imports:furtherSheetsHint')}</span>}
    >
      <div className={classes.choices}>
        {others.map(({ sheet: { name, rows }, at }) => {
          const part = parts.findIndex(({ sheetAt }) => sheetAt === at);
          return (
            <Checkbox
              key={at}
              label={t('nominations:import.sheetRows', {
                ...{ name, count: rows.length, number: formatNumber(rows.length, i18n.language) },
              })}
              checked={part >= 0}
              onChange={() =>
                part >= 0 ? task.remap(list, part, null) : task.remap(list, parts.length, at)
              }
            />
          );
        })}
      </div>
    </Section>
  );
}

const NO_HEADINGS = 'none';
const HEADER_ROWS = 30;

interface PlacingProps {
  readonly task: Import;
  readonly list: OpenedList;
  readonly part: ListPart;
  readonly at: number;
}

/** Which sheet it is, and which of its rows has the headings. */
function Placing({ task, list, part, at }: PlacingProps) {
  const { t, i18n } = useTranslation('nominations');
  const { sheets } = list;
  const { sheet, sheetAt, guess } = part;
  const rows = sheet.rows
    .slice(0, HEADER_ROWS)
    .map((cells, row) => ({ row, text: cells.map((cell) => cell.trim()).filter(Boolean) }))
    .filter(({ text }) => text.length > 0);
  const taken = list.parts.slice(1).map((one) => one.sheetAt);
  return (
    <div className={classes.placing}>
      {at === 0 && sheets.length > 1 && (
        <Select
          label={t('import.sheet')}
          allowDeselect={false}
          value={String(sheetAt)}
          data={sheets
            .map(({ name, rows: own }, index) => ({
              value: String(index),
              label: t('import.sheetRows', {
                ...{ name, count: own.length, number: formatNumber(own.length, i18n.language) },
              }),
            }))
            .filter(({ value }) => !taken.includes(Number(value)))}
          onChange={(value) => value !== null && task.remap(list, at, Number(value))}
        />
      )}
      <Select
        label={t('import.headings')}
        description={t('import.headingsHint')}
        allowDeselect={false}
        value={guess.headerRow === null ? NO_HEADINGS : String(guess.headerRow)}
        data={[
          ...rows.map(({ row, text }) => ({
            value: String(row),
            label: t('import.headingsAt', {
              row: sheet.firstLine[row] ?? row + 1,
              text: text.join(' · ').slice(0, 90),
            }),
          })),
          { value: NO_HEADINGS, label: t('import.headingsNone') },
        ]}
        onChange={(value) =>
          value !== null &&
          task.remap(list, at, sheetAt, value === NO_HEADINGS ? null : Number(value))
        }
      />
    </div>
  );
}

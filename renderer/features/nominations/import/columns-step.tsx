import { Button, Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import { Section } from '../../../ui/page';
import type { KnownParties } from '../known-parties';
import { Notice } from '../parts/notice';
import { ColumnTable } from './column-table';
import { FileNotes } from './file-notes';
import { WholeListFields } from './whole-list-fields';
import type { Columns, Import, OpenedList } from './use-import';
import classes from './import.module.css';

interface Props {
  readonly task: Import;
  readonly list: OpenedList;
  readonly parties: KnownParties;
}

/** Which column means what, and what holds for the whole list. */
export function ColumnsStep({ task, list, parties }: Props) {
  const { t } = useTranslation('nominations');
  const { sheet, guess, columns } = list;
  const first = guess.headerRow === null ? 0 : guess.headerRow + 1;
  const hasRows = sheet.rows.length > first;
  const missing = [
    ...(hasName(columns) ? [] : [t('import.missingNameColumn')]),
    ...(hasParty(columns) || task.whole.party !== null ? [] : [t('import.missingPartyColumn')]),
    ...(hasRows ? [] : [t('import.noRows')]),
  ];
  const checking = task.working?.what === 'checking';
  return (
    <div className={classes.stepBody}>
      <div className={classes.columnsGrid}>
        <div className={classes.stack}>
          <FileNotes list={list} />
          <Section
            title={t('import.columnsTitle')}
            aside={<span className={classes.quiet}>{t('import.columnsHint')}</span>}
          >
            <Placing task={task} list={list} />
            <ColumnTable list={list} onChange={task.setColumns} />
          </Section>
        </div>
        <WholeListFields
          whole={task.whole}
          onChange={task.setWhole}
          parties={parties}
          askParty={!hasParty(columns)}
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

function hasName({ fullName, familyName, givenName }: Columns): boolean {
  return fullName !== undefined || familyName !== undefined || givenName !== undefined;
}

function hasParty({ party, organization }: Columns): boolean {
  return party !== undefined || organization !== undefined;
}

const NO_HEADINGS = 'none';
const HEADER_ROWS = 30;

/** Which sheet it is, and which of its rows has the headings. */
function Placing({ task, list }: Omit<Props, 'parties'>) {
  const { t, i18n } = useTranslation('nominations');
  const { sheets, sheet, sheetAt, guess } = list;
  const rows = sheet.rows
    .slice(0, HEADER_ROWS)
    .map((cells, at) => ({ at, text: cells.map((cell) => cell.trim()).filter(Boolean) }))
    .filter(({ text }) => text.length > 0);
  return (
    <div className={classes.placing}>
      {sheets.length > 1 && (
        <Select
          label={t('import.sheet')}
          allowDeselect={false}
          value={String(sheetAt)}
          data={sheets.map(({ name, rows: own }, at) => ({
            value: String(at),
            label: t('import.sheetRows', {
              ...{ name, count: own.length, number: formatNumber(own.length, i18n.language) },
            }),
          }))}
          onChange={(value) => value !== null && task.remap(list, Number(value))}
        />
      )}
      <Select
        label={t('import.headings')}
        description={t('import.headingsHint')}
        allowDeselect={false}
        value={guess.headerRow === null ? NO_HEADINGS : String(guess.headerRow)}
        data={[
          ...rows.map(({ at, text }) => ({
            value: String(at),
            label: t('import.headingsAt', {
              row: sheet.firstLine[at] ?? at + 1,
              text: text.join(' · ').slice(0, 90),
            }),
          })),
          { value: NO_HEADINGS, label: t('import.headingsNone') },
        ]}
        onChange={(value) =>
          value !== null && task.remap(list, sheetAt, value === NO_HEADINGS ? null : Number(value))
        }
      />
      {guess.form !== null && <p className={classes.quiet}>{t(`import.form.${guess.form}`)}</p>}
    </div>
  );
}

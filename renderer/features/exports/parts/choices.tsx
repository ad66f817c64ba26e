import { Checkbox, Radio, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { INTERFACE_LANGUAGES } from '@shared/i18n/languages';
import { SENTENCE_LANGUAGES } from '@shared/statistics/sentence';
import { Field } from '../../../ui/field';
import { AUDIENCES, DOCUMENTS, FORMATS, isNameList } from '../../../workers/jobs/export-kinds';
import type { Change, Choice } from '../choice';
import classes from '../exports.module.css';

const SCOPES = ['meeting', 'year'] as const;
const WHICH = ['attended', 'nominated'] as const;
/** A platform that imports a file reads nothing else. */
const ONLY_TEXT = ['csv'] as const satisfies readonly (typeof FORMATS)[number][];

interface ChoicesProps {
  readonly choice: Choice;
  /** `null`: the meeting has no date, and so no year. */
  readonly year: number | null;
  readonly onChange: Change;
}

/** Which document, of what, in which form and language. */
export function Choices({ choice, year, onChange }: ChoicesProps) {
  const { t } = useTranslation('exports');
  const { document, format, audience } = choice;
  const labelOf = { meeting: t('of.meeting'), year: t('of.year', { year: String(year) }) };
  return (
    <div className={classes.choices}>
      <Radio.Group
        label={t('document.label')}
        value={document}
        onChange={(value) => {
          const chosen = DOCUMENTS.find((one) => one === value);
          if (chosen !== undefined) onChange({ document: chosen });
        }}
      >
        <div className={classes.documents}>
          {DOCUMENTS.map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`document.${value}.name`)}
              description={t(`document.${value}.description`)}
            />
          ))}
        </div>
      </Radio.Group>
      <Choose
        label={t('audience.label')}
        value={audience}
        options={AUDIENCES}
        wordOf={(value) => t(`audience.${value}`)}
        hint={t(`audience.hint.${document}.${audience}`)}
        onChange={(value) => onChange({ audience: value })}
      />
      {year !== null && !isNameList(document) && (
        <Choose
          label={t('of.label')}
          value={choice.of}
          options={SCOPES}
          wordOf={(value) => labelOf[value]}
          onChange={(of) => onChange({ of })}
        />
      )}
      {document === 'participants' && (
        <Choose
          label={t('which.label')}
          value={choice.which}
          options={WHICH}
          wordOf={(value) => t(`which.${value}`)}
          onChange={(which) => onChange({ which })}
        />
      )}
      <Choose
        label={t('format.label')}
        value={format}
        options={document === 'registrants' ? ONLY_TEXT : FORMATS}
        wordOf={(value) => t(`format.${value}`)}
        hint={t(`format.hint.${document === 'registrants' ? document : format}`)}
        onChange={(value) => onChange({ format: value })}
      />
      <Choose
        label={t('language')}
        value={choice.language}
        options={SENTENCE_LANGUAGES}
        wordOf={(value) => INTERFACE_LANGUAGES[value]}
        onChange={(language) => onChange({ language })}
      />
      {document === 'participants' ? (
        <Checkbox
          label={t('withModality.label')}
          description={t('withModality.hint')}
          checked={choice.withModality}
          onChange={(event) => onChange({ withModality: event.currentTarget.checked })}
        />
      ) : document === 'attendance' && audience === 'inside' ? (
        <Checkbox
          label={t('withPeople.label')}
          description={t(format === 'csv' ? 'withPeople.notInText' : 'withPeople.hint')}
          checked={choice.withPeople && format === 'xlsx'}
          disabled={format === 'csv'}
          onChange={(event) => onChange({ withPeople: event.currentTarget.checked })}
        />
      ) : null}
    </div>
  );
}

interface ChooseProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Value[];
  readonly wordOf: (value: Value) => string;
  readonly hint?: string;
  readonly onChange: (value: Value) => void;
}

function Choose<Value extends string>(props: ChooseProps<Value>) {
  const { label, value, options, wordOf, hint, onChange } = props;
  return (
    <Field label={label}>
      <SegmentedControl
        className={classes.choose}
        aria-label={label}
        value={value}
        data={options.map((option) => ({ value: option, label: wordOf(option) }))}
        onChange={(wanted) => {
          const chosen = options.find((option) => option === wanted);
          if (chosen !== undefined) onChange(chosen);
        }}
      />
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
    </Field>
  );
}

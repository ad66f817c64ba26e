import { Button, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { JOURNAL_KINDS, isJournalKind } from '@shared/codecs/journal/kinds';
import { called } from '@shared/codecs/journal/words';
import { meetingName } from '@shared/codecs/documents/names';
import { reference } from '@shared/domain/person/rules';
import { useRecords } from '../../../db/hooks';
import { newestFirst } from '../../meetings';
import { isNarrowed, type Asked } from '../address';
import type { PageStyle } from '../use-style';
import classes from '../journal.module.css';
import { PersonFilter } from './person-filter';

interface Props {
  readonly asked: Asked;
  readonly style: PageStyle;
  /** The replica of this desk; `null` until known. */
  readonly life: string | null;
  readonly onChange: (change: Partial<Asked>) => void;
  readonly onClear: () => void;
}

/** What the list is narrowed to. */
export function FilterBar({ asked, style, life, onChange, onClear }: Props) {
  const { t, i18n } = useTranslation('journal');
  const meetings = useRecords('meetings');
  const operators = useRecords('operators');
  const desks = useRecords('desks');
  const people = useRecords('people');
  const options = useMemo(() => {
    const named = (all: readonly { id: string; name: string }[], extra: (string | null)[]) => {
      const ids = new Set([...all.map(({ id }) => id), ...extra.filter((id) => id !== null)]);
      return [...ids].map((value) => ({
        value,
        label: all.find(({ id }) => id === value)?.name || reference(value),
      }));
    };
    return {
      meetings: (meetings.state === 'ready' ? newestFirst(meetings.value) : []).map((one) => ({
        value: one.id,
        label: meetingName(one, i18n.language),
      })),
      operators: named(operators.state === 'ready' ? operators.value : [], [asked.operator]),
      desks: named(desks.state === 'ready' ? desks.value : [], [life, asked.desk]),
      kinds: JOURNAL_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
    };
  }, [meetings, operators, desks, asked.operator, asked.desk, life, t, i18n.language]);
  const isPerson =
    people.state === 'ready' && people.value.some((person) => person.id === asked.about);
  const choice = { placeholder: t('filter.all'), clearable: true, ...WIDE_LIST };
  return (
    <div className={classes.filters} role="search" aria-label={t('filter.label')}>
      <PersonFilter
        person={isPerson ? asked.about : null}
        onChange={(about) => onChange({ about })}
      />
      <Select
        {...choice}
        searchable
        label={t('filter.meeting')}
        data={options.meetings}
        value={asked.meeting}
        onChange={(meeting) => onChange({ meeting })}
      />
      <Select
        {...choice}
        label={t('filter.kind')}
        data={options.kinds}
        value={asked.kind}
        onChange={(kind) => onChange({ kind: isJournalKind(kind) ? kind : null })}
      />
      <Select
        {...choice}
        label={t('filter.operator')}
        data={options.operators}
        value={asked.operator}
        onChange={(operator) => onChange({ operator })}
      />
      <Select
        {...choice}
        label={t('filter.desk')}
        data={options.desks}
        value={asked.desk}
        onChange={(desk) => onChange({ desk })}
      />
      <TextInput
        type="date"
        label={t('filter.from')}
        value={asked.from ?? ''}
        max={asked.to ?? undefined}
        onChange={(event) => onChange({ from: event.currentTarget.value || null })}
      />
      <TextInput
        type="date"
        label={t('filter.to')}
        value={asked.to ?? ''}
        min={asked.from ?? undefined}
        onChange={(event) => onChange({ to: event.currentTarget.value || null })}
      />
      {isNarrowed(asked) && (
        <div className={classes.narrowed}>
          {asked.about !== null && !isPerson && (
            <Button
              variant="light"
              size="compact-sm"
              rightSection={<IconX size={14} aria-hidden="true" />}
              aria-label={t('filter.anyRecord')}
              onClick={() => onChange({ about: null })}
            >
              {t('filter.record', { name: called(style, 'people', asked.about) })}
            </Button>
          )}
          <Button variant="subtle" size="compact-sm" onClick={onClear}>
            {t('filter.clear')}
          </Button>
        </div>
      )}
    </div>
  );
}

const WIDE_LIST = {
  comboboxProps: { width: 'max-content', position: 'bottom-start' },
} as const;

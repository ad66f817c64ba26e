import { ActionIcon, Autocomplete, Button, Group, Select, Stack } from '@mantine/core';
import { IconLink, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Controller, useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { nameIn } from '@shared/domain/language';
import { hostSchema, type Host } from '@shared/domain/meeting/types';
import { useRecords } from '@renderer/db/hooks';
import { Field } from '@renderer/ui/field';
import type { MeetingForm } from './schema';
import { useProblem } from './use-problem';
import classes from './form.module.css';

const SHOWN_PARTIES = 12;

/** Who receives the meeting: of any kind, several. One that is a party is linked by choosing it. */
export function HostFields() {
  const { t } = useTranslation('meetings');
  const { control } = useFormContext<MeetingForm>();
  const { fields, append, remove } = useFieldArray({ control, name: 'hosts' });
  return (
    <Field label={t('form.hosts')} hint={t('form.hostsHint')}>
      <Stack gap="xs">
        {fields.map((host, index) => (
          <HostLine key={host.id} index={index} onRemove={() => remove(index)} />
        ))}
        <Group>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            onClick={() => append({ kind: 'institution', name: '', party: null })}
          >
            {t('form.addHost')}
          </Button>
        </Group>
      </Stack>
    </Field>
  );
}

function HostLine({ index, onRemove }: { index: number; onRemove: () => void }) {
  const { t } = useTranslation('meetings');
  const { t: word } = useTranslation('domain');
  const problem = useProblem();
  const { control, setValue, formState } = useFormContext<MeetingForm>();
  const [kind, party] = useWatch({
    control,
    name: [`hosts.${index}.kind`, `hosts.${index}.party`],
  });
  const { parties, partyName } = useParties(kind);
  const link = (id: string | null) => setValue(`hosts.${index}.party`, id, { shouldDirty: true });
  const kinds = hostSchema.shape.kind.options.map((value) => ({
    value,
    label: word(`hostKind.${value}`),
  }));
  return (
    <div className={classes.host}>
      <Controller
        control={control}
        name={`hosts.${index}.kind`}
        render={({ field }) => (
          <Select
            aria-label={t('form.hostKind')}
            allowDeselect={false}
            data={kinds}
            value={field.value}
            onBlur={field.onBlur}
            onChange={(value) => {
              field.onChange(value ?? field.value);
              link(null);
            }}
          />
        )}
      />
      <Controller
        control={control}
        name={`hosts.${index}.name`}
        render={({ field }) => (
          <Autocomplete
            ref={field.ref}
            aria-label={t('form.hostName')}
            placeholder={t('form.hostName')}
            maxLength={300}
            data={[...parties.keys()]}
            limit={SHOWN_PARTIES}
            value={field.value}
            onBlur={field.onBlur}
            onChange={(name) => {
              field.onChange(name);
              // An institution keeps the party that it belongs to, however it is spelt.
              if (kind !== 'institution') link(parties.get(name) ?? null);
            }}
            description={
              party === null ? undefined : t('form.hostLinked', { party: partyName(party) })
            }
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            rightSection={
              party === null ? undefined : <IconLink size={16} stroke={1.7} aria-hidden="true" />
            }
            error={problem(formState.errors.hosts?.[index]?.name?.message)}
          />
        )}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('form.removeHost', { number: index + 1 })}
        onClick={onRemove}
      >
        <IconTrash size={18} stroke={1.6} />
      </ActionIcon>
    </div>
  );
}

/** Ids of the parties of a kind by their names; none for an institution. And any party's name. */
function useParties(kind: Host['kind']): {
  parties: ReadonlyMap<string, string>;
  partyName: (id: string) => string;
} {
  const { i18n } = useTranslation('meetings');
  const loaded = useRecords('parties');
  return useMemo(() => {
    const all = loaded.state === 'ready' ? loaded.value : [];
    const collator = new Intl.Collator(i18n.language);
    const named = all.map((party) => ({ party, name: nameIn(party.names, i18n.language) }));
    const parties = named
      .filter(({ party }) => party.kind === kind)
      .map(({ party, name }) => [name, party.id] as const)
      .sort(([a], [b]) => collator.compare(a, b));
    return {
      parties: new Map(parties),
      partyName: (id) => named.find(({ party }) => party.id === id)?.name ?? '…',
    };
  }, [loaded, kind, i18n.language]);
}

import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActResult } from '../../../db/act';
import { useCommands } from '../../../ui/commands';
import { Hint } from '../../../ui/key-hint';
import { ariaKeys } from '../../../ui/keys';
import { Section } from '../../../ui/page';
import { useKeptValues } from '../use-kept-values';
import { useProblemWords } from '../use-party-acts';
import { FootnoteFields } from './footnote-fields';
import { FormerNames } from './former-names';
import { IdentityFields } from './identity-fields';
import { NameFields } from './name-fields';
import { OtherFields } from './other-fields';
import { StatusFields } from './status-fields';
import type { PartyForm as Values } from './values';
import classes from '../parties.module.css';

const SAVE_KEYS = 'Mod+S';

/** The words for what is wrong with a field; `at` is which of several. */
export type ErrorOf = (field: string, at?: number) => string | undefined;

type Refused = Extract<ActResult, { ok: false }>;

interface PartyFormProps {
  /** Under which what is typed is kept. */
  draftKey: string;
  initial: Values;
  submitLabel: string;
  /** What became of it; a refusal is shown at its field. */
  onSubmit: (values: Values) => Promise<ActResult>;
  /** Above the fields: where a country can be chosen from the list. */
  begin?: (change: (patch: Partial<Values>) => void, values: Values) => ReactNode;
}

/** Everything about a party but its focal points, who are people. */
export function PartyForm({ draftKey, initial, submitLabel, onSubmit, begin }: PartyFormProps) {
  const { t } = useTranslation('parties');
  const words = useProblemWords();
  const { values, change, restored, settle } = useKeptValues(draftKey, initial);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async () => {
    const open = values.former.findIndex(({ to }) => to === '');
    if (open >= 0) {
      const params = { field: 'designations', at: String(open) };
      setRefused({ ok: false, reason: 'date-missing', params });
      return;
    }
    setBusy(true);
    const result = await onSubmit(values);
    setBusy(false);
    setRefused(result.ok ? null : result);
    if (result.ok) settle();
  };
  const latest = useRef(submit);
  useEffect(() => {
    latest.current = submit;
  });
  const commands = useMemo(
    () => [
      {
        id: 'parties.save',
        label: submitLabel,
        group: t('title'),
        keys: SAVE_KEYS,
        run: () => void latest.current(),
      },
    ],
    [submitLabel, t],
  );
  useCommands(commands);

  const errorOf: ErrorOf = (field, at) => {
    if (refused?.params?.['field'] !== field) return undefined;
    const which = refused.params['at'];
    return which === undefined || at === undefined || which === String(at)
      ? words(refused)
      : undefined;
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="lg">
        {restored && (
          <Alert
            icon={<IconHistory size={20} aria-hidden="true" />}
            title={t('form.restored')}
            withCloseButton
            closeButtonLabel={t('form.discard')}
            onClose={settle}
          >
            {t('form.restoredHint')}
          </Alert>
        )}
        {begin?.(change, values)}
        <Section title={t('form.identity')}>
          <IdentityFields values={values} change={change} errorOf={errorOf} />
        </Section>
        <Section title={t('form.names')}>
          <p className={classes.hint}>{t('form.namesHint')}</p>
          <NameFields
            names={values.names}
            onChange={(names) => change({ names })}
            error={errorOf('names')}
          />
        </Section>
        <Section title={t('form.statuses')}>
          <StatusFields values={values} change={change} errorOf={errorOf} />
        </Section>
        <Section title={t('form.former')}>
          <FormerNames values={values} change={change} errorOf={errorOf} />
        </Section>
        <Section title={t('form.footnotes')}>
          <FootnoteFields values={values} change={change} errorOf={errorOf} />
        </Section>
        <Section title={t('form.other')}>
          <OtherFields values={values} change={change} />
        </Section>
        <Group justify="flex-end" gap="md">
          {refused !== null && <span role="alert">{words(refused)}</span>}
          <Hint label={submitLabel} keys={SAVE_KEYS} position="top">
            <Button type="submit" size="md" loading={busy} aria-keyshortcuts={ariaKeys(SAVE_KEYS)}>
              {submitLabel}
            </Button>
          </Hint>
        </Group>
      </Stack>
    </form>
  );
}

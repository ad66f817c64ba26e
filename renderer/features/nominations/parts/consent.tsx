import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { noteConsent } from '@shared/domain/nomination/decide';
import { publishSchema, type Nomination, type Publish } from '@shared/domain/nomination/types';
import { useAct } from '../../../db/act';
import { useStore } from '../../../db/hooks';
import { Field } from '../../../ui/field';
import { toast } from '../../../ui/toasts';

/** Whether somebody agreed to be named in a list that is published. */
export function Consent({ nomination }: { readonly nomination: Nomination }) {
  const { t } = useTranslation('nominations');
  const act = useAct();
  const store = useStore();
  const { meeting, id } = nomination;

  const note = async (publish: Publish) => {
    const result = await act(async (context) =>
      noteConsent(
        context,
        nomination,
        publish,
        await store.heads('nominations', meeting, id, ['publish']),
      ),
    );
    if (!result.ok && result.reason !== 'unchanged') toast(t('notSaved'), { tone: 'bad' });
  };

  return (
    <Field label={t('publish.label')}>
      <SegmentedControl
        aria-label={t('publish.label')}
        value={nomination.publish}
        data={publishSchema.options.map((value) => ({ value, label: t(`publish.${value}`) }))}
        onChange={(value) => {
          const chosen = publishSchema.options.find((one) => one === value);
          if (chosen !== undefined) void note(chosen);
        }}
      />
    </Field>
  );
}

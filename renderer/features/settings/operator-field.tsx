import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renameOperator } from '@shared/domain/operator/decide';
import { useAct } from '@renderer/db/act';
import { useStore } from '@renderer/db/hooks';
import { toast } from '@renderer/ui/toasts';
import { useSettings } from './settings-context';

/** Who acts here. The name goes into the journal, sealed, so that every desk can show it. */
export function OperatorField() {
  const { t } = useTranslation('settings');
  const { settings, change } = useSettings();
  const store = useStore();
  const act = useAct();
  const { id } = settings.operator;
  const [name, setName] = useState(settings.operator.name);

  const save = async () => {
    const trimmed = name.trim();
    if (trimmed === settings.operator.name) return;
    const result = await act(async (context) => {
      const known = (await store.list('operators')).some((one) => one.id === id);
      const over = await store.heads('operators', null, id, ['name']);
      return renameOperator(context, { id, name: trimmed, known, over });
    });
    const kept = result.ok && (await change({ operator: { id, name: trimmed } }));
    toast(kept ? t('saved') : t('notSaved'), { tone: kept ? 'good' : 'bad' });
  };

  return (
    <TextInput
      label={t('desk.operator')}
      description={t('desk.operatorHint')}
      maxLength={200}
      value={name}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save();
      }}
    />
  );
}

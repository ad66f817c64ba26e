import { Alert, Button, Checkbox, Group, Modal, Radio, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '@shared/domain/person/rules';
import type { ForgottenFor, Person } from '@shared/domain/person/types';
import { formatNumber } from '@shared/i18n/format';
import { useRecord } from '../../../db/hooks';
import { useSettings } from '../../settings';
import { Loading } from '../../../ui/states';
import { useForget } from '../use-forget';
import { useMentions } from '../use-mentions';
import { ForgottenResult } from './forgotten-result';
import { MentionList } from './mention-list';
import classes from '../personal-data.module.css';

interface ForgetDialogProps {
  readonly people: readonly Person[];
  readonly onClose: () => void;
}

const WHY = ['request', 'retention', 'error'] as const;
/** Names that are shown one by one. */
const SHOWN = 8;

/** Asks once more, says what will happen and what no program finds, and then what was done. */
export function ForgetDialog({ people, onClose }: ForgetDialogProps) {
  const { t, i18n } = useTranslation(['personal', 'ui', 'errors']);
  const { settings } = useSettings();
  const operator = useRecord('operators', settings.operator.id);
  const named = operator.state === 'ready' ? (operator.value?.name ?? '') : '';
  const { forgetting, forget } = useForget(named || t('personal:certificate.unnamed'));
  const mentions = useMentions(people);
  const [why, setWhy] = useState<ForgottenFor>(people.length > 1 ? 'retention' : 'request');
  const [understood, setUnderstood] = useState(false);
  const busy = forgetting.state === 'working';
  const count = { count: people.length, number: formatNumber(people.length, i18n.language) };

  return (
    <Modal
      opened
      onClose={busy ? () => undefined : onClose}
      title={t('personal:forget.people', count)}
      size="lg"
      centered
      closeButtonProps={{ 'aria-label': t('ui:close') }}
      attributes={{ header: { role: 'presentation' } }}
      classNames={{ title: classes.dialogTitle }}
    >
      {forgetting.state === 'done' ? (
        <ForgottenResult forgotten={forgetting.forgotten} onClose={onClose} />
      ) : (
        <Stack gap="md">
          <ul className={classes.items}>
            {people.slice(0, SHOWN).map((person) => (
              <li key={person.id}>
                <bdi>{displayName(person)}</bdi>
              </li>
            ))}
            {people.length > SHOWN && (
              <li>
                {t('personal:forget.more', {
                  count: people.length - SHOWN,
                  number: formatNumber(people.length - SHOWN, i18n.language),
                })}
              </li>
            )}
          </ul>
          <Alert
            color="red"
            icon={<IconAlertTriangle size={20} aria-hidden="true" />}
            title={t('personal:forget.final')}
          >
            {t('personal:forget.what')}
          </Alert>
          <Radio.Group
            label={t('personal:forget.why')}
            value={why}
            onChange={(value) => setWhy(WHY.find((one) => one === value) ?? why)}
          >
            <Stack gap="xs" mt="xs">
              {WHY.map((value) => (
                <Radio key={value} value={value} label={t(`personal:why.${value}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <MentionList mentions={mentions} />
          <Checkbox
            label={t('personal:forget.understood')}
            checked={understood}
            onChange={(event) => setUnderstood(event.currentTarget.checked)}
          />
          {forgetting.state === 'refused' && (
            <Alert color="red" role="alert">
              {forgetting.reason === 'not-permitted'
                ? t('personal:forget.notPermitted')
                : t('personal:forget.failed')}
            </Alert>
          )}
          {busy && <Loading label={t('personal:forget.working')} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" disabled={busy} onClick={onClose}>
              {t('ui:cancel')}
            </Button>
            <Button
              color="red.8"
              disabled={!understood || mentions.state === 'reading'}
              loading={busy}
              onClick={() =>
                void forget(people, why, mentions.state === 'ready' ? mentions.mentions : null)
              }
            >
              {t('personal:forget.confirm')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

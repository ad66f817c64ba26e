import { ActionIcon, Anchor, Button, Group, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeFocalPoints } from '@shared/domain/party/decide';
import type { FocalPoint, Party } from '@shared/domain/party/types';
import { useAct } from '../../../db/act';
import { Permitted } from '../../operators';
import { Section } from '../../../ui/page';
import { useKeptValues } from '../use-kept-values';
import { usePartyHeads, useProblemWords, useTellResult } from '../use-party-acts';
import classes from '../parties.module.css';

interface FocalPointsProps {
  party: Party;
  parties: readonly Party[];
}

/** Whom to write to; edited in its own place. */
export function FocalPoints({ party, parties }: FocalPointsProps) {
  const { t } = useTranslation('parties');
  const [editing, setEditing] = useState(false);
  const { focalPoints } = party;
  return (
    <Section
      title={t('part.focalPoints')}
      aside={
        editing ? undefined : (
          <Permitted act="party.changed">
            <Button variant="default" size="compact-md" onClick={() => setEditing(true)}>
              {t('focalPoints.edit')}
            </Button>
          </Permitted>
        )
      }
    >
      {editing ? (
        <Edit party={party} parties={parties} onDone={() => setEditing(false)} />
      ) : focalPoints.length === 0 ? (
        <p className={classes.quiet}>{t('focalPoints.none')}</p>
      ) : (
        <ul className={classes.items}>
          {focalPoints.map(({ name, email, institution }, index) => (
            <li key={index} className={classes.designation}>
              <bdi>{name}</bdi>
              <span className={classes.quiet}>
                {institution !== '' && <bdi>{institution} · </bdi>}
                {email !== '' && <Anchor href={`mailto:${email}`}>{email}</Anchor>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const BLANK: FocalPoint = { name: '', email: '', institution: '' };

function Edit({ party, parties, onDone }: FocalPointsProps & { onDone: () => void }) {
  const { t } = useTranslation('parties');
  const act = useAct();
  const heads = usePartyHeads();
  const tell = useTellResult();
  const words = useProblemWords();
  const initial = useMemo(
    () => ({ points: party.focalPoints.length === 0 ? [BLANK] : party.focalPoints }),
    [party.focalPoints],
  );
  const { values, change, settle } = useKeptValues(`party-focal-points:${party.id}`, initial);
  const [error, setError] = useState<{ at: number; reason: string; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const { points } = values;
  const set = (at: number, patch: Partial<FocalPoint>) => {
    change({ points: points.map((one, index) => (index === at ? { ...one, ...patch } : one)) });
  };
  const errorAt = (at: number, ...reasons: string[]) =>
    error?.at === at && reasons.includes(error.reason) ? error.text : undefined;

  const save = async () => {
    setBusy(true);
    const wanted = points.filter((one) => Object.values(one).some((text) => text.trim() !== ''));
    const result = await act(async (context) =>
      changeFocalPoints(context, {
        ...{ party, parties, headsOf: await heads(), focalPoints: wanted },
      }),
    );
    setBusy(false);
    const { at } = result.ok ? {} : (result.params ?? {});
    if (!result.ok && at !== undefined) {
      const point = wanted[Number(at)];
      const index = points.findIndex((one) => one === point);
      setError({ at: index, reason: result.reason, text: words(result) });
      return;
    }
    const unchanged = !result.ok && result.reason === 'nothing-changed';
    if (tell(result, t('focalPoints.saved')) || unchanged) {
      settle();
      onDone();
    }
  };

  return (
    <form
      noValidate
      className={classes.rows}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {points.map(({ name, email, institution }, at) => (
        <div
          key={at}
          className={classes.focalPoint}
          role="group"
          aria-label={t('focalPoints.number', { number: at + 1 })}
        >
          <TextInput
            label={t('focalPoints.name')}
            maxLength={300}
            value={name}
            onChange={(event) => set(at, { name: event.currentTarget.value })}
            error={errorAt(at, 'focal-point-nameless')}
          />
          <TextInput
            label={t('focalPoints.email')}
            type="email"
            maxLength={320}
            value={email}
            onChange={(event) => set(at, { email: event.currentTarget.value })}
            error={errorAt(at, 'email-wrong')}
          />
          <TextInput
            label={t('focalPoints.institution')}
            maxLength={400}
            value={institution}
            onChange={(event) => set(at, { institution: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t('focalPoints.remove', { number: at + 1 })}
            onClick={() => change({ points: points.filter((_, index) => index !== at) })}
          >
            <IconTrash size={18} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          disabled={points.length >= 20}
          onClick={() => change({ points: [...points, BLANK] })}
        >
          {t('focalPoints.add')}
        </Button>
        <Button type="submit" loading={busy}>
          {t('focalPoints.save')}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            settle();
            onDone();
          }}
        >
          {t('focalPoints.cancel')}
        </Button>
      </Group>
    </form>
  );
}

import { Button } from '@mantine/core';
import { IconCheck, IconMail, IconReplace } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { movable, moveNominations, type PlainMove } from '@shared/domain/nomination/bulk';
import { nominationMovesFrom } from '@shared/domain/nomination/rules';
import type { Nomination } from '@shared/domain/nomination/types';
import { isLate, overCaps } from '@shared/domain/nomination/warnings';
import { nameIn } from '@shared/domain/language';
import { formatNumber } from '@shared/i18n/format';
import { Permitted } from '@renderer/features/operators';
import { ConfirmInline } from '../../../ui/confirm-inline';
import type { NominationsModel } from '../use-nominations';
import { useNominationActs } from '../use-nomination-acts';
import { Notice } from './notice';
import classes from '../nominations.module.css';

interface Props {
  readonly chosen: readonly Nomination[];
  readonly model: NominationsModel;
  readonly onReplace: (nominations: readonly Nomination[]) => void;
  readonly onLetters: (parties: readonly string[]) => void;
  readonly onDone: () => void;
}

const MOVES = ['accepted', 'reconfirmed', 'declined', 'withdrawn'] as const;

/** What can be done with all nominations that are marked; each button says with how many. */
export function BulkBar({ chosen, model, onReplace, onLetters, onDone }: Props) {
  const { t, i18n } = useTranslation('nominations');
  const { commit } = useNominationActs(model.meeting.id);
  const [busy, setBusy] = useState(false);
  const number = (value: number) => formatNumber(value, i18n.language);
  const replaceable = chosen.filter(({ state }) => nominationMovesFrom(state).includes('replaced'));

  const move = (to: PlainMove) => {
    const moving = movable(chosen, to);
    const count = moving.length;
    setBusy(true);
    void commit(
      (context, { headsOf, nominations }) => {
        const ids = new Set(moving.map(({ id }) => id));
        const now = nominations.filter(({ id }) => ids.has(id));
        return moveNominations(context, now, to, headsOf);
      },
      t(`bulk.done.${to}`, { count, number: number(count) }),
    )
      .then((result) => {
        if (result.ok) onDone();
      })
      .finally(() => setBusy(false));
  };

  const button = (to: PlainMove) => {
    const count = movable(chosen, to).length;
    if (count === 0) return null;
    const label = t(`bulk.move.${to}`, { number: number(count) });
    return to === 'accepted' || to === 'reconfirmed' ? (
      <Permitted key={to} act={`nomination.${to}`}>
        <Button
          loading={busy}
          leftSection={to === 'accepted' ? <IconCheck size={16} aria-hidden /> : undefined}
          variant={to === 'accepted' ? 'filled' : 'default'}
          onClick={() => move(to)}
        >
          {label}
        </Button>
      </Permitted>
    ) : (
      <ConfirmInline
        key={to}
        label={label}
        question={t(`bulk.question.${to}`, { count, number: number(count) })}
        confirm={t(`move.${to}`)}
        danger
        onConfirm={() => move(to)}
      />
    );
  };

  return (
    <div className={classes.bulk} role="group" aria-label={t('bulk.label')}>
      <div className={classes.bulkActions}>
        {MOVES.map(button)}
        {replaceable.length > 0 && (
          <Permitted act="nomination.replaced">
            <Button
              variant="default"
              leftSection={<IconReplace size={16} aria-hidden />}
              onClick={() => onReplace(replaceable)}
            >
              {t('bulk.replace', { number: number(replaceable.length) })}
            </Button>
          </Permitted>
        )}
        <Button
          variant="default"
          leftSection={<IconMail size={16} aria-hidden />}
          onClick={() => onLetters([...new Set(chosen.map(({ party }) => party))])}
        >
          {t('bulk.letters')}
        </Button>
      </div>
      <AcceptWarnings chosen={movable(chosen, 'accepted')} model={model} />
    </div>
  );
}

/** What accepting all that are marked would come to: caps and the deadline warn, and no more. */
function AcceptWarnings({ chosen, model }: Pick<Props, 'chosen' | 'model'>) {
  const { t, i18n } = useTranslation('nominations');
  const { meeting, nominations, parties } = model;
  const over = useMemo(() => {
    const accepting = new Set(chosen.map(({ id }) => id));
    const own = new Set(chosen.map(({ party }) => party));
    return overCaps(meeting, nominations, accepting).filter(({ party }) => own.has(party));
  }, [chosen, meeting, nominations]);
  const late = chosen.filter((one) => isLate(meeting, one)).length;
  if (over.length === 0 && late === 0) return null;
  const number = (value: number) => formatNumber(value, i18n.language);
  const nameOf = (id: string) =>
    nameIn(parties.find((one) => one.id === id)?.names ?? {}, i18n.language);
  const shown = over.slice(0, 3);
  return (
    <Notice>
      {shown.map(({ party, modality, count, cap }) => (
        <p key={`${party} ${modality}`}>
          {t(`bulk.overCap.${modality}`, {
            party: nameOf(party),
            count: number(count),
            cap: number(cap),
          })}
        </p>
      ))}
      {over.length > shown.length && (
        <p>
          {t('bulk.moreOverCap', {
            count: over.length - shown.length,
            number: number(over.length - shown.length),
          })}
        </p>
      )}
      {late > 0 && <p>{t('bulk.late', { count: late, number: number(late) })}</p>}
    </Notice>
  );
}

import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { moveNomination, takeBackMove } from '@shared/domain/nomination/decide';
import { nominationMovesFrom } from '@shared/domain/nomination/rules';
import type { Nomination } from '@shared/domain/nomination/types';
import { displayName } from '@shared/domain/person/rules';
import { useAct } from '../../../db/act';
import { useStore } from '../../../db/hooks';
import { ConfirmInline } from '../../../ui/confirm-inline';
import { SidePanel } from '../../../ui/dialog';
import { useRefusal } from '@renderer/features/operators';
import { toast } from '../../../ui/toasts';
import type { NominationEntry, NominationsModel } from '../use-nominations';
import classes from '../nominations.module.css';
import { Consent } from './consent';
import { NominationFacts } from './nomination-facts';

interface Props {
  /** `undefined`: nothing is open. */
  readonly entry: NominationEntry | undefined;
  readonly model: NominationsModel;
  readonly onClose: () => void;
}

/** Moves with a button here; replacing somebody needs to know by whom. */
const MOVES = ['accepted', 'reconfirmed', 'declined', 'withdrawn'] as const;
type Move = (typeof MOVES)[number];

/** Everything known of one nomination, and what can happen to it next. */
export function NominationPanel({ entry, model, onClose }: Props) {
  return (
    <SidePanel
      opened={entry !== undefined}
      title={entry === undefined ? '' : nameOf(entry)}
      onClose={onClose}
    >
      {entry !== undefined && (
        <div className={classes.panel}>
          <NominationFacts entry={entry} model={model} />
          {entry.person?.forgotten !== true && <Consent nomination={entry.nomination} />}
          <Moves entry={entry} />
        </div>
      )}
    </SidePanel>
  );
}

function nameOf({ person, name }: NominationEntry): string {
  return person === undefined ? name : displayName(person);
}

function Moves({ entry }: { readonly entry: NominationEntry }) {
  const { t } = useTranslation(['nominations', 'domain']);
  const refusal = useRefusal();
  const act = useAct();
  const store = useStore();
  const { nomination } = entry;
  const name = nameOf(entry);
  const possible = nominationMovesFrom(nomination.state);
  const moves = MOVES.filter((move) => possible.includes(move));
  const heads = ({ meeting, id }: Nomination) => store.heads('nominations', meeting, id, ['state']);

  const undo = async (operations: readonly string[]) => {
    const result = await act(async (context) =>
      takeBackMove(context, nomination, operations, await heads(nomination)),
    );
    if (result.ok) {
      const state = t(`domain:nominationState.${nomination.state}`);
      toast(t('nominations:undone', { name, state }));
    } else {
      const again = result.reason === 'moved-again';
      const own = again ? 'nominations:movedAgain' : 'nominations:notSaved';
      toast(refusal(result) ?? t(own), { tone: 'bad' });
    }
  };

  const move = async (to: Move) => {
    const result = await act(async (context) =>
      moveNomination(context, nomination, to, await heads(nomination)),
    );
    if (result.ok) {
      const { operations } = result;
      toast(t(`nominations:moved.${to}`, { name }), {
        action: { label: t('nominations:undo'), run: () => void undo(operations) },
      });
    } else toast(refusal(result) ?? t('nominations:notSaved'), { tone: 'bad' });
  };

  if (moves.length === 0) return <p className={classes.quiet}>{t('nominations:noMoves')}</p>;
  return (
    <div className={classes.moves} role="group" aria-label={t('nominations:moves')}>
      {moves.map((to) => {
        const label = t(`nominations:move.${to}`);
        if (to === 'declined' || to === 'withdrawn') {
          return (
            <ConfirmInline
              key={to}
              label={label}
              question={t(`nominations:moveQuestion.${to}`)}
              confirm={label}
              danger
              onConfirm={() => void move(to)}
            />
          );
        }
        const primary = to === 'accepted';
        return (
          <Button
            key={to}
            variant={primary ? 'filled' : 'default'}
            leftSection={primary ? <IconCheck size={16} aria-hidden /> : undefined}
            onClick={() => void move(to)}
          >
            {label}
          </Button>
        );
      })}
    </div>
  );
}

import { Button } from '@mantine/core';
import { IconCheck, IconPencil, IconReplace } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chainOf } from '@shared/domain/nomination/chain';
import { moveNomination } from '@shared/domain/nomination/decide';
import { nominationMovesFrom } from '@shared/domain/nomination/rules';
import type { Nomination } from '@shared/domain/nomination/types';
import type { NominationWarning } from '@shared/domain/nomination/warnings';
import { displayName } from '@shared/domain/person/rules';
import { AttendanceRecord } from '@renderer/features/desk';
import { Permitted } from '@renderer/features/operators';
import { ConfirmInline } from '../../../ui/confirm-inline';
import { SidePanel } from '../../../ui/dialog';
import { Loading } from '../../../ui/states';
import { EditForm } from '../panel/edit-form';
import { useNominationActs } from '../use-nomination-acts';
import type { NominationEntry, NominationsModel } from '../use-nominations';
import classes from '../nominations.module.css';
import { Consent } from './consent';
import { NominationFacts } from './nomination-facts';
import { Warnings } from './warnings';

interface Props {
  /** `undefined`: nothing is open. */
  readonly entry: NominationEntry | undefined;
  readonly model: NominationsModel;
  readonly warnings: readonly NominationWarning[];
  readonly onOpen: (nomination: string) => void;
  readonly onReplace: (nomination: Nomination) => void;
  readonly onClose: () => void;
}

/** Moves with a button of their own; replacing somebody has to ask by whom. */
const MOVES = ['accepted', 'reconfirmed', 'declined', 'withdrawn'] as const;
type Move = (typeof MOVES)[number];

/** Everything known of one nomination, and what can happen to it next. */
export function NominationPanel(props: Props) {
  const { entry, onClose } = props;
  return (
    <SidePanel
      opened={entry !== undefined}
      title={entry === undefined ? '' : nameOf(entry)}
      onClose={onClose}
    >
      {entry !== undefined && <Opened key={entry.id} {...props} entry={entry} />}
    </SidePanel>
  );
}

function nameOf({ person, name }: NominationEntry): string {
  return person === undefined ? name : displayName(person);
}

function Opened({ entry, model, warnings, ...acts }: Props & { readonly entry: NominationEntry }) {
  const { t } = useTranslation('nominations');
  const [editing, setEditing] = useState(false);
  if (editing) return <EditForm entry={entry} model={model} onClose={() => setEditing(false)} />;
  return (
    <div className={classes.panel}>
      <NominationFacts entry={entry} model={model} />
      <Chain entry={entry} model={model} onOpen={acts.onOpen} />
      <div>
        <Permitted act="nomination.changed">
          <Button
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => setEditing(true)}
          >
            {t('edit.open')}
          </Button>
        </Permitted>
      </div>
      {entry.person?.forgotten !== true && <Consent nomination={entry.nomination} />}
      <Warnings warnings={warnings} model={model} />
      <Moves entry={entry} onReplace={acts.onReplace} />
      <section aria-label={t('attendance')}>
        <h3 className={classes.panelTitle}>{t('attendance')}</h3>
        <Suspense fallback={<Loading />}>
          <AttendanceRecord meeting={model.meeting} person={entry.nomination.person} />
        </Suspense>
      </section>
    </div>
  );
}

/** Who was replaced by whom, from first to last; nothing when nobody was. */
function Chain({
  entry,
  model,
  onOpen,
}: Pick<Props, 'model' | 'onOpen'> & { entry: NominationEntry }) {
  const { t } = useTranslation('nominations');
  const chain = chainOf(entry.nomination, model.nominations);
  if (chain.length < 2) return null;
  return (
    <nav aria-label={t('replace.chain')}>
      <p className={classes.quiet}>{t('replace.chain')}</p>
      <ol className={classes.chain}>
        {chain.map(({ id, person }) => {
          const found = model.people.find((one) => one.id === person);
          const name = found === undefined ? t('unknownPerson') : displayName(found);
          return (
            <li key={id}>
              {id === entry.id ? (
                <strong aria-current="true">
                  <bdi>{name}</bdi>
                </strong>
              ) : (
                <Button variant="subtle" size="compact-md" onClick={() => onOpen(id)}>
                  <bdi>{name}</bdi>
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Moves({ entry, onReplace }: Pick<Props, 'onReplace'> & { entry: NominationEntry }) {
  const { t } = useTranslation('nominations');
  const { nomination } = entry;
  const { commit } = useNominationActs(nomination.meeting);
  const name = nameOf(entry);
  const possible = nominationMovesFrom(nomination.state);
  const moves = MOVES.filter((move) => possible.includes(move));

  const move = (to: Move) =>
    void commit(
      (context, now) => {
        const held = now.nominations.find(({ id }) => id === nomination.id) ?? nomination;
        const heads = now.headsOf('nominations', nomination.id, ['state']);
        return moveNomination(context, held, to, heads);
      },
      t(`moved.${to}`, { name }),
    );

  if (moves.length === 0) return <p className={classes.quiet}>{t('noMoves')}</p>;
  return (
    <div className={classes.moves} role="group" aria-label={t('moves')}>
      {moves.map((to) => {
        const label = t(`move.${to}`);
        if (to === 'declined' || to === 'withdrawn') {
          return (
            <ConfirmInline
              key={to}
              label={label}
              question={t(`moveQuestion.${to}`)}
              confirm={label}
              danger
              onConfirm={() => move(to)}
            />
          );
        }
        const primary = to === 'accepted';
        return (
          <Button
            key={to}
            variant={primary ? 'filled' : 'default'}
            leftSection={primary ? <IconCheck size={16} aria-hidden /> : undefined}
            onClick={() => move(to)}
          >
            {label}
          </Button>
        );
      })}
      {possible.includes('replaced') && (
        <Button
          variant="default"
          leftSection={<IconReplace size={16} aria-hidden />}
          onClick={() => onReplace(nomination)}
        >
          {t('replace.open')}
        </Button>
      )}
    </div>
  );
}

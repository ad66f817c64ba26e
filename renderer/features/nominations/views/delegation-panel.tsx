import { Button } from '@mantine/core';
import { IconMail, IconStarFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { displayName } from '@shared/domain/person/rules';
import type { Nomination } from '@shared/domain/nomination/types';
import { SidePanel } from '../../../ui/dialog';
import { Tag } from '../../../ui/tag';
import { stateTone } from '../state-tone';
import type { NominationsModel } from '../use-nominations';
import classes from '../nominations.module.css';
import type { DelegationEntry } from './use-delegations';

interface Props {
  /** `undefined`: nothing is open. */
  readonly entry: DelegationEntry | undefined;
  readonly model: NominationsModel;
  readonly onOpen: (nomination: string) => void;
  readonly onLetters: (parties: readonly string[]) => void;
  readonly onClose: () => void;
}

/** One delegation: everybody it named, the head marked, and what is missing. */
export function DelegationPanel({ entry, model, onOpen, onLetters, onClose }: Props) {
  const { t } = useTranslation('nominations');
  return (
    <SidePanel opened={entry !== undefined} title={entry?.partyName ?? ''} onClose={onClose}>
      {entry !== undefined && (
        <div className={classes.panel}>
          {entry.gaps.length > 0 && (
            <p className={classes.tags}>
              {entry.gaps.map((gap) => (
                <Tag key={gap} tone={gap === 'no-nomination' ? 'neutral' : 'warning'}>
                  {t(`delegation.gap.${gap}`)}
                </Tag>
              ))}
            </p>
          )}
          {entry.nominations.length === 0 ? (
            <p className={classes.quiet}>{t('delegation.nobody')}</p>
          ) : (
            <ul className={classes.delegates}>
              {entry.nominations.map((one) => (
                <Delegate key={one.id} nomination={one} model={model} onOpen={onOpen} />
              ))}
            </ul>
          )}
          <div>
            <Button
              variant="default"
              leftSection={<IconMail size={16} aria-hidden />}
              onClick={() => onLetters([entry.id])}
            >
              {t('bulk.letters')}
            </Button>
          </div>
        </div>
      )}
    </SidePanel>
  );
}

interface DelegateProps extends Pick<Props, 'model' | 'onOpen'> {
  readonly nomination: Nomination;
}

function Delegate({ nomination, model, onOpen }: DelegateProps) {
  const { t } = useTranslation(['nominations', 'domain']);
  const person = model.people.find(({ id }) => id === nomination.person);
  const { capacity, modality, state } = nomination;
  return (
    <li>
      <button type="button" className={classes.delegate} onClick={() => onOpen(nomination.id)}>
        <span className={classes.delegateName}>
          {capacity === 'head' && <IconStarFilled size={14} aria-hidden />}
          <bdi>{person === undefined ? t('nominations:unknownPerson') : displayName(person)}</bdi>
        </span>
        <span className={classes.quiet}>
          {`${t(`domain:capacity.${capacity}`)} · ${t(`domain:modality.${modality}`)}`}
        </span>
      </button>
      <Tag tone={stateTone(state)}>{t(`domain:nominationState.${state}`)}</Tag>
    </li>
  );
}

import { Button, Radio } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  meantBy,
  takesOf,
  usualTake,
  type Choice,
  type Take,
} from '@shared/codecs/nominations/choice';
import type { NominationRow } from '@shared/codecs/nominations/types';
import { nameIn } from '@shared/domain/language';
import { displayName } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/types';
import type { KnownParties } from '../known-parties';
import classes from './import.module.css';
import styles from './row.module.css';

interface Props {
  readonly row: NominationRow;
  readonly choice: Choice | undefined;
  readonly people: readonly Person[];
  readonly parties: KnownParties;
  /** `null`: what the verdict says. */
  readonly onChoose: (choice: Choice | null) => void;
}

/** What becomes of a row: which value wins, whether it is somebody else, or nothing of it. */
export function RowChoice({ row, choice, people, parties, onChoose }: Props) {
  const { t, i18n } = useTranslation(['imports', 'nominations']);
  const name = useId();
  const [person, setPerson] = useState<string | null>(choice?.person ?? null);
  const takes = takesOf(row);
  if (takes.length === 0) return null;
  const take = choice?.take ?? usualTake(row);
  const several = row.against.length > 1;
  const known = meantBy(row, person === null ? choice : { take: 'keep', person });
  const otherParty = row.issues.some(({ code }) => code === 'other-party');
  const label = (one: Take): string => {
    if (row.verdict === 'new' && row.match === null) return t(`take.plain.${one}`);
    return one === 'another' && otherParty ? t('take.alsoHere') : t(`take.long.${one}`);
  };
  const choose = (next: Take) => onChoose({ take: next, ...(person === null ? {} : { person }) });
  return (
    <fieldset className={styles.choice}>
      <legend className={classes.detailPart}>{t('take.title')}</legend>
      {row.verdict === 'conflict' && (
        <ul className={classes.candidates} aria-label={t('nominations:import.candidates')}>
          {row.against.map(({ personId, party }) => {
            const one = people.find(({ id }) => id === personId);
            const own = party === null ? undefined : parties.byId.get(party);
            const said = [
              ...(one?.emails ?? []),
              ...(own === undefined ? [] : [nameIn(own.names, i18n.language)]),
            ].join(' · ');
            const words = one === undefined ? t('take.nobody') : displayName(one);
            return (
              <li key={personId}>
                {several ? (
                  <Radio
                    name={`${name}-person`}
                    label={<bdi>{words}</bdi>}
                    checked={known?.personId === personId}
                    onChange={() => {
                      setPerson(personId);
                      if (choice !== undefined) onChoose({ ...choice, person: personId });
                    }}
                  />
                ) : (
                  <bdi>{words}</bdi>
                )}
                <span className={classes.quiet}>{said}</span>
              </li>
            );
          })}
        </ul>
      )}
      <div className={styles.takes}>
        {takes.map((one) => (
          <Radio
            key={one}
            name={name}
            label={label(one)}
            checked={take === one}
            disabled={several && known === null && (one === 'keep' || one === 'replace')}
            onChange={() => choose(one)}
          />
        ))}
      </div>
      {several && known === null && <p className={classes.quiet}>{t('take.chooseWho')}</p>}
      {choice !== undefined && (
        <Button variant="subtle" size="compact-sm" onClick={() => onChoose(null)}>
          {t('take.undecide')}
        </Button>
      )}
    </fieldset>
  );
}

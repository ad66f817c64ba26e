import { Button, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '@shared/domain/language';
import { LETTER_KINDS, type LetterKind } from '@shared/domain/programme/letters';
import { Dialog } from '../../../ui/dialog';
import { Field } from '../../../ui/field';
import { Notice } from '../parts/notice';
import type { NominationsModel } from '../use-nominations';
import { LetterEditor } from './letter-editor';
import { problemOf, useLetters } from './use-letters';
import classes from '../nominations.module.css';

interface Props {
  /** Parties that are written to. */
  readonly parties: readonly string[];
  readonly first: LetterKind;
  readonly model: NominationsModel;
  readonly onClose: () => void;
}

/** Letters to the focal points of some parties, looked at and changed before they go. */
export function LettersDialog({ parties, first, model, onClose }: Props) {
  const { t, i18n } = useTranslation('letters');
  const letters = useLetters(model, parties, first);
  const { letters: all, kind, sender, number } = letters;
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = all.find(({ party }) => party.id === chosen) ?? all[0];
  const ready = all.filter((letter) => problemOf(letter) === null).length;
  const left = all.length - ready;

  return (
    <Dialog
      opened
      size="xl"
      closing="deliberate"
      title={t('title')}
      onClose={onClose}
      footer={
        <div className={classes.letterActs}>
          <span className={classes.quiet}>{t('names')}</span>
          <Button
            disabled={ready === 0 || letters.senderIsWrong}
            loading={letters.busy}
            onClick={letters.saveAll}
          >
            {ready === 0 ? t('saveNone') : t('saveAll', { count: ready, number: number(ready) })}
          </Button>
        </div>
      }
    >
      <Stack gap="md">
        <div className={classes.letterHead}>
          <Field label={t('kind.label')}>
            <SegmentedControl
              aria-label={t('kind.label')}
              value={kind}
              data={LETTER_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
              onChange={(value) => {
                const found = LETTER_KINDS.find((one) => one === value);
                if (found !== undefined) letters.setKind(found);
              }}
            />
          </Field>
          <TextInput
            label={t('senderName')}
            value={sender.name}
            maxLength={300}
            onChange={(event) => letters.setSender({ ...sender, name: event.currentTarget.value })}
          />
          <TextInput
            type="email"
            label={t('senderEmail')}
            description={t('senderHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={sender.email}
            maxLength={254}
            error={letters.senderIsWrong && t('wrongSender')}
            onChange={(event) => letters.setSender({ ...sender, email: event.currentTarget.value })}
          />
        </div>
        <div className={classes.letters}>
          <ul className={classes.letterList} aria-label={t('parties')}>
            {all.map((letter) => (
              <li key={letter.party.id}>
                <button
                  type="button"
                  className={classes.day}
                  aria-pressed={letter === shown}
                  onClick={() => setChosen(letter.party.id)}
                >
                  <span>{nameIn(letter.party.names, i18n.language)}</span>
                  {problemOf(letter) !== null && (
                    <span className={classes.quiet}>{t('problem.short')}</span>
                  )}
                </button>
              </li>
            ))}
          </ul>
          {shown !== undefined && (
            <LetterEditor key={`${kind} ${shown.party.id}`} letter={shown} letters={letters} />
          )}
        </div>
        {left > 0 && <Notice>{t('leftOut', { count: left, number: number(left) })}</Notice>}
      </Stack>
    </Dialog>
  );
}

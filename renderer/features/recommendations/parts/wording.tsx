import { Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnLanguage } from '@shared/domain/language';
import { textIn, type Recommendation } from '@shared/domain/recommendation/types';
import type { ActResult } from '../../../db/act';
import { useDraftText } from '../../../db/draft-text';
import classes from '../recommendations.module.css';

/** A version arises after this much rest (domain.md, *Text*), on leaving, or on a state change. */
const REST_MS = 30_000;

export interface WordingHandle {
  /** Makes a version of what stands in the box, when that is something new. */
  readonly save: () => Promise<ActResult>;
}

interface Props {
  readonly recommendation: Recommendation;
  readonly language: UnLanguage;
  readonly onSave: (text: string) => Promise<ActResult>;
  readonly onFailed: (result: ActResult) => void;
  readonly handle: (wording: WordingHandle | null) => void;
}

/** The wording in one language. Typing is a local draft; a version is made when one leaves it. */
export function Wording({ recommendation, language, onSave, onFailed, handle }: Props) {
  const { t } = useTranslation('recommendations');
  const saved = textIn(recommendation, language);
  const draft = useDraftText(`recommendation ${recommendation.id} ${language}`, saved);
  const rest = useRef<ReturnType<typeof setTimeout> | null>(null);

  const save = async (): Promise<ActResult> => {
    if (rest.current !== null) clearTimeout(rest.current);
    if (!draft.dirty) return { ok: true, operations: [] };
    const result = await onSave(draft.text);
    if (result.ok) draft.settle();
    return result;
  };
  const saveAndTell = () => {
    void save().then(onFailed);
  };
  const latest = useRef({ save, saveAndTell, handle });
  useEffect(() => {
    latest.current = { save, saveAndTell, handle };
  });
  useEffect(() => {
    const { handle: offer } = latest.current;
    offer({ save: () => latest.current.save() });
    return () => {
      offer(null);
      if (rest.current !== null) clearTimeout(rest.current);
    };
  }, []);

  return (
    <div className={classes.wording}>
      <Textarea
        label={t(`language.${language}`)}
        lang={language}
        dir="auto"
        autosize
        minRows={9}
        value={draft.text}
        placeholder={t('textHint')}
        onChange={(event) => {
          draft.type(event.currentTarget.value);
          if (rest.current !== null) clearTimeout(rest.current);
          rest.current = setTimeout(() => latest.current.saveAndTell(), REST_MS);
        }}
        onBlur={saveAndTell}
      />
      <p className={classes.quiet} role="status">
        {draft.dirty ? t('kept') : saved === '' ? t('missing') : t('saved')}
      </p>
    </div>
  );
}

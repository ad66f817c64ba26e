import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '@shared/domain/meeting/types';
import { displayName } from '@shared/domain/person/rules';
import { formatTime } from '@shared/i18n/format';
import { announce } from '../../../ui/announcer';
import { useSettings } from '../../settings';
import type { DeskDirectory } from '../directory';
import { playTone } from '../../../ui/tone';
import type { DeskResult } from './results';

/** Tells every result to those who do not look: in words for a live region, and by its tone. */
export function useTelling(
  meeting: Meeting,
  directory: DeskDirectory,
): (result: DeskResult) => void {
  const { t, i18n } = useTranslation('desk');
  const { sound, volume } = useSettings().settings;
  const { timeZone } = meeting;
  return useCallback(
    (result) => {
      const words = ((): string => {
        if (result.kind === 'code') {
          return t('spoken.code', { what: t(`code.${result.answer.kind}`) });
        }
        if (result.kind === 'group') {
          if (result.state === 'failed') return t('notSaved');
          return t(`group.${result.act}`, { count: result.people });
        }
        const person = directory.person(result.person);
        const name = person === undefined ? t('unknownPerson') : displayName(person);
        if (result.state === 'failed') return t('spoken.failed', { name });
        const { answer } = result;
        switch (answer.kind) {
          case 'welcome':
            return t(answer.provisional ? 'spoken.provisional' : 'spoken.welcome', { name });
          case 'already': {
            const time = formatTime(answer.first.when, i18n.language, timeZone);
            return t('spoken.already', { name, time });
          }
          case 'left':
            return t('spoken.left', { name });
          case 'refused':
            return t('spoken.refused', { name, reason: t(`refusedReason.${answer.reason}`) });
        }
      })();
      announce(words, 'assertive');
      if (sound) playTone(toneOf(result), volume);
    },
    [t, i18n.language, timeZone, directory, sound, volume],
  );
}

/** How a result looks and sounds. */
export function toneOf(result: DeskResult): 'welcome' | 'already' | 'refused' {
  if (result.kind === 'code') {
    return result.answer.kind === 'unknown' && result.kept !== 'not-kept' ? 'already' : 'refused';
  }
  if (result.state === 'failed') return 'refused';
  if (result.kind === 'group') return 'welcome';
  return result.answer.kind === 'left' ? 'welcome' : result.answer.kind;
}

import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  floatingContent,
  personContent,
  type BadgeContent,
  type BadgeWord,
} from '@shared/codecs/badges/content';
import type { Badge } from '@shared/domain/badge/types';
import { badgeWords } from '../print/order';
import type { Setup } from '../setup';
import type { BadgeEntry, BadgeWorld } from '../world';

/** Stands for a code that is issued with the first print; no scanner takes it for one. */
const SPECIMEN = '0000000000000';

function useWords(language: string): BadgeWord | null {
  const { i18n } = useTranslation();
  const [words, setWords] = useState<{ language: string; word: BadgeWord } | null>(null);
  useEffect(() => {
    let gone = false;
    void badgeWords(i18n, language).then((word) => {
      if (!gone) setWords({ language, word });
    });
    return () => {
      gone = true;
    };
  }, [i18n, language]);
  return words?.language === language ? words.word : null;
}

/** What stands on somebody's badge or plate; `null` while the words of its language are read. */
export function useEntryContent(
  world: BadgeWorld,
  { person, nomination, party, badge }: BadgeEntry,
  { template, language }: Setup,
): BadgeContent | null {
  const word = useWords(language);
  const { meeting } = world;
  return useMemo(() => {
    if (word === null) return null;
    const code = template === 'nameplate' ? null : (badge?.code ?? SPECIMEN);
    return personContent({ meeting, language, word }, person, nomination, party, code);
  }, [word, meeting, language, template, person, nomination, party, badge]);
}

/** What stands on a badge that is lent. */
export function useFloatingContent(
  { meeting, parties }: BadgeWorld,
  { label, party, code }: Badge,
  { language }: Setup,
): BadgeContent | null {
  const word = useWords(language);
  return useMemo(() => {
    if (word === null) return null;
    const owner = party === null ? undefined : parties.get(party);
    return floatingContent({ meeting, language, word }, label, owner, code);
  }, [word, meeting, parties, language, label, party, code]);
}

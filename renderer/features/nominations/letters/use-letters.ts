import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { writeEml } from '@shared/codecs/letters/letter';
import { isAddress } from '@shared/codecs/letters/mime';
import { TEMPLATES } from '@shared/codecs/letters/templates';
import type { UnLanguage } from '@shared/domain/language';
import {
  keepTemplate,
  letterKey,
  type LetterKind,
  type LetterTemplate,
} from '@shared/domain/programme/letters';
import { formatNumber } from '@shared/i18n/format';
import { utf8 } from '../../../bridge/utf8';
import { act } from '../../../db/act';
import { useRecords, useStore } from '../../../db/hooks';
import { toast } from '../../../ui/toasts';
import { saveFile, tellSaved } from '../../files';
import { useRefusal } from '../../operators';
import type { NominationsModel } from '../use-nominations';
import { composeLetter, letterFileNames, type PartyLetter } from './compose';

type Text = LetterTemplate;

/** A template as letters are made from it now. */
export interface UsedTemplate {
  readonly text: Text;
  /** Changed in this window, and not kept. */
  readonly edited: boolean;
  /** The programme has a text of its own. */
  readonly own: boolean;
}

export interface Sender {
  readonly name: string;
  readonly email: string;
}

/** Why a letter cannot become a file; `null`: it can. */
export type LetterProblem = 'no-recipient' | 'wrong-address' | null;

export function problemOf({ to }: Pick<PartyLetter, 'to'>): LetterProblem {
  if (to.length === 0) return 'no-recipient';
  return to.every(({ email }) => isAddress(email)) ? null : 'wrong-address';
}

/** The letters to some parties: from templates, changed by hand where somebody did, saved as files. */
export function useLetters(model: NominationsModel, parties: readonly string[], first: LetterKind) {
  const { t, i18n } = useTranslation('letters');
  const [kind, setKind] = useState<LetterKind>(first);
  const [sender, setSender] = useState<Sender>({ name: '', email: '' });
  const [templates, setTemplates] = useState<Readonly<Record<string, Text>>>({});
  const [edits, setEdits] = useState<Readonly<Record<string, Text>>>({});
  const [busy, setBusy] = useState(false);
  const store = useStore();
  const refusal = useRefusal();
  const programmes = useRecords('programmes');
  const programme =
    programmes.state === 'ready'
      ? programmes.value.find(({ id }) => id === model.meeting.programme)
      : undefined;

  const letters = useMemo(() => {
    const wanted = new Set(parties);
    const collator = new Intl.Collator(i18n.language);
    return model.parties
      .filter(({ id }) => wanted.has(id))
      .map((party) => {
        const language = party.language ?? 'en';
        const letter = composeLetter(
          model,
          party,
          kind,
          templates[`${kind} ${language}`] ?? programme?.[letterKey(kind, language)] ?? undefined,
        );
        return { ...letter, ...edits[`${kind} ${party.id}`] };
      })
      .sort((a, b) => collator.compare(a.party.names.en ?? '', b.party.names.en ?? ''));
  }, [model, parties, kind, templates, programme, edits, i18n.language]);

  const from = sender.email.trim() === '' ? null : { ...sender, email: sender.email.trim() };
  const senderIsWrong = from !== null && !isAddress(from.email);

  const fileOf = (letter: PartyLetter, date: string): Uint8Array<ArrayBuffer> | null => {
    const { to, subject, body, language } = letter;
    const written = writeEml({ to, from, subject, body, language, date });
    return written.ok ? new Uint8Array(utf8.encode(written.text)) : null;
  };

  const save = async (name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    const saved = (as: string) => t('saved', { name: as });
    await tellSaved(saveFile(name, bytes), { saved, failed: t('notSaved') });
  };

  const whileBusy = (work: () => Promise<void>): void => {
    setBusy(true);
    work()
      .catch(() => toast(t('notSaved'), { tone: 'bad' }))
      .finally(() => setBusy(false));
  };

  const forgetEdit = (language: UnLanguage): void =>
    setTemplates((before) =>
      Object.fromEntries(Object.entries(before).filter(([key]) => key !== `${kind} ${language}`)),
    );

  return {
    ...{ kind, setKind, sender, setSender, senderIsWrong, letters, busy },
    /** The template of a language as it is now, and whose text it is. */
    templateOf: (language: UnLanguage): UsedTemplate => {
      const edited = templates[`${kind} ${language}`];
      const kept = programme?.[letterKey(kind, language)] ?? null;
      const text = edited ?? kept ?? TEMPLATES[language][kind];
      return { text, edited: edited !== undefined, own: kept !== null };
    },
    editTemplate: (language: UnLanguage, text: Text) =>
      setTemplates((before) => ({ ...before, [`${kind} ${language}`]: text })),
    /** As if it had not been edited here. */
    forgetEdit,
    /** Keeps a text for every desk of the programme; `null`: the built-in one holds again. */
    keepTemplate: (language: UnLanguage, template: Text | null): void => {
      if (programme === undefined) return;
      const key = letterKey(kind, language);
      setBusy(true);
      act(store, async (context) => {
        const over = await store.heads('programmes', null, programme.id, [key]);
        return keepTemplate(context, { programme: programme.id, key, template, over });
      })
        .then((result) => {
          if (!result.ok) {
            toast(refusal(result) ?? t('template.notKept'), { tone: 'bad' });
            return;
          }
          forgetEdit(language);
          toast(t(template === null ? 'template.isBuiltIn' : 'template.kept'));
        })
        .catch(() => toast(t('template.notKept'), { tone: 'bad' }))
        .finally(() => setBusy(false));
    },
    /** A letter of its own: the template says nothing to it any more. */
    edit: ({ party }: PartyLetter, text: Text) =>
      setEdits((before) => ({ ...before, [`${kind} ${party.id}`]: text })),
    saveOne: (letter: PartyLetter) =>
      whileBusy(async () => {
        const bytes = fileOf(letter, new Date().toISOString());
        const [name] = letterFileNames(kind, [letter]);
        if (bytes !== null && name !== undefined) await save(name, bytes);
      }),
    /** All that have somebody to go to, in one archive of files. */
    saveAll: () =>
      whileBusy(async () => {
        const date = new Date().toISOString();
        const names = letterFileNames(kind, letters);
        const files = letters.flatMap((letter, at) => {
          const bytes = problemOf(letter) === null ? fileOf(letter, date) : null;
          return bytes === null ? [] : [[names[at] ?? '', bytes] as const];
        });
        const { zipSync } = await import('fflate');
        const archive = zipSync(Object.fromEntries(files), { level: 6 });
        await save(t(`archive.${kind}`), new Uint8Array(archive));
      }),
    number: (value: number) => formatNumber(value, i18n.language),
  };
}

export type Letters = ReturnType<typeof useLetters>;

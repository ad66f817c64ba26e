import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import { INTERFACE_LANGUAGES, isInterfaceLanguage } from '@shared/i18n/languages';
import { SENTENCE_LANGUAGES, sentencesOf, type Sentence } from '@shared/statistics/sentence';
import type { Statistics } from '@shared/statistics/result';
import { useCommands, type Command } from '../../../ui/commands';
import { Hint } from '../../../ui/key-hint';
import { toast } from '../../../ui/toasts';
import { Defined } from './figure';
import classes from './sentence-card.module.css';

const COPY_KEYS = 'Alt+C';

/**
 * The sentence that goes into a report, with the exact figure beside it; of several meetings in
 * both readings, because a published figure can hold for one and not for the other.
 */
export function SentenceCard({ statistics }: { readonly statistics: Statistics }) {
  const { t, i18n } = useTranslation('statistics');
  const own = isInterfaceLanguage(i18n.language) ? i18n.language : 'en';
  const [chosen, setChosen] = useState<keyof typeof INTERFACE_LANGUAGES | null>(null);
  const language = chosen ?? own;
  const sentences = useMemo(() => sentencesOf(statistics, language), [statistics, language]);
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'statistics.copy',
        label: t('sentence.copy'),
        group: t('title'),
        keys: COPY_KEYS,
        run: () => copy(sentences[0], t),
      },
    ],
    [t, sentences],
  );
  useCommands(commands);
  return (
    <section className={classes.card} aria-label={t('sentence.label')}>
      <div className={classes.head}>
        <h2 className={classes.title}>{t('sentence.label')}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t('sentence.language')}
          value={language}
          data={SENTENCE_LANGUAGES.map((value) => ({ value, label: INTERFACE_LANGUAGES[value] }))}
          onChange={(value) => setChosen(isInterfaceLanguage(value) ? value : null)}
        />
      </div>
      {[...Map.groupBy(sentences, ({ text }) => text)].map(([text, readings], at) => (
        <Reading
          key={text}
          text={text}
          readings={readings}
          language={language}
          labelled={sentences.length > 1}
          {...(at === 0 ? { keys: COPY_KEYS } : {})}
        />
      ))}
    </section>
  );
}

interface ReadingProps {
  readonly text: string;
  /** The readings that this sentence is true of, with their exact figures. */
  readonly readings: readonly Sentence[];
  readonly language: string;
  /** Says which reading it is, where there are two. */
  readonly labelled: boolean;
  readonly keys?: string;
}

function Reading({ text, readings, language, labelled, keys }: ReadingProps) {
  const { t, i18n } = useTranslation('statistics');
  const { t: figure } = useTranslation('figures');
  const names = readings.map(({ reading }) => figure(`${reading}.name`));
  return (
    <div className={classes.reading}>
      <p lang={language} className={classes.text}>
        {text}
      </p>
      <div className={classes.figures}>
        {readings.map(({ reading, exact }) => (
          <div key={reading} className={classes.exact}>
            <span className={classes.exactName}>
              <Defined definition={figure(`${reading}.definition`)}>
                {labelled ? figure(`${reading}.name`) : t('sentence.exact')}
              </Defined>
            </span>
            <b className={classes.number}>{formatNumber(exact, i18n.language)}</b>
          </div>
        ))}
      </div>
      <Hint label={t('sentence.copy')} {...(keys === undefined ? {} : { keys })}>
        <ActionIcon
          variant="subtle"
          aria-label={`${t('sentence.copy')}${labelled ? ` (${names.join(', ')})` : ''}`}
          onClick={() => copy(readings[0], t)}
        >
          <IconCopy size={18} stroke={1.7} />
        </ActionIcon>
      </Hint>
    </div>
  );
}

function copy(sentence: Sentence | undefined, t: TFunction<'statistics'>): void {
  if (sentence === undefined) return;
  navigator.clipboard.writeText(sentence.text).then(
    () => toast(t('sentence.copied')),
    () => toast(t('sentence.notCopied'), { tone: 'bad' }),
  );
}

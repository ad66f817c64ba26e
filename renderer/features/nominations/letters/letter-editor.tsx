import { Button, Group, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core';
import { IconDownload, IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mailtoLink } from '@shared/codecs/letters/letter';
import { LETTER_LIMITS, type LetterTemplate } from '@shared/domain/programme/letters';
import { directionOf } from '@shared/i18n/languages';
import { Notice } from '../parts/notice';
import type { PartyLetter } from './compose';
import { TemplateNotes } from './template-notes';
import { problemOf, type Letters } from './use-letters';
import classes from '../nominations.module.css';

interface Props {
  readonly letter: PartyLetter;
  readonly letters: Letters;
}

/** One letter as it will go, or the template of its language, from which all of them are made. */
export function LetterEditor({ letter, letters }: Props) {
  const { t, i18n } = useTranslation('letters');
  const [isTemplate, setIsTemplate] = useState(false);
  const { language, to, unknown } = letter;
  const problem = problemOf(letter);
  const used = letters.templateOf(language);
  const text: LetterTemplate = isTemplate ? used.text : letter;
  const change = (part: Partial<LetterTemplate>) => {
    const next = { subject: text.subject, body: text.body, ...part };
    if (isTemplate) letters.editTemplate(language, next);
    else letters.edit(letter, next);
  };
  const languageName = new Intl.DisplayNames([i18n.language], { type: 'language' }).of(language);
  const written = { dir: directionOf(language), lang: language };

  return (
    <Stack gap="sm" className={classes.letter}>
      <SegmentedControl
        aria-label={t('show.label')}
        value={isTemplate ? 'template' : 'letter'}
        data={[
          { value: 'letter', label: t('show.letter') },
          { value: 'template', label: t('show.template', { language: languageName }) },
        ]}
        onChange={(value) => setIsTemplate(value === 'template')}
      />
      {isTemplate ? (
        <TemplateNotes used={used} language={language} letters={letters} />
      ) : (
        <p className={classes.quiet}>
          {to.length === 0
            ? t('problem.no-recipient')
            : t('to', { addresses: to.map(({ name, email }) => `${name} <${email}>`).join(', ') })}
        </p>
      )}
      {!isTemplate && problem === 'wrong-address' && <Notice>{t('problem.wrong-address')}</Notice>}
      {!isTemplate && unknown.length > 0 && (
        <Notice>{t('unknown', { names: unknown.map((name) => `{${name}}`).join(' ') })}</Notice>
      )}
      <TextInput
        label={t('subject')}
        value={text.subject}
        maxLength={LETTER_LIMITS.subject}
        {...written}
        onChange={(event) => change({ subject: event.currentTarget.value })}
      />
      <Textarea
        label={t('body')}
        classNames={{ input: classes.letterBody }}
        value={text.body}
        maxLength={LETTER_LIMITS.body}
        {...written}
        onChange={(event) => change({ body: event.currentTarget.value })}
      />
      {!isTemplate && problem === null && <Ways letter={letter} letters={letters} />}
    </Stack>
  );
}

/** How one letter leaves: as a file, or into the mail program as far as a link can carry it. */
function Ways({ letter, letters }: Props) {
  const { t } = useTranslation('letters');
  const made = mailtoLink(letter);
  return (
    <>
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          disabled={letters.senderIsWrong}
          loading={letters.busy}
          onClick={() => letters.saveOne(letter)}
        >
          {t('saveOne')}
        </Button>
        {made.ok && (
          <Button
            component="a"
            href={made.link}
            variant="default"
            leftSection={<IconMail size={16} aria-hidden />}
          >
            {t('openMail')}
          </Button>
        )}
      </Group>
      {made.ok && !made.whole && <p className={classes.quiet}>{t('linkWithoutText')}</p>}
    </>
  );
}

import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UnLanguage } from '@shared/domain/language';
import {
  PLACEHOLDERS,
  templateProblem,
  unknownPlaceholders,
  type LetterTemplate,
} from '@shared/domain/programme/letters';
import { Permitted, usePermission } from '@renderer/features/operators';
import { ConfirmInline } from '../../../ui/confirm-inline';
import { Notice } from '../parts/notice';
import type { Letters, UsedTemplate } from './use-letters';
import classes from '../nominations.module.css';

interface Props {
  readonly used: UsedTemplate;
  readonly language: UnLanguage;
  readonly letters: Letters;
}

/** Every desk writes by it, so whoever sets up the programme keeps it. */
const KEEPING = 'programme.changed';

const braced = (name: string) => `{${name}}`;

/** Whose text a template is, what stands in for what, and how it is kept. */
export function TemplateNotes(props: Props) {
  const { t } = useTranslation('letters');
  const { edited, own } = props.used;
  return (
    <>
      <p className={classes.quiet}>
        {t('placeholders', { names: PLACEHOLDERS.map(braced).join(' ') })}
      </p>
      <p className={classes.quiet} role="status">
        {t(edited ? 'template.edited' : own ? 'template.own' : 'template.builtIn')}
      </p>
      <Acts {...props} />
    </>
  );
}

/** Keeps an edited template for every desk, or goes back: to what was, or to the built-in text. */
function Acts({ used, language, letters }: Props) {
  const { t } = useTranslation('letters');
  const { text, edited, own } = used;
  const { may } = usePermission();
  const problem = templateProblem(text);
  if (!edited && !own) return null;
  return (
    <>
      {edited && <Problem text={text} />}
      <Group gap="sm">
        {edited && (
          <>
            <Permitted act={KEEPING}>
              <Button
                disabled={problem !== null}
                loading={letters.busy}
                onClick={() => letters.keepTemplate(language, text)}
              >
                {t('template.keep')}
              </Button>
            </Permitted>
            <Button variant="default" onClick={() => letters.forgetEdit(language)}>
              {t('template.drop')}
            </Button>
          </>
        )}
        {own && may(KEEPING) && (
          <ConfirmInline
            label={t('template.reset')}
            question={t('template.resetQuestion')}
            confirm={t('template.reset')}
            onConfirm={() => letters.keepTemplate(language, null)}
          />
        )}
      </Group>
    </>
  );
}

function Problem({ text }: { readonly text: LetterTemplate }) {
  const { t } = useTranslation('letters');
  const problem = templateProblem(text);
  if (problem === null) return null;
  const unknown = unknownPlaceholders(`${text.subject} ${text.body}`).map(braced).join(' ');
  return <Notice>{t(`template.problem.${problem}`, { names: unknown })}</Notice>;
}

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '@shared/codecs/issue';
import { Section } from '../../../ui/page';
import { Failed } from '../../../ui/states';
import { useFileWords } from '../../files';
import classes from './import.module.css';

interface Props {
  readonly file: string;
  readonly refusal: Refusal;
  readonly onBack: () => void;
}

/** A file that is no list, or none that can be read: what it is, where, and what to do. */
export function FileRefused({ file, refusal, onBack }: Props) {
  const { t } = useTranslation('nominations');
  const words = useFileWords();
  const { reason, params } = refusal;
  const row = params['row'];
  return (
    <Section>
      <Failed title={t('import.refusedTitle', { file })}>
        <p className={classes.plain}>
          {row !== undefined && <strong>{t('import.atRow', { row })} </strong>}
          {words(reason, params) ?? t('import.otherProblem', { code: reason })}
        </p>
        <p className={classes.plain}>{t('import.nothingKept')}</p>
        <Button variant="default" mt="md" onClick={onBack}>
          {t('import.anotherFile')}
        </Button>
      </Failed>
    </Section>
  );
}

import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/page';
import classes from '../import/import.module.css';

interface Props {
  readonly file: string;
  /** What it is, and what to do. */
  readonly why: string;
  readonly onClose: () => void;
}

/** A file that is no report, or none that can be read. */
export function ReportRefused({ file, why, onClose }: Props) {
  const { t } = useTranslation(['virtual', 'reports']);
  return (
    <Section>
      <div className={classes.line}>
        <div className={classes.refused} role="alert">
          <IconAlertTriangle size={20} aria-hidden />
          <div>
            <p className={classes.askTitle}>{t('refusedTitle', { file })}</p>
            <p className={classes.plain}>
              {why} {t('nothingKept')}
            </p>
          </div>
        </div>
        <Button variant="default" size="xs" onClick={onClose}>
          {t('reports:close')}
        </Button>
      </div>
    </Section>
  );
}

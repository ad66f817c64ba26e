import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Hint } from '../../../ui/key-hint';
import classes from '../desk.module.css';
import stageClasses from './stage.module.css';

interface Props {
  readonly title: ReactNode;
  /** For screen readers, where the title is more than text. */
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What fills the middle in the place of an answer. It covers nothing: the box stays above it. */
export function StagePanel({ title, label, onClose, children }: Props) {
  const { t } = useTranslation('desk');
  return (
    <section
      className={stageClasses.stagePanel}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className={stageClasses.stageHead}>
        <h2 className={stageClasses.stageTitle}>{title}</h2>
        <Hint label={t('close')} keys="Escape">
          <ActionIcon
            className={classes.touch}
            variant="subtle"
            size={44}
            aria-label={t('close')}
            onClick={onClose}
          >
            <IconX size={20} aria-hidden />
          </ActionIcon>
        </Hint>
      </header>
      {children}
    </section>
  );
}

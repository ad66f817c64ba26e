import { Button } from '@mantine/core';
import { IconDownload, IconPaperclip, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/field';
import { FileDrop } from '../../../ui/file-drop';
import { useOpenFile } from '../../files';
import { PAPER_FILES, useAttachment, type Attached } from './use-attachment';
import classes from '../nominations.module.css';

interface Props {
  readonly value: Attached | null;
  readonly onChange: (value: Attached | null) => void;
}

/** The paper itself, as a file: attached, looked at, taken away. */
export function AttachmentField({ value, onChange }: Props) {
  const { t } = useTranslation('nominations');
  const { keep } = useAttachment();
  const { choose, drop } = useOpenFile(PAPER_FILES, ({ name, bytes }) => {
    void keep(name, bytes).then((kept) => {
      if (kept !== null) onChange(kept);
    });
  });
  if (value === null) {
    return (
      <Field label={t('attachment.label')}>
        <FileDrop
          label={t('attachment.drop')}
          hint={t('attachment.hint')}
          accept={PAPER_FILES}
          onDrop={drop}
          onChoose={choose}
        />
      </Field>
    );
  }
  return (
    <Field label={t('attachment.label')}>
      <div className={classes.attached}>
        <AttachmentLink attached={value} />
        <Button
          variant="subtle"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => onChange(null)}
        >
          {t('attachment.remove')}
        </Button>
      </div>
    </Field>
  );
}

/** The name of an attached paper; pressed, it is saved as a file. */
export function AttachmentLink({ attached }: { readonly attached: Attached }) {
  const { t } = useTranslation('nominations');
  const { open } = useAttachment();
  const name = attached.name === '' ? t('attachment.unnamed') : attached.name;
  return (
    <Button
      variant="default"
      size="compact-md"
      className={classes.attachment}
      leftSection={<IconPaperclip size={16} aria-hidden />}
      rightSection={<IconDownload size={16} aria-hidden />}
      aria-label={t('attachment.save', { name })}
      onClick={() => void open({ ...attached, name })}
    >
      <bdi>{name}</bdi>
    </Button>
  );
}

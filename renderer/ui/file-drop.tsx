import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './file-drop.module.css';

interface FileDropProps {
  /** What belongs here: "Drop a nomination list". */
  label: string;
  /** Which files, how many. */
  hint?: string;
  /** Extensions without the dot; other files are refused before they are read. */
  accept: readonly string[];
  multiple?: boolean;
  disabled?: boolean;
  /** One line, for a page whose matter is already something else. */
  compact?: boolean;
  onDrop: (files: File[]) => void;
  /** Opens the shell's own dialog. */
  onChoose: () => void;
}

/** Takes files by drag and drop, or by a button: the keyboard's way to the same end. */
export function FileDrop({
  label,
  hint,
  accept,
  multiple = false,
  disabled = false,
  compact = false,
  onDrop,
  onChoose,
}: FileDropProps) {
  const { t } = useTranslation('ui');
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (disabled) return;
    const files = [...event.dataTransfer.files];
    const wrong = files.find((file) => !accept.includes(extensionOf(file.name)));
    if (wrong !== undefined) setRefused(t('fileDrop.wrongKind', { name: wrong.name }));
    else if (files.length > 1 && !multiple) setRefused(t('fileDrop.onlyOne'));
    else {
      setRefused(null);
      if (files.length > 0) onDrop(files);
    }
  };

  return (
    <div
      className={classes.zone}
      data-over={over || undefined}
      data-disabled={disabled || undefined}
      data-compact={compact || undefined}
      role="group"
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!disabled);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className={classes.icon} aria-hidden="true">
        <IconUpload size={compact ? 20 : 26} stroke={1.5} />
      </span>
      <p className={classes.label}>{label}</p>
      {hint !== undefined && !compact && <p className={classes.hint}>{hint}</p>}
      <Button
        variant="default"
        size={compact ? 'xs' : 'sm'}
        disabled={disabled}
        onClick={onChoose}
        mt={compact ? 0 : 'xs'}
      >
        {t('fileDrop.choose', { count: multiple ? 2 : 1 })}
      </Button>
      <p className={classes.refused} role="alert">
        {refused}
      </p>
    </div>
  );
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

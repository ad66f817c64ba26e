import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmInlineProps {
  /** The button before it is pressed. */
  label: string;
  /** What will happen, as a question. */
  question: string;
  /** The button that does it. */
  confirm: string;
  onConfirm: () => void;
  danger?: boolean;
}

/** A button that asks once more in its own place, without covering the page. */
export function ConfirmInline({
  label,
  question,
  confirm,
  onConfirm,
  danger = false,
}: ConfirmInlineProps) {
  const { t } = useTranslation('ui');
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button variant="default" onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  }
  return (
    <Group
      gap="xs"
      role="group"
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setAsking(false);
      }}
    >
      <span>{question}</span>
      <Button
        autoFocus
        color={danger ? 'red.8' : undefined}
        onClick={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {confirm}
      </Button>
      <Button variant="default" onClick={() => setAsking(false)}>
        {t('cancel')}
      </Button>
    </Group>
  );
}

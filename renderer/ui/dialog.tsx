import { Button, Drawer, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenDialog } from './open-dialogs';
import classes from './dialog.module.css';

interface DialogProps {
  opened: boolean;
  title: string;
  onClose: () => void;
  size?: 'sm' | 'md' | 'lg' | 'xl';
  children: ReactNode;
  /** `deliberate`: not by a click beside it; `never`: while something runs that cannot be stopped. */
  closing?: 'free' | 'deliberate' | 'never';
  /** Stays in view below what is longer than the window. */
  footer?: ReactNode;
  /** The one thing the dialog is for; Esc and *Cancel* leave everything as it was. */
  confirm?: { label: string; onConfirm: () => void; busy?: boolean; danger?: boolean };
}

/** A question that must be answered before going on. Not for the pages where people queue. */
export function Dialog({
  opened,
  title,
  onClose,
  size = 'md',
  closing = 'free',
  children,
  footer,
  confirm,
}: DialogProps) {
  const { t } = useTranslation('ui');
  const isOnTop = useOpenDialog(opened);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      centered
      closeOnClickOutside={closing === 'free'}
      closeOnEscape={closing !== 'never' && isOnTop}
      withCloseButton={closing !== 'never'}
      closeButtonProps={{ 'aria-label': t('close') }}
      attributes={{ header: { role: 'presentation' } }}
      classNames={{ title: classes.title, header: classes.header, body: classes.body }}
    >
      {children}
      {footer !== undefined && <div className={classes.footer}>{footer}</div>}
      {confirm !== undefined && (
        <Group justify="flex-end" gap="sm" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            data-autofocus
            color={confirm.danger === true ? 'red.8' : undefined}
            loading={confirm.busy ?? false}
            onClick={confirm.onConfirm}
          >
            {confirm.label}
          </Button>
        </Group>
      )}
    </Modal>
  );
}

interface SidePanelProps {
  opened: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  size?: 'sm' | 'md' | 'lg';
}

const PANEL_SIZES = { sm: '22rem', md: '30rem', lg: '44rem' };

/** Detail beside the page it belongs to. */
export function SidePanel({ opened, title, onClose, children, size = 'md' }: SidePanelProps) {
  const { t } = useTranslation('ui');
  const isOnTop = useOpenDialog(opened);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      position="right"
      closeOnEscape={isOnTop}
      size={PANEL_SIZES[size]}
      closeButtonProps={{ 'aria-label': t('close') }}
      attributes={{ header: { role: 'presentation' } }}
      classNames={{ title: classes.title, header: classes.header, body: classes.body }}
    >
      {children}
    </Drawer>
  );
}

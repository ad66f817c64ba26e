import { useTranslation } from 'react-i18next';
import { useOfferedCommands, type Command } from '@renderer/ui/commands';
import { Dialog } from '@renderer/ui/dialog';
import { Keys } from '@renderer/ui/key-hint';
import classes from './shortcut-sheet.module.css';

interface ShortcutSheetProps {
  opened: boolean;
  onClose: () => void;
}

/** `?`: every shortcut that works here and now. */
export function ShortcutSheet({ opened, onClose }: ShortcutSheetProps) {
  const { t } = useTranslation('app');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('shortcuts.title')} size="lg">
      <p className={classes.hint}>{t('shortcuts.hint')}</p>
      <Sheet />
    </Dialog>
  );
}

function Sheet() {
  const commands = useOfferedCommands().filter((one) => one.keys !== undefined);
  const groups = [...new Set(commands.map((one) => one.group))];
  return (
    <div className={classes.sheet}>
      {groups.map((group) => (
        <section key={group}>
          <h3 className={classes.group}>{group}</h3>
          <dl className={classes.list}>
            {commands
              .filter((one) => one.group === group)
              .map((one) => (
                <Line key={one.id} command={one} />
              ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function Line({ command: { label, keys } }: { command: Command }) {
  return (
    <div className={classes.line}>
      <dt>{label}</dt>
      <dd>{keys !== undefined && <Keys keys={keys} />}</dd>
    </div>
  );
}

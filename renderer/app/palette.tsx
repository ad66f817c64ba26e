import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useOfferedCommands, type Command } from '@renderer/ui/commands';
import { Keys } from '@renderer/ui/key-hint';

/** Ctrl+K: anything that can be done or gone to, by its name. */
export function Palette() {
  const { t } = useTranslation('app');
  const commands = useOfferedCommands();
  const actions = useMemo(
    () => inGroups(commands, [t('palette.pages'), t('palette.meetings'), t('palette.help')]),
    [commands, t],
  );
  return (
    <Spotlight
      actions={actions}
      shortcut={null}
      attributes={{ content: { 'aria-label': t('palette.open') } }}
      nothingFound={t('palette.nothing')}
      limit={12}
      scrollable
      maxHeight="26rem"
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      searchProps={{
        leftSection: <IconSearch size={20} stroke={1.6} aria-hidden="true" />,
        placeholder: t('palette.placeholder'),
        'aria-label': t('palette.placeholder'),
      }}
    />
  );
}

/** Commands under their headings: what this page offers first, then what every page has. */
function inGroups(commands: readonly Command[], last: readonly string[]) {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    if (command.hidden === true) continue;
    const list = groups.get(command.group);
    if (list === undefined) groups.set(command.group, [command]);
    else list.push(command);
  }
  const rank = ([group]: [string, unknown]) => last.indexOf(group);
  const ordered = [...groups].sort((a, b) => rank(a) - rank(b));
  return ordered.map(([group, list]) => ({
    group,
    actions: list.map(({ id, label, detail, words, keys, run }) => ({
      id,
      label,
      description: detail,
      keywords: words,
      onClick: run,
      rightSection: keys === undefined ? undefined : <Keys keys={keys} />,
    })),
  }));
}

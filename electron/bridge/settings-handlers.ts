import type { Handlers, Host } from './host';

export const settingsHandlers = ({ settings }: Host): Handlers<'settings'> => ({
  'settings.read': () => settings.read(),
  'settings.write': ({ patch }) => settings.write(patch),
});

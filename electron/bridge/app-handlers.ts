import type { Handlers, Host } from './host';

export const appHandlers = ({ facts, shell }: Host): Handlers<'app'> => ({
  'app.hello': () => ({ ...facts, shell: shell.kind }),
  'app.openWindow': (request, caller) => shell.openWindow(request, caller),
  'app.clearStorage': () => shell.clearStorage(),
});

import { join } from 'node:path';
import { app, session, shell } from 'electron';
import { prepareProfile, profileAt } from './settings/profile';
import { openDesk } from './shell/desk';
import { attachRouter } from './shell/ipc';
import { logFault } from './shell/log';
import { guardNavigation } from './shell/navigation';
import { ownProfile, showFailure } from './shell/own-profile';
import { allowCameraAtDesk } from './shell/permissions';
import { declareScheme, servePages } from './shell/protocol';
import { closeInOrder } from './shell/quitting';
import { openWindow } from './shell/windows';

const PAGES = join(import.meta.dirname, '..', 'renderer');
const PRELOAD = join(import.meta.dirname, '..', 'preload', 'preload.cjs');
const FIRST_ROUTE = '/';

// Before the app is ready: what Electron must know before there is any page.
const profile = profileAt();
prepareProfile(profile);
app.setPath('userData', profile.electron);
app.enableSandbox();
declareScheme();
guardNavigation(app, (link) => void shell.openExternal(link).catch(() => undefined));
// Electron's own report of a fault that nobody caught shows its message, whatever is in that.
process.on('uncaughtException', (fault) => logFault('uncaught', fault));
process.on('unhandledRejection', (fault) => logFault('uncaught', fault));
app.on('window-all-closed', () => app.quit());

// Not awaited: Electron is ready only after this module has ended.
void app.whenReady().then(async () => {
  const claim = await ownProfile(profile.instance, () => new Date().toISOString());
  if (claim === null) {
    app.exit(0);
    return;
  }
  allowCameraAtDesk(session.defaultSession);
  servePages(session.defaultSession, PAGES);
  try {
    const desk = await openDesk(profile, PRELOAD);
    closeInOrder(app, [attachRouter(desk.router), () => desk.close(), claim.release]);
    await openWindow(PRELOAD, FIRST_ROUTE);
  } catch (fault) {
    logFault('start', fault);
    showFailure();
    claim.release();
    app.exit(1);
  }
});

// @ts-check
/**
 * Runs the built main bundle under plain Node: `electron` is the stand-in. Plays a page that calls every
 * way it should not, then one that calls as it should, and quits. Prints what came of it as JSON.
 */
import { registerHooks } from 'node:module';

const [bundle = '', standIn = ''] = process.argv.slice(2);
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: standIn, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});

const electron = await import(standIn);
const { app, ipcMain, BrowserWindow, session, Menu, dialog } = electron;
const exited = new Promise((resolve) => app.once('exited', resolve));
const shown = new Promise((resolve) => {
  app.on('web-contents-created', () => setImmediate(resolve));
});
await import(bundle);
await Promise.race([shown, exited]);

/** @param {string} url */
const frame = (url) => ({ url });
/** @param {{ url: string } | null} senderFrame @param {{ url: string }} mainFrame */
const from = (senderFrame, mainFrame) => ({ senderFrame, sender: { mainFrame, id: 1 } });
/** @param {object} event @param {string} channel @param {unknown} argument */
const call = async (event, channel, argument) => {
  try {
    return { answer: await ipcMain.handlers.get(channel)(event, argument) };
  } catch (fault) {
    return { fault: String(fault) };
  }
};

const ours = frame('rostrum://app/#/desk');
const theirs = frame('https://example.org/');
const [window] = BrowserWindow.getAllWindows();
const open = window !== undefined;

const result = {
  exited: app.exited,
  sandboxed: app.sandboxed,
  userData: app.paths.userData,
  channels: [...ipcMain.handlers.keys()],
  listeners: ipcMain.eventNames(),
  schemes: [...session.defaultSession.schemes.keys()],
  permission: session.defaultSession.checkHandler?.() ?? null,
  menu: Menu.application?.length ?? 0,
  errors: dialog.errors,
  url: window?.webContents.getURL() ?? null,
  foreign: open ? await call(from(theirs, theirs), 'app.hello', {}) : null,
  inner: open ? await call(from(frame(ours.url), ours), 'app.hello', {}) : null,
  bad: open ? await call(from(ours, ours), 'app.openWindow', { route: 'https://x' }) : null,
  hello: open ? await call(from(ours, ours), 'app.hello', {}) : null,
  settings: open ? await call(from(ours, ours), 'settings.read', {}) : null,
  commit: open
    ? await call(from(ours, ours), 'register.commit', {
        drafts: [JSON.parse(process.env['DRAFT'] ?? '')],
      })
    : null,
  second: open ? await call(from(ours, ours), 'app.openWindow', { route: '/projector' }) : null,
  sent: BrowserWindow.getAllWindows().map((/** @type {any} */ each) => each.webContents.sent),
  windows: BrowserWindow.getAllWindows().map((/** @type {any} */ each) =>
    each.webContents.getURL(),
  ),
};
if (app.exited === null) {
  app.emit('window-all-closed');
  await exited;
}
console.log(JSON.stringify({ ...result, code: app.exited }));

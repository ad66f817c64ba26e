/**
 * Runs before every other module of the window (see vite.renderer.config.ts). Two libraries ask for
 * something that the content security policy would refuse unless they are told beforehand: zod
 * tries whether it may compile code, and the scroll lock of dialogs writes a style of its own.
 */
declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined;
  var __webpack_nonce__: string | undefined;
}

globalThis.__zod_globalConfig = { jitless: true };
globalThis.__webpack_nonce__ =
  document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';

export {};

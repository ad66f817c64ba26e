import { Menu, type MenuItemConstructorOptions } from 'electron';
import { createI18n } from '@shared/i18n/i18n';
import type { Settings } from '@shared/contract/settings';

/** The few things that a menu has to offer; everything else is in the app itself. */
export function menuTemplate(
  language: Settings['language'],
  platform: NodeJS.Platform,
  development: boolean,
): MenuItemConstructorOptions[] {
  const { t } = createI18n({ language, strict: false });
  const edit: MenuItemConstructorOptions = {
    label: t('shell:menu.edit'),
    submenu: [
      { role: 'undo', label: t('shell:menu.undo') },
      { role: 'redo', label: t('shell:menu.redo') },
      { type: 'separator' },
      { role: 'cut', label: t('shell:menu.cut') },
      { role: 'copy', label: t('shell:menu.copy') },
      { role: 'paste', label: t('shell:menu.paste') },
      { role: 'selectAll', label: t('shell:menu.selectAll') },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: t('shell:menu.view'),
    submenu: [
      { role: 'resetZoom', label: t('shell:menu.actualSize') },
      { role: 'zoomIn', label: t('shell:menu.zoomIn') },
      { role: 'zoomOut', label: t('shell:menu.zoomOut') },
      { role: 'togglefullscreen', label: t('shell:menu.fullScreen') },
      ...(development
        ? [{ role: 'toggleDevTools', label: t('shell:menu.devTools') } as const]
        : []),
    ],
  };
  const window: MenuItemConstructorOptions = {
    label: t('shell:menu.window'),
    submenu: [
      { role: 'minimize', label: t('shell:menu.minimize') },
      { role: 'close', label: t('shell:menu.close') },
      { role: 'quit', label: t('shell:menu.quit') },
    ],
  };
  // macOS puts the first menu under the application's name.
  const app: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  return [...app, edit, view, window];
}

export function setMenu(...options: Parameters<typeof menuTemplate>): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(...options)));
}

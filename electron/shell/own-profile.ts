import { app, dialog } from 'electron';
import { createI18n } from '@shared/i18n/i18n';
import { isInterfaceLanguage } from '@shared/i18n/languages';
import { claimProfile, processLives, type Claim } from '../settings/instance';
import { showFirstWindow } from './windows';

type Held = Extract<Claim, { ok: true }>;

/**
 * Makes this the only process on the profile, or null after having said why not. A second start of
 * Electron shows the first one's window; a web shell on the same profile is told of in a dialog.
 */
export async function ownProfile(file: string, now: () => string): Promise<Held | null> {
  if (!app.requestSingleInstanceLock()) return null;
  app.on('second-instance', showFirstWindow);
  const claim = await claimProfile({
    file,
    self: { pid: process.pid, shell: 'electron' },
    now,
    // The lock above is ours: an Electron that stands in the file has died.
    standing: async ({ shell, pid }) => (shell === 'web' && processLives(pid) ? 'lives' : 'gone'),
  });
  if (claim.ok) return claim;
  const { t } = createI18n({ language: systemLanguage(), strict: false });
  dialog.showErrorBox(t('shell:start.inUseTitle'), t('shell:start.inUseByWeb'));
  return null;
}

/** Tells the user that the desk could not be opened. What went wrong is in the log, not on the screen. */
export function showFailure(): void {
  const { t } = createI18n({ language: systemLanguage(), strict: false });
  dialog.showErrorBox(t('shell:start.failedTitle'), t('shell:start.failedText'));
}

function systemLanguage(): 'en' | 'ru' {
  const language = app.getLocale().split('-')[0] ?? '';
  return isInterfaceLanguage(language) ? language : 'en';
}

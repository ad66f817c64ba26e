import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import type { Hello } from '@shared/contract/app';
import type { Settings, SettingsPatch } from '@shared/contract/settings';
import { bridge } from '@renderer/bridge/client';

interface SettingsValue {
  readonly settings: Settings;
  /** What the host said of itself when the window opened. */
  readonly hello: Hello;
  /** Writes settings; they hold as soon as the host has them. `false`: it could not keep them. */
  readonly change: (patch: SettingsPatch) => Promise<boolean>;
  /** Reads them again: the host changed them by itself, as when another operator signed in. */
  readonly refresh: () => Promise<void>;
}

const SettingsContext = createContext<SettingsValue | null>(null);

interface SettingsProviderProps {
  initial: Settings;
  hello: Hello;
  children: ReactNode;
}

export function SettingsProvider({ initial, hello, children }: SettingsProviderProps) {
  const [settings, setSettings] = useState(initial);
  const change = useCallback(async (patch: SettingsPatch) => {
    try {
      setSettings(await bridge.settings.write({ patch }));
      return true;
    } catch {
      return false;
    }
  }, []);
  const refresh = useCallback(async () => setSettings(await bridge.settings.read()), []);
  const value = useMemo(
    () => ({ settings, hello, change, refresh }),
    [settings, hello, change, refresh],
  );
  return <SettingsContext value={value}>{children}</SettingsContext>;
}

/** The settings of this machine. @throws outside a `SettingsProvider` */
export function useSettings(): SettingsValue {
  const value = useContext(SettingsContext);
  if (value === null) throw new Error('no settings: the page is outside its provider');
  return value;
}

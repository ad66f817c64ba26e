import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../../ui/commands';
import { PIN_KEYS } from '../parts/scope-bar';
import { OFFER_KEYS } from './use-offers';

export const DESK_KEYS = {
  ...OFFER_KEYS,
  search: 'F2',
  pin: PIN_KEYS,
  rollCall: 'Alt+R',
  closeOut: 'Alt+O',
  camera: 'Alt+K',
} as const;

export type DeskRun = Readonly<Record<keyof typeof DESK_KEYS, () => unknown>>;

const NAMES = Object.keys(DESK_KEYS) as (keyof typeof DESK_KEYS)[];

/** The desk's commands: published once, each doing what it means at the moment it is asked for. */
export function useDeskCommands(run: DeskRun): readonly Command[] {
  const { t } = useTranslation('desk');
  const now = useRef(run);
  useEffect(() => {
    now.current = run;
  });
  return useMemo(
    () =>
      NAMES.map((name) => ({
        id: `desk.${name}`,
        label: t(`command.${name}`),
        group: t('title'),
        keys: DESK_KEYS[name],
        run: () => void now.current[name](),
      })),
    [t],
  );
}

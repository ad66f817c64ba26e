import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '@shared/domain/operator/types';
import { usePermission } from './use-permission';

/** Why the role does not include something, in words. */
export function useNotPermitted(): (role: Role | null) => string {
  const { t } = useTranslation(['errors', 'operators']);
  return useCallback(
    (role) =>
      role === null
        ? t('errors:noRole')
        : t('errors:notPermitted', { role: t(`operators:role.${role}`) }),
    [t],
  );
}

/**
 * Words for what the register refuses whatever the feature: what the role does not include, and
 * what would say something about somebody who was forgotten. Null for every other reason.
 */
export function useRefusal(): (result: { readonly reason: string }) => string | null {
  const { t } = useTranslation('errors');
  const { role } = usePermission();
  const notPermitted = useNotPermitted();
  return useCallback(
    ({ reason }) => {
      switch (reason) {
        case 'not-permitted':
          return notPermitted(role);
        case 'forgotten':
          return t('forgotten');
        default:
          return null;
      }
    },
    [t, role, notPermitted],
  );
}

import { useMemo } from 'react';
import { hasRoles, roleAllows } from '@shared/domain/operator/rules';
import type { Role } from '@shared/domain/operator/types';
import { useRecords } from '@renderer/db/hooks';
import { useSettings } from '@renderer/features/settings';

export interface Permission {
  /** Roles have been introduced; until then everybody may do everything. */
  readonly roles: boolean;
  readonly role: Role | null;
  /** Whether the acting operator may write an operation of this type (about this operator). */
  readonly may: (type: string, about?: string) => boolean;
}

/**
 * What the acting operator's role includes. It is for the page's manners only: the register itself
 * refuses what is not permitted.
 */
export function usePermission(): Permission {
  const { id } = useSettings().settings.operator;
  const operators = useRecords('operators');
  return useMemo(() => {
    const all = operators.state === 'ready' ? operators.value : [];
    const roles = hasRoles(all);
    const role = all.find((one) => one.id === id)?.role ?? null;
    return { roles, role, may: (type, about) => !roles || roleAllows(role, type, about === id) };
  }, [id, operators]);
}

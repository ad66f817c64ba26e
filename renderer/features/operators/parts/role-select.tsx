import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ROLES, type Role } from '@shared/domain/operator/types';

const NONE = 'none';

interface RoleSelectProps {
  value: Role | null;
  onChange: (role: Role | null) => void;
  disabled?: boolean;
}

/** A role, with what it includes; or none. */
export function RoleSelect({ value, onChange, disabled = false }: RoleSelectProps) {
  const { t } = useTranslation('operators');
  return (
    <Select
      label={t('roleLabel')}
      description={t(`includes.${value ?? NONE}`)}
      allowDeselect={false}
      disabled={disabled}
      comboboxProps={{ withinPortal: true }}
      data={[
        ...ROLES.map((role) => ({ value: role, label: t(`role.${role}`) })),
        { value: NONE, label: t('role.none') },
      ]}
      value={value ?? NONE}
      onChange={(chosen) => onChange(ROLES.find((role) => role === chosen) ?? null)}
    />
  );
}

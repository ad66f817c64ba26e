import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface TableColumnsProps {
  columns: readonly { readonly id: string; readonly header: string }[];
  hidden: readonly string[];
  onChange: (hidden: readonly string[]) => void;
}

/** Which columns a table shows; one at least stays. */
export function TableColumns({ columns, hidden, onChange }: TableColumnsProps) {
  const { t } = useTranslation('ui');
  const shown = columns.filter(({ id }) => !hidden.includes(id));
  return (
    <Popover position="bottom-end" trapFocus shadow="md">
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconColumns3 size={16} stroke={1.7} aria-hidden="true" />}
        >
          {t('table.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('table.columns')}>
        <Stack gap="xs">
          {columns.map(({ id, header }) => {
            const isShown = !hidden.includes(id);
            return (
              <Checkbox
                key={id}
                label={header}
                checked={isShown}
                disabled={isShown && shown.length === 1}
                onChange={(event) => {
                  const others = hidden.filter((one) => one !== id);
                  onChange(event.currentTarget.checked ? others : [...others, id]);
                }}
              />
            );
          })}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

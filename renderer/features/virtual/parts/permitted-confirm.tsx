import { Button } from '@mantine/core';
import type { ComponentProps } from 'react';
import { Permitted, usePermission } from '@renderer/features/operators';
import { ConfirmInline } from '../../../ui/confirm-inline';

/** A button that asks once more in its place, for whom the role lets do what it leads to. */
export function PermittedConfirm({
  act,
  ...asked
}: ComponentProps<typeof ConfirmInline> & { readonly act: string }) {
  const { may } = usePermission();
  if (may(act)) return <ConfirmInline {...asked} />;
  return (
    <Permitted act={act}>
      <Button variant="default">{asked.label}</Button>
    </Permitted>
  );
}

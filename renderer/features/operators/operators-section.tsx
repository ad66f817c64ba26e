import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasRoles } from '@shared/domain/operator/rules';
import type { Operator } from '@shared/domain/operator/types';
import { useRecords } from '@renderer/db/hooks';
import { Dialog, SidePanel } from '@renderer/ui/dialog';
import { Section } from '@renderer/ui/page';
import { Loaded } from '@renderer/ui/states';
import { toast } from '@renderer/ui/toasts';
import { AddOperator } from './parts/add-operator';
import { IntroduceRoles } from './parts/introduce-roles';
import { OperatorPanel } from './parts/operator-panel';
import { OperatorTable } from './parts/operator-table';
import { YourName } from './parts/your-name';
import { Permitted } from './permitted';
import { useOperator, useOperatorName } from './use-operator';
import classes from './operators.module.css';

/** Who works at the desks, and what each of them may do. */
export function OperatorsSection() {
  const { t } = useTranslation('operators');
  const records = useRecords('operators');
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t('title')}
      aside={
        <Permitted act="operator.added">
          <Button
            variant="default"
            leftSection={<IconUserPlus size={18} stroke={1.7} aria-hidden="true" />}
            onClick={() => setAdding(true)}
          >
            {t('add')}
          </Button>
        </Permitted>
      }
    >
      <p className={classes.intro}>{t('intro')}</p>
      <Loaded of={records}>
        {(operators) => (
          <>
            <Operators operators={operators} />
            <Dialog opened={adding} onClose={() => setAdding(false)} title={t('add')} size="sm">
              <AddOperator
                operators={operators}
                submit={t('addSubmit')}
                onAdded={(_id, name) => {
                  setAdding(false);
                  toast(t('added', { name }));
                }}
                onCancel={() => setAdding(false)}
              />
            </Dialog>
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Operators({ operators }: { operators: Operator[] }) {
  const { t } = useTranslation('operators');
  const acting = useOperator();
  const nameOf = useOperatorName();
  const [opened, setOpened] = useState<string | null>(null);
  const shown = operators.find((one) => one.id === opened) ?? null;
  return (
    <>
      {acting.name === '' && <YourName operators={operators} />}
      {operators.length > 0 && <OperatorTable operators={operators} onChange={setOpened} />}
      {!hasRoles(operators) && <IntroduceRoles name={acting.name} />}
      <SidePanel
        opened={shown !== null}
        onClose={() => setOpened(null)}
        title={shown === null ? t('title') : nameOf(shown)}
      >
        {shown !== null && (
          <OperatorPanel
            key={shown.id}
            operator={shown}
            operators={operators}
            onRemoved={() => setOpened(null)}
          />
        )}
      </SidePanel>
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { SidePanel } from '../../../ui/dialog';
import { Loaded } from '../../../ui/states';
import { useKnownParties } from '../known-parties';
import type { NominationsModel } from '../use-nominations';
import { AddForm } from './add-form';

interface Props {
  readonly opened: boolean;
  readonly model: NominationsModel;
  readonly onClose: () => void;
}

/** A late name, added by hand. */
export function AddNomination({ opened, model, onClose }: Props) {
  const { t } = useTranslation('nominations');
  return (
    <SidePanel opened={opened} title={t('form.title')} onClose={onClose}>
      {opened && <Form model={model} onClose={onClose} />}
    </SidePanel>
  );
}

function Form({ model, onClose }: Omit<Props, 'opened'>) {
  const parties = useKnownParties(model.parties);
  return (
    <Loaded of={parties}>
      {(known) => <AddForm model={model} parties={known} onClose={onClose} />}
    </Loaded>
  );
}

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Permitted } from '@renderer/features/operators';
import type { useArrivalForm } from './use-arrival-form';
import classes from './walk-in.module.css';

interface Props {
  readonly form: Pick<ReturnType<typeof useArrivalForm>, 'form' | 'busy'>;
  readonly title: string;
  readonly icon: ReactNode;
  /** Beside the title. */
  readonly mark?: ReactNode;
  /** What an operator must be permitted to do. */
  readonly act: string;
  readonly save: string;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** What the forms in the middle of the desk look like: a head, the fields, and one thing to do. */
export function ArrivalForm(props: Props) {
  const { form, title, icon, mark, act, save, onCancel, children } = props;
  const { t } = useTranslation('walkIn');
  return (
    <form noValidate className={classes.form} aria-label={title} {...form.form}>
      <div className={classes.head}>
        {icon}
        <h2 className={classes.title}>{title}</h2>
        {mark}
      </div>
      <div className={classes.body}>
        {children}
        <div className={classes.actions}>
          <Permitted act={act}>
            <Button type="submit" loading={form.busy}>
              {save}
            </Button>
          </Permitted>
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    </form>
  );
}

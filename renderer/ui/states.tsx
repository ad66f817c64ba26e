import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle, IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './states.module.css';

/** Not yet known. Shown after a moment, so that a quick answer does not flicker. */
export function Loading({ label }: { label?: string }) {
  const { t } = useTranslation('ui');
  return (
    <div className={classes.state} data-late role="status">
      <Loader size="sm" />
      <p className={classes.text}>{label ?? t('loading')}</p>
    </div>
  );
}

interface EmptyProps {
  icon?: ReactNode;
  title: string;
  /** What to do next. */
  children?: ReactNode;
  action?: ReactNode;
}

/** Nothing there: says what belongs here and what to do next. */
export function Empty({ icon, title, children, action }: EmptyProps) {
  return (
    <div className={classes.state}>
      <span className={classes.icon} aria-hidden="true">
        {icon ?? <IconInbox size={28} stroke={1.5} />}
      </span>
      <p className={classes.title}>{title}</p>
      {children !== undefined && <div className={classes.text}>{children}</div>}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  );
}

interface FailedProps {
  title?: string;
  /** What happened, what was kept, and what to do. */
  children?: ReactNode;
  /** The technical text, for whoever is asked for help. */
  detail?: string;
  onRetry?: () => void;
}

/** It did not work. */
export function Failed({ title, children, detail, onRetry }: FailedProps) {
  const { t } = useTranslation('ui');
  return (
    <div className={classes.state} role="alert">
      <span className={classes.icon} data-bad aria-hidden="true">
        <IconAlertTriangle size={28} stroke={1.5} />
      </span>
      <p className={classes.title}>{title ?? t('failed.title')}</p>
      {children !== undefined && <div className={classes.text}>{children}</div>}
      {detail !== undefined && <code className={classes.detail}>{detail}</code>}
      {onRetry !== undefined && (
        <Button className={classes.action} variant="default" onClick={onRetry}>
          {t('failed.retry')}
        </Button>
      )}
    </div>
  );
}

/** Something that is being read: the shape that the query hooks of `renderer/db` give. */
type Loadable<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'ready'; readonly value: T };

interface LoadedProps<T> {
  of: Loadable<T>;
  children: (value: T) => ReactNode;
}

/** Shows a value when it is there, and says so while it is not. */
export function Loaded<T>({ of, children }: LoadedProps<T>) {
  if (of.state === 'loading') return <Loading />;
  if (of.state === 'failed') return <Failed detail={of.message} />;
  return <>{children(of.value)}</>;
}

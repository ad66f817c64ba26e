import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './page.module.css';

interface PageProps {
  /** `reading`: forms and text; `wide`: lists and figures; `full`: the page lays itself out. */
  width?: 'reading' | 'wide' | 'full';
  children: ReactNode;
}

/** The body of a page: one column with the page's margins. */
export function Page({ width = 'wide', children }: PageProps) {
  return (
    <div className={classes.page} data-width={width}>
      {children}
    </div>
  );
}

interface PageHeaderProps {
  title: string;
  /** One line under the title. */
  subtitle?: ReactNode;
  /** State of the thing the page is about. */
  tag?: ReactNode;
  /** The page's one primary action. */
  action?: ReactNode;
  /** Further actions, before the primary one. */
  others?: ReactNode;
}

/** The head of a page: its name, which is also the window's, and what is done here. */
export function PageHeader({ title, subtitle, tag, action, others }: PageHeaderProps) {
  useDocumentTitle(`${title} · Rostrum`);
  return (
    <header className={classes.header}>
      <div className={classes.titles}>
        <div className={classes.titleRow}>
          <h1 className={classes.title}>{title}</h1>
          {tag}
        </div>
        {subtitle !== undefined && <div className={classes.subtitle}>{subtitle}</div>}
      </div>
      {(action !== undefined || others !== undefined) && (
        <div className={classes.actions}>
          {others}
          {action}
        </div>
      )}
    </header>
  );
}

/** A card: one matter on a page, with its own heading. */
export function Section({
  title,
  aside,
  children,
}: {
  title?: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={classes.section}>
      {(title !== undefined || aside !== undefined) && (
        <div className={classes.sectionHead}>
          {title !== undefined && <h2 className={classes.sectionTitle}>{title}</h2>}
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}

import {
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { useOperator } from '@renderer/features/operators';
import { Hint } from '@renderer/ui/key-hint';
import { ariaKeys } from '@renderer/ui/keys';
import { Mark } from '@renderer/ui/mark';
import { inRail, MEETING_PAGES, PROGRAMME_PAGES } from './pages';
import { useRailMeeting } from './use-rail-meeting';
import classes from './rail.module.css';

interface RailProps {
  collapsed: boolean;
  onCollapse: () => void;
}

/** The jobs, one under the other: those of the meeting, then those of the programme. */
export function Rail({ collapsed, onCollapse }: RailProps) {
  const { t } = useTranslation('app');
  const meeting = useRailMeeting();
  const { role } = useOperator();
  const { pathname } = useLocation();
  // A page that was reached otherwise shows where one is, whatever the role.
  const ofMeeting = MEETING_PAGES.filter(
    (page) => inRail(page, role) || pathname === `/m/${meeting ?? ''}/${page.path}`,
  );
  const ofProgramme = PROGRAMME_PAGES.filter((page) => inRail(page, role) || pathname === page.to);
  const CollapseIcon = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const collapseLabel = collapsed ? t('rail.expand') : t('rail.collapse');
  return (
    <nav
      className={classes.rail}
      aria-label={t('rail.label')}
      data-collapsed={collapsed || undefined}
    >
      <div className={classes.brand}>
        <Mark />
        {!collapsed && <span className={classes.brandName}>{t('name')}</span>}
      </div>
      <div className={classes.pages}>
        <ul className={classes.list}>
          {ofMeeting.map(({ path, name, keys, Icon }) => (
            <RailItem
              key={path}
              to={meeting === null ? null : `/m/${meeting}/${path}`}
              label={t(`rail.${name}`)}
              {...(keys === undefined ? {} : { keys })}
              Icon={Icon}
              collapsed={collapsed}
            />
          ))}
        </ul>
        <ul className={classes.list} data-second>
          {ofProgramme.map(({ to, name, keys, Icon }) => (
            <RailItem
              key={to}
              to={to}
              label={t(`rail.${name}`)}
              {...(keys === undefined ? {} : { keys })}
              Icon={Icon}
              collapsed={collapsed}
            />
          ))}
        </ul>
      </div>
      <Hint label={collapseLabel} position="right">
        <button
          type="button"
          className={classes.collapse}
          aria-label={collapseLabel}
          aria-expanded={!collapsed}
          onClick={onCollapse}
        >
          <CollapseIcon size={20} stroke={1.6} />
        </button>
      </Hint>
    </nav>
  );
}

interface RailItemProps {
  /** `null`: there is no meeting to go to yet. */
  to: string | null;
  label: string;
  keys?: string;
  Icon: Icon;
  collapsed: boolean;
}

function RailItem({ to, label, keys, Icon, collapsed }: RailItemProps) {
  const { t } = useTranslation('app');
  const inside = (
    <>
      <Icon size={21} stroke={1.6} aria-hidden="true" />
      <span className={collapsed ? 'visually-hidden' : classes.label}>{label}</span>
    </>
  );
  if (to === null) {
    return (
      <li>
        <Hint label={t('rail.noMeeting')} position="right">
          <span className={classes.item} data-disabled aria-disabled="true" role="link">
            {inside}
          </span>
        </Hint>
      </li>
    );
  }
  return (
    <li>
      <Hint label={label} {...(keys === undefined ? {} : { keys })} position="right">
        <NavLink
          to={to}
          className={classes.item}
          aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
        >
          {inside}
        </NavLink>
      </Hint>
    </li>
  );
}

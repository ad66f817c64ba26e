import {
  IconCalendarEvent,
  IconCalendarStats,
  IconChartBar,
  IconDeviceLaptop,
  IconFileExport,
  IconListNumbers,
  IconSettings,
  IconUserCheck,
  IconUsers,
  IconWritingSign,
  type Icon,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { AgendaPage } from '@renderer/features/agenda';
import { DeskPage } from '@renderer/features/desk';
import { ExportsPage } from '@renderer/features/exports';
import { MeetingSetupPage, MeetingsPage, NewMeetingPage } from '@renderer/features/meetings';
import { DelegatesPage } from '@renderer/features/nominations';
import { RecommendationsPage } from '@renderer/features/recommendations';
import { SettingsPage } from '@renderer/features/settings';
import { StatisticsPage, YearStatisticsPage } from '@renderer/features/statistics';
import { VirtualPage } from '@renderer/features/virtual';

/** A page of one meeting, at `/m/<meeting>/<path>`, in the rail under its job. */
interface MeetingPage {
  readonly path: string;
  /** Its words: `app:rail.<name>`. */
  readonly name:
    'desk' | 'delegates' | 'virtual' | 'agenda' | 'recommendations' | 'statistics' | 'exports';
  readonly keys: string;
  readonly Icon: Icon;
  readonly Page: ComponentType;
}

/** The rail, from top to bottom. Every page is in a chunk of its own. */
export const MEETING_PAGES: readonly MeetingPage[] = [
  { path: 'desk', name: 'desk', keys: 'Alt+1', Icon: IconUserCheck, Page: DeskPage },
  { path: 'delegates', name: 'delegates', keys: 'Alt+2', Icon: IconUsers, Page: DelegatesPage },
  { path: 'virtual', name: 'virtual', keys: 'Alt+3', Icon: IconDeviceLaptop, Page: VirtualPage },
  { path: 'agenda', name: 'agenda', keys: 'Alt+4', Icon: IconListNumbers, Page: AgendaPage },
  {
    path: 'recommendations',
    name: 'recommendations',
    keys: 'Alt+5',
    Icon: IconWritingSign,
    Page: RecommendationsPage,
  },
  {
    path: 'statistics',
    name: 'statistics',
    keys: 'Alt+6',
    Icon: IconChartBar,
    Page: StatisticsPage,
  },
  { path: 'exports', name: 'exports', keys: 'Alt+7', Icon: IconFileExport, Page: ExportsPage },
];

/** Pages that belong to no meeting. */
export const PROGRAMME_PAGES = [
  { to: '/meetings', name: 'meetings', keys: 'Alt+8', Icon: IconCalendarEvent },
  { to: '/statistics', name: 'year', keys: 'Alt+9', Icon: IconCalendarStats },
  { to: '/settings', name: 'settings', keys: 'Alt+0', Icon: IconSettings },
] as const;

/** Routes outside a meeting. */
export const ROUTES: readonly { path: string; Page: ComponentType }[] = [
  { path: 'meetings', Page: MeetingsPage },
  { path: 'meetings/new', Page: NewMeetingPage },
  { path: 'm/:meeting/setup', Page: MeetingSetupPage },
  { path: 'statistics', Page: YearStatisticsPage },
  { path: 'settings', Page: SettingsPage },
];

import {
  IconCalendarEvent,
  IconChartBar,
  IconDeviceLaptop,
  IconListNumbers,
  IconSettings,
  IconUserCheck,
  IconWritingSign,
  type Icon,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { AgendaPage } from '@renderer/features/agenda';
import { DeskPage } from '@renderer/features/desk';
import { MeetingSetupPage, MeetingsPage, NewMeetingPage } from '@renderer/features/meetings';
import { RecommendationsPage } from '@renderer/features/recommendations';
import { SettingsPage } from '@renderer/features/settings';
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
  { path: 'virtual', name: 'virtual', keys: 'Alt+3', Icon: IconDeviceLaptop, Page: VirtualPage },
  { path: 'agenda', name: 'agenda', keys: 'Alt+4', Icon: IconListNumbers, Page: AgendaPage },
  {
    path: 'recommendations',
    name: 'recommendations',
    keys: 'Alt+5',
    Icon: IconWritingSign,
    Page: RecommendationsPage,
  },
];

/** Pages that belong to no meeting. */
export const PROGRAMME_PAGES = [
  { to: '/meetings', name: 'meetings', keys: 'Alt+8', Icon: IconCalendarEvent },
  { to: '/statistics', name: 'year', keys: 'Alt+9', Icon: IconChartBar },
  { to: '/settings', name: 'settings', keys: 'Alt+0', Icon: IconSettings },
] as const;

/** Routes outside a meeting. */
export const ROUTES: readonly { path: string; Page: ComponentType }[] = [
  { path: 'meetings', Page: MeetingsPage },
  { path: 'meetings/new', Page: NewMeetingPage },
  { path: 'm/:meeting/setup', Page: MeetingSetupPage },
  { path: 'settings', Page: SettingsPage },
];

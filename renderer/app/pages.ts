import {
  IconCalendarEvent,
  IconCalendarStats,
  IconChartBar,
  IconDeviceLaptop,
  IconDoorEnter,
  IconFileExport,
  IconFlag,
  IconHistory,
  IconId,
  IconListNumbers,
  IconSettings,
  IconSignature,
  IconUser,
  IconUserCheck,
  IconUserShield,
  IconUsers,
  IconWritingSign,
  type Icon,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Role } from '@shared/domain/operator/types';
import { ArrivalsPage } from '@renderer/features/arrivals/pages';
import { AgendaPage } from '@renderer/features/agenda';
import { BadgesPage } from '@renderer/features/badges/pages';
import { DeskPage } from '@renderer/features/desk';
import { ExportsPage } from '@renderer/features/exports';
import { JournalPage } from '@renderer/features/journal';
import { MeetingSetupPage, MeetingsPage, NewMeetingPage } from '@renderer/features/meetings';
import { DelegatesPage } from '@renderer/features/nominations/pages';
import { PaperPage } from '@renderer/features/paper';
import { EditPartyPage, NewPartyPage, PartiesPage, PartyPage } from '@renderer/features/parties';
import { PeoplePage, PersonPage } from '@renderer/features/people';
import { PersonalDataPage } from '@renderer/features/personal-data';
import { RecommendationsPage } from '@renderer/features/recommendations/pages';
import { SettingsPage } from '@renderer/features/settings';
import { StatisticsPage, YearStatisticsPage } from '@renderer/features/statistics';
import { VirtualPage } from '@renderer/features/virtual/pages';

/** Roles that do one job: the rail shows them what that job needs, and no more. */
const JOBS = ['registration', 'rapporteur'] as const satisfies readonly Role[];
type Job = (typeof JOBS)[number];

/** A page of one meeting, at `/m/<meeting>/<path>`, in the rail under its job. */
interface MeetingPage {
  readonly path: string;
  /** Its words: `app:rail.<name>`. */
  readonly name:
    | 'desk'
    | 'delegates'
    | 'badges'
    | 'arrivals'
    | 'paper'
    | 'virtual'
    | 'agenda'
    | 'recommendations'
    | 'statistics'
    | 'exports';
  readonly keys?: string;
  /** The one role besides coordinator and read-only whose job needs it; null: none. */
  readonly job: Job | null;
  readonly Icon: Icon;
  readonly Page: ComponentType;
}

/** The rail, from top to bottom. Every page is in a chunk of its own. */
export const MEETING_PAGES: readonly MeetingPage[] = [
  {
    path: 'desk',
    name: 'desk',
    keys: 'Alt+1',
    job: 'registration',
    Icon: IconUserCheck,
    Page: DeskPage,
  },
  {
    path: 'delegates',
    name: 'delegates',
    keys: 'Alt+2',
    job: 'registration',
    Icon: IconUsers,
    Page: DelegatesPage,
  },
  { path: 'badges', name: 'badges', job: 'registration', Icon: IconId, Page: BadgesPage },
  {
    path: 'arrivals',
    name: 'arrivals',
    job: 'registration',
    Icon: IconDoorEnter,
    Page: ArrivalsPage,
  },
  { path: 'paper', name: 'paper', job: 'registration', Icon: IconSignature, Page: PaperPage },
  {
    path: 'virtual',
    name: 'virtual',
    keys: 'Alt+3',
    job: 'registration',
    Icon: IconDeviceLaptop,
    Page: VirtualPage,
  },
  {
    path: 'agenda',
    name: 'agenda',
    keys: 'Alt+4',
    job: 'rapporteur',
    Icon: IconListNumbers,
    Page: AgendaPage,
  },
  {
    path: 'recommendations',
    name: 'recommendations',
    keys: 'Alt+5',
    job: 'rapporteur',
    Icon: IconWritingSign,
    Page: RecommendationsPage,
  },
  {
    path: 'statistics',
    name: 'statistics',
    keys: 'Alt+6',
    job: null,
    Icon: IconChartBar,
    Page: StatisticsPage,
  },
  {
    path: 'exports',
    name: 'exports',
    keys: 'Alt+7',
    job: null,
    Icon: IconFileExport,
    Page: ExportsPage,
  },
];

/** A page of the whole programme, in the rail below the meeting's. */
interface ProgrammePage {
  readonly to: string;
  /** Its words: `app:rail.<name>`. */
  readonly name: 'meetings' | 'parties' | 'people' | 'year' | 'journal' | 'personal' | 'settings';
  readonly keys?: string;
  /** Every job needs it. */
  readonly everybody: boolean;
  readonly Icon: Icon;
}

/** Pages that belong to no meeting. */
export const PROGRAMME_PAGES: readonly ProgrammePage[] = [
  { to: '/meetings', name: 'meetings', keys: 'Alt+8', everybody: true, Icon: IconCalendarEvent },
  { to: '/parties', name: 'parties', everybody: false, Icon: IconFlag },
  { to: '/people', name: 'people', everybody: false, Icon: IconUser },
  { to: '/statistics', name: 'year', keys: 'Alt+9', everybody: false, Icon: IconCalendarStats },
  { to: '/journal', name: 'journal', everybody: false, Icon: IconHistory },
  { to: '/personal', name: 'personal', everybody: false, Icon: IconUserShield },
  { to: '/settings', name: 'settings', keys: 'Alt+0', everybody: true, Icon: IconSettings },
];

/**
 * Whether the rail shows a page to this role (null: none, or there are no roles). What it hides
 * stays where it was, for the palette and the shortcuts.
 */
export function inRail(page: MeetingPage | ProgrammePage, role: Role | null): boolean {
  const job = JOBS.find((one) => one === role);
  if (job === undefined) return true;
  return 'job' in page ? page.job === job : page.everybody;
}

/** Routes outside a meeting. */
export const ROUTES: readonly { path: string; Page: ComponentType }[] = [
  { path: 'meetings', Page: MeetingsPage },
  { path: 'meetings/new', Page: NewMeetingPage },
  { path: 'm/:meeting/setup', Page: MeetingSetupPage },
  { path: 'parties', Page: PartiesPage },
  { path: 'parties/new', Page: NewPartyPage },
  { path: 'parties/:party', Page: PartyPage },
  { path: 'parties/:party/edit', Page: EditPartyPage },
  { path: 'people', Page: PeoplePage },
  { path: 'people/:person', Page: PersonPage },
  { path: 'statistics', Page: YearStatisticsPage },
  { path: 'journal', Page: JournalPage },
  { path: 'personal', Page: PersonalDataPage },
  { path: 'settings', Page: SettingsPage },
];

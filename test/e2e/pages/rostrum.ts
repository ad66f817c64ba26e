import { expect, type Page } from '@playwright/test';
import { wordsOf, type Language, type Words } from '../support/words';
import { AgendaPage } from './agenda';
import { DelegatesPage } from './delegates';
import { DeskPage } from './desk';
import { ExportsPage } from './exports';
import { Frame } from './frame';
import { JournalPage } from './journal';
import { LettersPage } from './letters';
import { MeetingFormPage } from './meeting-form';
import { MeetingsPage } from './meetings';
import { OperatorsPages } from './operators';
import { PartiesPages } from './parties';
import { PeoplePages } from './people';
import { PersonalDataPages } from './personal-data';
import { ProtectionPages } from './protection';
import { RecommendationsPage } from './recommendations';
import { SettingsPage } from './settings';
import { StartPage } from './start';
import { StatisticsPage } from './statistics';
import { VirtualPage } from './virtual';

/** One window of the program in one language, with its pages. */
export class Rostrum {
  readonly t: Words;
  readonly frame: Frame;
  readonly start: StartPage;
  readonly meetings: MeetingsPage;
  readonly meetingForm: MeetingFormPage;
  readonly delegates: DelegatesPage;
  readonly desk: DeskPage;
  readonly agenda: AgendaPage;
  readonly recommendations: RecommendationsPage;
  readonly settings: SettingsPage;
  readonly virtual: VirtualPage;
  readonly statistics: StatisticsPage;
  readonly exports: ExportsPage;
  readonly protection: ProtectionPages;
  readonly personal: PersonalDataPages;
  readonly operators: OperatorsPages;
  readonly journal: JournalPage;
  readonly parties: PartiesPages;
  readonly people: PeoplePages;
  readonly letters: LettersPage;

  constructor(
    readonly page: Page,
    readonly language: Language = 'en',
  ) {
    const t = wordsOf(language);
    this.t = t;
    this.frame = new Frame(page, t);
    this.start = new StartPage(page, t);
    this.meetings = new MeetingsPage(page, t);
    this.meetingForm = new MeetingFormPage(page, t);
    this.delegates = new DelegatesPage(page, t);
    this.desk = new DeskPage(page, t);
    this.agenda = new AgendaPage(page, t);
    this.recommendations = new RecommendationsPage(page, t);
    this.settings = new SettingsPage(page, t);
    this.virtual = new VirtualPage(page, t);
    this.statistics = new StatisticsPage(page, t);
    this.exports = new ExportsPage(page, t);
    this.protection = new ProtectionPages(page, t);
    this.personal = new PersonalDataPages(page, t);
    this.operators = new OperatorsPages(page, t);
    this.journal = new JournalPage(page, t);
    this.parties = new PartiesPages(page, t);
    this.people = new PeoplePages(page, t);
    this.letters = new LettersPage(page, t);
  }

  /** The first start with the sample programme; then the demonstration's desk, which sits today. */
  async openDemonstration(deskName = 'Reception A'): Promise<void> {
    await this.start.openSample(this.language, deskName);
    await this.openMeeting(DEMONSTRATION);
  }

  /** From the list to the desk of a meeting; ends when the whole window is about that meeting. */
  async openMeeting(title: string): Promise<void> {
    await this.meetings.link(title).click();
    await expect(this.frame.meetingSwitcher).toContainText(title);
    await this.desk.box.waitFor();
  }

  /** An own programme on the Paris Pact partners with one meeting; ends on the meeting's set-up. */
  async openOwnMeeting(meeting: OwnMeeting): Promise<void> {
    await this.start.createOnParisPact(this.language, 'Reception A', 'Paris Pact, test programme');
    await this.meetings.create.click();
    await this.planMeeting(meeting);
  }

  /** Fills in the form of a new meeting of an expert working group and creates it. */
  async planMeeting({ title, firstDay, lastDay, timeZone }: OwnMeeting): Promise<void> {
    const form = this.meetingForm;
    await form.choose(form.body, /./);
    await form.title.fill(title);
    await form.type(form.timeZone, timeZone, new RegExp(timeZone));
    await form.firstDay.fill(firstDay);
    await form.lastDay.fill(lastDay);
    await form.create.click();
    await this.page.getByRole('heading', { level: 1, name: title }).waitFor();
  }
}

export interface OwnMeeting {
  readonly title: string;
  /** ISO dates. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** A zone of the list, as it is written there: `Europe/Vienna`. */
  readonly timeZone: string;
}

/** Title of the sample's meeting that sits on the day on which the sample is opened. */
export const DEMONSTRATION = 'Eighteenth meeting of the Policy Consultative Group';

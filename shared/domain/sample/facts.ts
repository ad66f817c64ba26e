import type { Format, Host } from '../meeting/types';
import type { MeetingKey } from './cells';
import type { Employment } from './people';

/** An item of an agenda: `session` counts from 0, `minutes` are planned. */
export interface SampleItem {
  readonly title: string;
  readonly session: number;
  readonly minutes: number;
  readonly parts?: readonly string[];
}

/** What is published about a meeting, and what the sample needs besides. */
export interface MeetingFacts {
  readonly key: MeetingKey;
  readonly body: string;
  readonly ordinal: number | null;
  readonly title: string;
  readonly pillars: readonly string[];
  /** `party`: key of the host's party in the programme file. */
  readonly host: Omit<Host, 'party'> & { readonly party: string };
  readonly city: string;
  readonly country: string;
  readonly timeZone: string;
  readonly format: Format;
  /** First and last day when it was held. */
  readonly days: readonly [string, string];
  /** Key of the party that sends host staff. */
  readonly staffFrom: string;
  /** Participants of the host country or organization. */
  readonly hostSize: number;
  /** Parties from elsewhere that lend an interpreter or staff without being counted present. */
  readonly lends: { readonly party: string; readonly capacity: 'interpreter' | 'host-staff' };
  readonly sittings: readonly { readonly from: string; readonly to: string }[];
  readonly agenda: readonly SampleItem[];
  /** Number of operational priority recommendations that the experts agreed on. */
  readonly recommendations: number;
  /** What its recommendations are about, in English and Russian. */
  readonly subject: { readonly en: string; readonly ru: string };
  readonly platform: { readonly name: string; readonly generation: string };
  readonly employment: Employment;
}

const OPENING: SampleItem = { title: 'Opening of the meeting', session: 0, minutes: 20 };
const ADOPTION: SampleItem = {
  title: 'Adoption of the agenda and other organizational matters',
  session: 0,
  minutes: 10,
};
const OUTCOME: SampleItem = {
  title: 'Operational priority recommendations',
  session: 3,
  minutes: 120,
};
const CLOSING: SampleItem = { title: 'Closure of the meeting', session: 3, minutes: 15 };

const ZOOM = { name: 'zoom', generation: 'meeting-2023' };
const TEAMS = { name: 'teams', generation: 'gen4' };

/**
 * The four meetings of 2023. Dates, places, hosts, topics and numbers of recommendations: report
 * of the Secretariat of 20 February 2024, paragraphs 10–15. Agendas are arranged from the topics
 * that it names; hours and platforms are invented.
 */
export const MEETINGS_2023: readonly MeetingFacts[] = [
  {
    key: 'B',
    body: 'ewg-precursors',
    ordinal: null,
    title: 'Expert working group meeting on precursors',
    pillars: ['precursors'],
    host: {
      kind: 'institution',
      name: 'General Directorate Combating Organized Crime, Ministry of Interior of the Republic of Bulgaria',
      party: 'BGR',
    },
    city: 'Sofia',
    country: 'BGR',
    timeZone: 'Europe/Sofia',
    format: 'hybrid',
    days: ['2023-06-13', '2023-06-14'],
    staffFrom: 'BGR',
    hostSize: 21,
    lends: { party: 'GRC', capacity: 'interpreter' },
    sittings: [
      { from: '09:30', to: '12:30' },
      { from: '14:00', to: '17:00' },
    ],
    agenda: [
      OPENING,
      ADOPTION,
      {
        title: 'Trends in trafficking in precursor chemicals',
        session: 0,
        minutes: 150,
        parts: ['Recently identified routes and techniques', 'Substances not under control'],
      },
      {
        title: 'Special investigative techniques, controlled deliveries and joint investigations',
        session: 1,
        minutes: 180,
      },
      {
        title: 'Backtracking investigations in source and transit countries',
        session: 2,
        minutes: 90,
      },
      {
        title: 'Diversion of precursor chemicals by means of the Internet',
        session: 2,
        minutes: 90,
      },
      OUTCOME,
      CLOSING,
    ],
    recommendations: 10,
    subject: { en: 'precursors', ru: 'прекурсоры' },
    platform: ZOOM,
    employment: {
      institutions: [
        'Customs administration',
        'Precursor control unit',
        'National police, drugs department',
        'Ministry of Interior',
      ],
      jobTitles: ['Investigator', 'Senior inspector', 'Head of unit', 'Chemist', 'Analyst'],
    },
  },
  {
    key: 'A',
    body: 'ewg-financial-flows',
    ordinal: null,
    title:
      'Expert working group meeting on detecting and blocking financial flows linked to the illicit traffic in opiates',
    pillars: ['financial-flows'],
    host: { kind: 'institution', name: 'Turkish National Police', party: 'TUR' },
    city: 'Ankara',
    country: 'TUR',
    timeZone: 'Europe/Istanbul',
    format: 'hybrid',
    days: ['2023-09-12', '2023-09-13'],
    staffFrom: 'TUR',
    hostSize: 24,
    lends: { party: 'AZE', capacity: 'interpreter' },
    sittings: [
      { from: '10:00', to: '13:00' },
      { from: '14:30', to: '17:30' },
    ],
    agenda: [
      OPENING,
      ADOPTION,
      {
        title: 'Challenges along the three trafficking routes',
        session: 0,
        minutes: 150,
        parts: ['Northern route', 'Balkan route', 'Southern route'],
      },
      { title: 'Illicit use of virtual assets', session: 1, minutes: 180 },
      { title: 'Asset recovery', session: 2, minutes: 90 },
      { title: 'Operational best practices', session: 2, minutes: 90 },
      OUTCOME,
      CLOSING,
    ],
    recommendations: 4,
    subject: { en: 'financial flows', ru: 'финансовые потоки' },
    platform: ZOOM,
    employment: {
      institutions: [
        'Financial intelligence unit',
        'Prosecutor general’s office',
        'Criminal police, asset recovery office',
        'Ministry of Interior',
      ],
      jobTitles: ['Financial analyst', 'Prosecutor', 'Head of department', 'Investigator'],
    },
  },
  {
    key: 'C',
    body: 'ewg-drug-abuse',
    ordinal: null,
    title:
      'Expert working group meeting in support of a comprehensive approach to drug treatment and care',
    pillars: ['drug-abuse'],
    host: {
      kind: 'institution',
      name: 'National Center for Drug Control of the Republic of Uzbekistan',
      party: 'UZB',
    },
    city: 'Samarkand',
    country: 'UZB',
    timeZone: 'Asia/Samarkand',
    format: 'hybrid',
    days: ['2023-11-01', '2023-11-02'],
    staffFrom: 'UZB',
    hostSize: 14,
    lends: { party: 'TJK', capacity: 'host-staff' },
    sittings: [
      { from: '09:00', to: '12:00' },
      { from: '13:30', to: '16:30' },
    ],
    agenda: [
      OPENING,
      ADOPTION,
      {
        title: 'Scientific evidence on early prevention of drug use',
        session: 0,
        minutes: 150,
        parts: ['Early childhood', 'School age'],
      },
      { title: 'Modern systems of prevention', session: 1, minutes: 180 },
      {
        title: 'Drug use disorders: good practices in treatment and care',
        session: 2,
        minutes: 90,
      },
      { title: 'Quality of prevention responses', session: 2, minutes: 90 },
      OUTCOME,
      CLOSING,
    ],
    recommendations: 8,
    subject: { en: 'prevention and treatment', ru: 'профилактика и лечение' },
    platform: ZOOM,
    employment: {
      institutions: [
        'Ministry of Health',
        'Institute of public health',
        'National centre for drug prevention',
        'Drug control agency',
      ],
      jobTitles: ['Physician', 'Psychologist', 'Head of programme', 'Researcher', 'Adviser'],
    },
  },
  {
    key: 'P',
    body: 'pcg',
    ordinal: 17,
    title: 'Seventeenth meeting of the Policy Consultative Group',
    pillars: [],
    host: {
      kind: 'organization',
      name: 'United Nations Office on Drugs and Crime',
      party: 'UNODC',
    },
    city: 'Vienna',
    country: 'AUT',
    timeZone: 'Europe/Vienna',
    format: 'hybrid',
    days: ['2023-12-11', '2023-12-12'],
    staffFrom: 'AUT',
    hostSize: 0,
    lends: { party: 'SVK', capacity: 'interpreter' },
    sittings: [
      { from: '10:00', to: '13:00' },
      { from: '15:00', to: '18:00' },
    ],
    agenda: [
      OPENING,
      ADOPTION,
      {
        title: 'Drug trafficking patterns and trends in Afghanistan and the region',
        session: 0,
        minutes: 150,
      },
      {
        title: 'Progress made by the programme',
        session: 1,
        minutes: 180,
        parts: ['Expert working groups', 'Liaison officers', 'Regional programmes'],
      },
      { title: 'Strategic direction and funding of the initiative', session: 2, minutes: 180 },
      {
        title: 'Operational priority recommendations of the expert working groups',
        session: 3,
        minutes: 120,
      },
      CLOSING,
    ],
    recommendations: 0,
    subject: { en: 'policy', ru: 'политика' },
    platform: TEAMS,
    employment: {
      institutions: [
        'Ministry of Foreign Affairs',
        'Permanent mission in Vienna',
        'Ministry of Interior',
        'Drug control agency',
      ],
      jobTitles: ['First secretary', 'Counsellor', 'Head of department', 'Attaché', 'Director'],
    },
  },
];

/** The expert meeting on pillar II as it had been planned, and what became of it (para. 12). */
export const POSTPONEMENT = {
  key: 'A',
  planned: ['2023-02-07', '2023-02-08'],
  /** The earthquake of the night before. */
  postponedAt: '2023-02-06T09:00:00.000Z',
  reason:
    'Postponed by the authorities of Türkiye after the devastating earthquake in several regions of the country on the night before the meeting.',
  /** The portal announced the new date as a virtual meeting; it was held as a hybrid one. */
  announcedOn: '2023-04-04',
} as const satisfies {
  key: MeetingKey;
  planned: readonly [string, string];
  postponedAt: string;
  reason: string;
  announcedOn: string;
};

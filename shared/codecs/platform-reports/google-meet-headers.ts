import { headerMatcher, type HeaderTable } from './header-match';

export type MeetField = 'firstName' | 'lastName' | 'email' | 'join' | 'leave' | 'duration';

/** Headings of Google Meet's attendance report; see `header-match.ts`. */
export const MEET_HEADERS: HeaderTable<MeetField> = {
  firstName: { en: ['First name'] },
  lastName: { en: ['Last name'] },
  email: { en: ['Email', 'Email address'] },
  join: { en: ['Time joined'] },
  leave: { en: ['Time exited', 'Time left'] },
  duration: { en: ['Duration'] },
};

export const matchMeet = headerMatcher(MEET_HEADERS);

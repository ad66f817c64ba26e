import { lazy } from 'react';

export const MeetingsPage = lazy(() =>
  import('./meetings-page').then((page) => ({ default: page.MeetingsPage })),
);
export const NewMeetingPage = lazy(() =>
  import('./new-meeting-page').then((page) => ({ default: page.NewMeetingPage })),
);
export const MeetingSetupPage = lazy(() =>
  import('./meeting-setup-page').then((page) => ({ default: page.MeetingSetupPage })),
);
export { useCurrentMeeting, useCurrentSession, useMeetingId } from './current';
export { useMeetingDates } from './meeting-dates';
export { byYear, newestFirst } from './order';
export { StateTag } from './state-tag';

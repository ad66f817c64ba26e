import { changing, creating } from '../record';
import { meetingFields, sessionFields } from './types';

const meeting = { table: 'meetings' as const, fields: meetingFields };
const session = { table: 'sessions' as const, fields: sessionFields };

export const meetingOperations = {
  'meeting.created': creating(meeting),
  'meeting.changed': changing(meeting),
  'meeting.moved': changing(meeting),
  'meeting.postponed': changing(meeting),
  'session.created': creating(session),
  'session.changed': changing(session),
};

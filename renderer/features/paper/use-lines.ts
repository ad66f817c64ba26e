import { useMemo } from 'react';
import { signInLines, type SignInOrder } from '@shared/codecs/sign-in/order';
import type { Expected } from '@shared/codecs/lists/expected';
import type { MeetingPeople } from '../../db/meeting-people';

/** The lines of the meeting's sheets, in the sheets' language, under their numbers. */
export function useLines(
  model: MeetingPeople,
  order: SignInOrder,
  language: string,
): readonly Expected[] {
  const { meeting, parties, people, nominations } = model;
  return useMemo(
    () => signInLines({ meeting, parties, people, nominations }, language, order),
    [meeting, parties, people, nominations, language, order],
  );
}

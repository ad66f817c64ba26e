import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { meetingName, partyName } from '@shared/codecs/documents/names';
import { useRecords } from '../../db/hooks';
import { today } from '../../ui/today';

interface Names {
  readonly meeting: (id: string) => string;
  readonly party: (id: string) => string;
}

/** Names of meetings and parties by their ids, in the interface's language. */
export function useNames(): Names {
  const { i18n } = useTranslation();
  const meetings = useRecords('meetings');
  const parties = useRecords('parties');
  const meeting = useCallback(
    (id: string) => {
      const found = meetings.state === 'ready' && meetings.value.find((one) => one.id === id);
      return found ? meetingName(found, i18n.language) : id;
    },
    [meetings, i18n.language],
  );
  const party = useCallback(
    (id: string) => {
      const found = parties.state === 'ready' && parties.value.find((one) => one.id === id);
      return found ? partyName(found, i18n.language, today()) : id;
    },
    [parties, i18n.language],
  );
  return useMemo(() => ({ meeting, party }), [meeting, party]);
}

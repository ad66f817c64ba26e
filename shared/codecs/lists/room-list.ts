import { firstDay } from '../../statistics/entry';
import { listedParties } from '../documents/listed-parties';
import { meetingName } from '../documents/names';
import type { DocumentModel, Table } from '../documents/table';
import { expectedPeople, isSynthetic, type ListInput, type ListWords } from './expected';

/** What the lists of those expected in the room have in common: who they are, and how it is said. */
export function roomList(input: ListInput, { language, t, madeAt }: ListWords) {
  const listed = expectedPeople(input, language, 'in-person');
  const synthetic = isSynthetic(input, listed);
  const day = firstDay(input.meeting);
  const meeting = meetingName(input.meeting, language);
  const parties = listedParties(
    listed.map(({ party }) => party),
    { language, day, t },
  );
  return {
    listed,
    /** The parties as this list names them, with marks; see documents/listed-parties.ts. */
    parties,
    day,
    /** What stands above every table. */
    notes: [...(synthetic ? [t('synthetic')] : []), meeting],
    columns: {
      party: { key: 'party', header: t('column.party'), type: 'text', width: 36 },
      name: { key: 'name', header: t('column.name'), type: 'text', width: 32 },
      native: { key: 'native', header: t('column.native'), type: 'text', width: 28 },
      capacity: { key: 'capacity', header: t('column.capacity'), type: 'text' },
    },
    document: (title: string, tables: readonly Table[]): DocumentModel => ({
      ...{ title: `${title}: ${meeting}`, madeAt, tables },
      mark: synthetic ? { header: t('syntheticColumn'), value: t('syntheticValue') } : null,
    }),
  } as const;
}

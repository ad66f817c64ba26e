import { attended } from './attended';
import { countries, organizations } from './delegations';
import { distinctPersons } from './distinct-persons';
import { noShows } from './no-shows';
import { nominated } from './nominated';
import { participations } from './participations';
import { provisional } from './provisional';
import { registered } from './registered';
import { support } from './support';
import { unexpected } from './unexpected';
import { unreconfirmed } from './unreconfirmed';

/** The figures, in the order in which a report gives them. */
export const FIGURES = [
  nominated,
  unreconfirmed,
  registered,
  attended,
  participations,
  distinctPersons,
  countries,
  organizations,
  noShows,
  unexpected,
  provisional,
  support,
] as const;
export type FigureKey = (typeof FIGURES)[number]['key'];

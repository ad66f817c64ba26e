import { createContext, useContext } from 'react';
import type { Login } from '@shared/domain/virtual/types';
import type { Person } from '@shared/domain/person/types';
import type { Evidence } from '@shared/matching/candidates';
import type { PersonIndex } from '@shared/matching/person-index';
import type { PeopleBook } from '../known-people';
import type { ReadyModel } from '../use-virtual';
import type { Decide } from './use-decide';

/** What every login on the page is decided with. */
export interface Pile {
  readonly model: ReadyModel;
  readonly book: PeopleBook;
  readonly decide: Decide;
  /** Anybody, by typing; `null` until they are indexed. */
  readonly index: PersonIndex | null;
  /** Somebody is about to type. */
  readonly wantAnybody: () => void;
  /** What speaks for a person chosen by hand. */
  readonly explain: (login: Login, person: Person) => readonly Evidence[];
  /** Whether a confirmed display name is kept for later meetings. */
  readonly remembers: (login: Login) => boolean;
}

const PileContext = createContext<Pile | null>(null);
export const PileProvider = PileContext.Provider;

/** @throws outside a `PileProvider` */
export function usePile(): Pile {
  const pile = useContext(PileContext);
  if (pile === null) throw new Error('no pile: the row is outside its provider');
  return pile;
}

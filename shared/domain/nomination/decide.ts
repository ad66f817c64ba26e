import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import type { Body, Draft } from '../../operation/operation';
import type { PartyFields } from '../party/types';
import type { PersonFields } from '../person/types';
import { nominationMovesFrom } from './rules';
import {
  NOMINATION_DEFAULTS,
  type Nomination,
  type NominationFields,
  type NominationState,
  type Publish,
} from './types';

type PersonalValues = Partial<Omit<PersonFields, 'synthetic'>>;
type NominationValues = Partial<
  Omit<NominationFields, 'person' | 'import' | 'replacedBy' | 'authorisedBy' | 'remarks' | 'listed'>
>;

/** One row of a list as it is taken over: a person and a nomination, each new or changed. */
export interface NominationRow {
  readonly person: {
    /** A known person, or `null`: somebody new. */
    readonly id: string | null;
    readonly set: PersonalValues;
    /** Heads of the fields that change. */
    readonly over: readonly string[];
  };
  readonly nomination: {
    readonly id: string | null;
    readonly set: NominationValues;
    /** Absent: the list says nothing of them. */
    readonly remarks?: string;
    /** Absent: nothing of it was corrected. */
    readonly listed?: NominationFields['listed'];
    readonly over: readonly string[];
  };
}

export interface NominationList {
  readonly meeting: string;
  readonly file: string;
  readonly rows: readonly NominationRow[];
  /** Countries that are no parties yet and are named by rows, under the ids that the rows use. */
  readonly parties?: readonly { readonly id: string; readonly fields: PartyFields }[];
  /** Spellings of which somebody said, over this list, which party they mean: remembered with it. */
  readonly aliases?: readonly {
    readonly party: string;
    /** All of the party's, those that it had included. */
    readonly aliases: readonly string[];
    /** Heads of its aliases. */
    readonly over: readonly string[];
  }[];
  /** Invented people; marked wherever they are shown. */
  readonly synthetic?: boolean;
}

/**
 * Every public field of a new nomination is set, also where nothing is known: what an import
 * changes later can then be put back exactly.
 */
const NEW: NominationValues & Pick<NominationFields, 'replacedBy' | 'import'> = {
  capacity: NOMINATION_DEFAULTS.capacity,
  modality: NOMINATION_DEFAULTS.modality,
  state: NOMINATION_DEFAULTS.state,
  source: null,
  receivedOn: null,
  replacedBy: null,
  import: null,
};

function personDraft(
  context: DecisionContext,
  person: string,
  row: NominationRow['person'],
  synthetic: boolean,
): Draft | null {
  const personal = { set: row.set as Body };
  if (row.id === null) {
    return draft(context, {
      type: 'person.recorded',
      subjects: [person],
      body: { id: person, set: { synthetic } },
      personal,
    });
  }
  if (Object.keys(row.set).length === 0) return null;
  return draft(context, {
    type: 'person.changed',
    over: [...row.over],
    subjects: [person],
    body: { id: person, set: {} },
    personal,
  });
}

function nominationDraft(
  context: DecisionContext,
  meeting: string,
  person: string,
  row: NominationRow['nomination'],
  importId: string | null,
): Draft | null {
  const { id, remarks, listed } = row;
  const set = row.set as Body;
  const personal: Body = {
    ...(remarks === undefined || (id === null && remarks === '') ? {} : { remarks }),
    ...(listed === undefined ? {} : { listed }),
  };
  const told = Object.keys(personal).length === 0 ? null : { set: personal };
  if (id === null) {
    return draft(context, {
      type: 'nomination.received',
      meeting,
      subjects: [person],
      body: {
        id: context.newId(),
        set: { ...(NEW as Body), ...set, person, import: importId },
      },
      personal: told,
    });
  }
  if (Object.keys(set).length === 0 && told === null) return null;
  return draft(context, {
    type: 'nomination.changed',
    meeting,
    over: [...row.over],
    subjects: [person],
    body: { id, set },
    personal: told,
  });
}

/**
 * Takes over a list as one act: the import itself, then each party, person and nomination. The
 * drafts belong together: all are committed or none.
 */
export function importNominations(
  context: DecisionContext,
  list: NominationList,
): Decision<'nothing-to-import'> & { importId?: string } {
  if (list.rows.length === 0) return { ok: false, reason: 'nothing-to-import' };
  const importId = context.newId();
  const made: Draft[] = (list.parties ?? []).map(({ id, fields }) =>
    draft(context, { type: 'party.added', body: { id, set: { ...fields } } }),
  );
  for (const { party, aliases, over } of list.aliases ?? [])
    made.push(
      draft(context, {
        type: 'party.changed',
        over: [...over],
        body: { id: party, set: { aliases: [...aliases] } },
      }),
    );
  for (const row of list.rows) {
    const person = row.person.id ?? context.newId();
    const own = [
      personDraft(context, person, row.person, list.synthetic ?? false),
      nominationDraft(context, list.meeting, person, row.nomination, importId),
    ];
    made.push(...own.filter((one) => one !== null));
  }
  if (made.length === 0) return { ok: false, reason: 'nothing-to-import' };
  const head = draft(context, {
    type: 'import.made',
    meeting: list.meeting,
    body: {
      id: importId,
      set: {
        kind: 'nominations',
        rows: list.rows.length,
        operations: made.length + 1,
        when: context.now,
        state: 'made',
      },
    },
    personal: { set: { file: list.file.slice(0, 300) } },
  });
  return { ok: true, drafts: [head, ...made], importId };
}

/** Somebody named by hand: a late name, a phone call. */
export interface NamedByHand {
  readonly meeting: string;
  readonly person: { readonly id: string | null; readonly set: PersonalValues };
  readonly nomination: NominationValues & Pick<NominationFields, 'party'>;
  /** The country, when it is no party yet; `nomination.party` is its id. */
  readonly party?: PartyFields;
}

/** Adds one nomination. A known person is reused as recorded; somebody new needs a name. */
export function addNomination(
  context: DecisionContext,
  named: NamedByHand,
): Decision<'name-missing' | 'party-missing'> {
  const { family = '', given = '', full = '' } = named.person.set;
  if (named.person.id === null && [family, given, full].every((part) => part.trim() === '')) {
    return { ok: false, reason: 'name-missing' };
  }
  if (named.nomination.party === '') return { ok: false, reason: 'party-missing' };
  const person = named.person.id ?? context.newId();
  const set = named.person.id === null ? named.person.set : {};
  const drafts = [
    named.party === undefined
      ? null
      : draft(context, {
          type: 'party.added',
          body: { id: named.nomination.party, set: { ...named.party } },
        }),
    personDraft(context, person, { id: named.person.id, set, over: [] }, false),
    nominationDraft(
      context,
      named.meeting,
      person,
      { id: null, set: named.nomination, over: [] },
      null,
    ),
  ];
  return { ok: true, drafts: drafts.filter((one) => one !== null) };
}

const MOVE_TYPES = {
  accepted: 'nomination.accepted',
  declined: 'nomination.declined',
  reconfirmed: 'nomination.reconfirmed',
  withdrawn: 'nomination.withdrawn',
  replaced: 'nomination.replaced',
} as const;

/** Moves a nomination along its life cycle; a move that the life cycle does not have is refused. */
export function moveNomination(
  context: DecisionContext,
  nomination: Nomination,
  to: Exclude<NominationState, 'received'>,
  stateHeads: readonly string[],
): Decision<'not-allowed'> {
  if (!nominationMovesFrom(nomination.state).includes(to)) {
    return { ok: false, reason: 'not-allowed', params: { from: nomination.state, to } };
  }
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: MOVE_TYPES[to],
        meeting: nomination.meeting,
        over: [...stateHeads],
        subjects: [nomination.person],
        body: { id: nomination.id, set: { state: to } },
      }),
    ],
  };
}

/** Notes whether somebody agreed to be named in a published list. `over`: heads of `publish`. */
export function noteConsent(
  context: DecisionContext,
  nomination: Nomination,
  publish: Publish,
  over: readonly string[],
): Decision<'unchanged'> {
  if (nomination.publish === publish) return { ok: false, reason: 'unchanged' };
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: 'nomination.changed',
        meeting: nomination.meeting,
        over: [...over],
        subjects: [nomination.person],
        body: { id: nomination.id, set: { publish } },
      }),
    ],
  };
}

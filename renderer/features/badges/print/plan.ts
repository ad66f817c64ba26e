import {
  delegationContent,
  floatingContent,
  personContent,
  type BadgeContent,
  type BadgeWord,
} from '@shared/codecs/badges/content';
import {
  issueBadge,
  printsOf,
  revokeBadge,
  type BadgeDecision,
  type Printing,
} from '@shared/domain/badge/decide';
import type { BadgeTemplate } from '@shared/domain/badge/settings';
import type { Badge } from '@shared/domain/badge/types';
import type { DecisionContext } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import type { BadgeEntry, BadgeWorld } from '../world';

/** What is to be printed: somebody's badge or plate, a badge that is lent, or a delegation's plate. */
export type PrintItem =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'floating'; readonly id: string }
  | { readonly kind: 'delegation'; readonly id: string };

/** Why something is printed once more. `lost`: the old code is revoked and a new one issued. */
export interface Again {
  readonly lost: boolean;
  readonly reason: string;
}

export interface PlanRequest {
  readonly items: readonly PrintItem[];
  readonly template: BadgeTemplate;
  readonly language: string;
  readonly word: BadgeWord;
  /** `null`: nobody was asked; then nothing is printed a second time. */
  readonly again: Again | null;
}

/** One label: what stands on it, and what is written down once it is saved. */
export interface PrintJob {
  readonly content: BadgeContent;
  readonly printing: Printing;
  /** Codes issued and revoked for it. */
  readonly drafts: readonly Draft[];
}

export type PrintPlan =
  | { readonly ok: true; readonly jobs: readonly PrintJob[] }
  /** These were printed before: a reason is needed. */
  | { readonly ok: false; readonly reason: 'reason-missing'; readonly items: readonly PrintItem[] }
  | { readonly ok: false; readonly reason: 'nothing' };

export interface PlanTools {
  readonly context: DecisionContext;
  readonly newCode: () => string;
  readonly headsOf: (badge: string, fields: readonly string[]) => readonly string[];
}

type Job = PrintJob | null;

/**
 * What has to be drawn and written down to print these. Nothing is written by it: the codes that it
 * issues hold from the moment on when the finished file is recorded.
 */
export function planPrint(world: BadgeWorld, request: PlanRequest, tools: PlanTools): PrintPlan {
  const { items, again } = request;
  if (again === null) {
    const before = items.filter((item) => wasPrinted(world, item, request.template));
    if (before.length > 0) return { ok: false, reason: 'reason-missing', items: before };
  }
  const jobs = items.flatMap((item) => planned(world, item, request, tools) ?? []);
  return jobs.length === 0 ? { ok: false, reason: 'nothing' } : { ok: true, jobs };
}

function planned(world: BadgeWorld, item: PrintItem, request: PlanRequest, tools: PlanTools): Job {
  const plate = request.template === 'nameplate';
  switch (item.kind) {
    case 'person': {
      const entry = world.entry(item.id);
      if (entry === null) return null;
      return plate ? personPlate(world, entry, request) : personBadge(world, entry, request, tools);
    }
    case 'floating':
      return plate ? null : floatingBadge(world, item.id, request, tools);
    case 'delegation':
      return plate ? delegationPlate(world, item.id, request) : null;
  }
}

/** Whether the log says that this was printed before, and still holds. */
export function wasPrinted(world: BadgeWorld, item: PrintItem, template: BadgeTemplate): boolean {
  const plate = template === 'nameplate';
  switch (item.kind) {
    case 'person': {
      const entry = world.entry(item.id);
      return entry !== null && (plate ? entry.plates : entry.prints).length > 0;
    }
    case 'floating':
      return !plate && world.printsOf(item.id).length > 0;
    case 'delegation': {
      const own = { kind: 'nameplate' as const, badge: null, person: null, party: item.id };
      return plate && printsOf(own, world.data.prints).length > 0;
    }
  }
}

const common = ({ meeting }: BadgeWorld, { language, word }: PlanRequest) => ({
  ...{ meeting, language, word },
});

function personPlate(world: BadgeWorld, entry: BadgeEntry, request: PlanRequest): PrintJob {
  const { id, person, nomination, party } = entry;
  return {
    content: personContent(common(world, request), person, nomination, party, null),
    printing: {
      ...{ kind: 'nameplate', badge: null, person: id, party: nomination.party },
      template: request.template,
    },
    drafts: [],
  };
}

function personBadge(
  world: BadgeWorld,
  entry: BadgeEntry,
  request: PlanRequest,
  tools: PlanTools,
): Job {
  const { id, person, nomination, party } = entry;
  const decision =
    entry.badge === null
      ? issueBadge(
          tools.context,
          { meeting: world.meeting.id, person, code: tools.newCode() },
          // None of theirs holds: looking through everybody's for each of thousands takes seconds.
          [],
        )
      : kept(entry.badge, entry.prints.length > 0, request, tools);
  if (!decision.ok) return null;
  const { badge, drafts } = decision;
  return {
    content: personContent(common(world, request), person, nomination, party, badge.code),
    printing: {
      ...{ kind: 'badge', badge, person: id, party: nomination.party },
      template: request.template,
    },
    drafts,
  };
}

function floatingBadge(world: BadgeWorld, id: string, request: PlanRequest, tools: PlanTools): Job {
  const found = world.badges.find((badge) => badge.id === id);
  if (found === undefined || found.revokedFor !== null) return null;
  const decision = kept(found, world.printsOf(id).length > 0, request, tools);
  if (!decision.ok) return null;
  const { badge, drafts } = decision;
  const party = badge.party === null ? undefined : world.parties.get(badge.party);
  return {
    content: floatingContent(common(world, request), badge.label, party, badge.code),
    printing: {
      ...{ kind: 'badge', badge, person: null, party: badge.party, template: request.template },
    },
    drafts,
  };
}

/** The badge as it is; lost, another one in its place. */
function kept(
  badge: Badge,
  printed: boolean,
  { again }: PlanRequest,
  { context, newCode, headsOf }: PlanTools,
): BadgeDecision<'already-revoked' | 'not-a-code'> {
  if (!printed || again?.lost !== true) return { ok: true, drafts: [], badge };
  return revokeBadge(context, badge, { why: 'lost', successor: newCode(), headsOf });
}

function delegationPlate(world: BadgeWorld, id: string, request: PlanRequest): Job {
  const party = world.parties.get(id);
  if (party === undefined) return null;
  return {
    content: delegationContent(common(world, request), party),
    printing: {
      ...{ kind: 'nameplate', badge: null, person: null, party: id, template: request.template },
    },
    drafts: [],
  };
}

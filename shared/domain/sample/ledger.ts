import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import type { Body, Draft } from '../../operation/operation';
import type { Json } from '../../operation/json';

export interface Writing {
  readonly type: string;
  readonly meeting?: string | null;
  /** The record that it creates or changes. */
  readonly id: string;
  readonly set?: object;
  /** Personal fields. */
  readonly personal?: object;
  readonly subjects?: string[];
}

/**
 * The drafts written so far and, for every field, the operation that holds it now: what the next
 * change of that field goes over.
 */
export class Ledger {
  readonly drafts: Draft[] = [];
  private readonly heads = new Map<string, Map<string, string>>();

  constructor(readonly context: DecisionContext) {}

  /** Writes an operation about a record; returns the operation's id. */
  write(writing: Writing): string {
    const { type, meeting = null, id, subjects = [] } = writing;
    const set = { ...writing.set } as Record<string, Json>;
    const personal = writing.personal ? { set: { ...writing.personal } as Json } : null;
    const over = this.headsOf(id, [...Object.keys(set), ...Object.keys(writing.personal ?? {})]);
    return this.append(
      draft(this.context, { type, meeting, over, subjects, body: { id, set }, personal }),
    );
  }

  /** Writes an attendance operation; returns its id, which is the event's. */
  event(type: string, meeting: string, person: string, body: Body, over: string[] = []): string {
    const input = { type, meeting, over, subjects: [person], body: { person, ...body } };
    return this.append(draft(this.context, input));
  }

  /**
   * Takes over what a rule of the domain decided; returns the drafts.
   *
   * @throws Error when it refused: the sample asked for something that cannot happen
   */
  take(decision: Decision): readonly Draft[] {
    if (!decision.ok) throw new Error(`the sample is refused: ${decision.reason}`);
    for (const one of decision.drafts) this.append(one);
    return decision.drafts;
  }

  readonly headsOf = (record: string, fields: readonly string[]): string[] => {
    const held = this.heads.get(record);
    const ids = new Set<string>();
    for (const field of fields) {
      const head = held?.get(field);
      if (head !== undefined) ids.add(head);
    }
    return [...ids];
  };

  private append(one: Draft): string {
    this.drafts.push(one);
    const { id, set } = one.body as { id?: string; set?: Record<string, Json> };
    if (id !== undefined) {
      const held = this.heads.get(id) ?? new Map<string, string>();
      this.heads.set(id, held);
      const personal = one.personal?.['set'] as Record<string, Json> | undefined;
      for (const field of Object.keys(set ?? {})) held.set(field, one.id);
      for (const field of Object.keys(personal ?? {})) held.set(field, one.id);
    }
    return one.id;
  }
}

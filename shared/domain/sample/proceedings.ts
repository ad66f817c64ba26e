import type { AgendaState } from '../agenda/types';
import { keyBetween } from '../order-key';
import type { RecommendationState } from '../recommendation/types';
import type { MeetingKey } from './cells';
import type { MeetingFacts, SampleItem } from './facts';
import { addressees } from './stock-taking';
import { minutesAfter, onDay } from './timeline';
import type { SampleSession, SampleWorld } from './world';

/** A recommendation that the experts agreed on, with the operations that worded it. */
export interface AgreedRecommendation {
  readonly id: string;
  readonly meeting: string;
  /** The meeting's key among the facts, and the recommendation's number. */
  readonly key: MeetingKey;
  readonly number: number;
  readonly versions: { readonly en: string; readonly ru: string };
}

/** Adds an agenda, drawn up on a day; returns the items' ids. */
export function planAgenda(
  { ledger, timeline }: SampleWorld,
  meeting: string,
  items: readonly SampleItem[],
  drawnUpOn: string,
  sessions: readonly SampleSession[],
): string[] {
  const ids = items.map(() => ledger.context.newId());
  const orders = orderKeys(items.length);
  timeline.add(onDay(drawnUpOn), () => {
    for (const [index, item] of items.entries()) {
      const id = ids[index] as string;
      const set = {
        parent: null,
        order: orders[index],
        title: item.title,
        session: sessions[item.session]?.id ?? null,
        minutes: item.minutes,
        symbols: [],
        state: 'not-opened' satisfies AgendaState,
      };
      ledger.write({ type: 'agenda.added', meeting, id, set });
      const parts = item.parts ?? [];
      const inside = orderKeys(parts.length);
      for (const [place, title] of parts.entries()) {
        const part = { ...set, parent: id, order: inside[place], title, minutes: null };
        ledger.write({ type: 'agenda.added', meeting, id: ledger.context.newId(), set: part });
      }
    }
  });
  return ids;
}

/** Adds the discussion of an agenda: item after item is opened and concluded in its session. */
export function planDiscussion(
  { ledger, timeline }: SampleWorld,
  meeting: string,
  items: readonly SampleItem[],
  ids: readonly string[],
  sessions: readonly SampleSession[],
): void {
  const used = new Map<number, number>();
  for (const [index, item] of items.entries()) {
    const session = sessions[item.session];
    if (session === undefined) continue;
    const begun = used.get(item.session) ?? 0;
    used.set(item.session, begun + item.minutes);
    const id = ids[index] as string;
    const change = (minutes: number, state: AgendaState) =>
      timeline.add(minutesAfter(session.start, minutes), () =>
        ledger.write({ type: 'agenda.changed', meeting, id, set: { state } }),
      );
    change(begun, 'under-discussion');
    change(begun + item.minutes, 'concluded');
  }
}

/** Order keys for so many siblings, each after the one before. */
function orderKeys(count: number): string[] {
  const keys: string[] = [];
  while (keys.length < count) keys.push(keyBetween(keys.at(-1) ?? null, null));
  return keys;
}

/** Placeholder texts: the real ones are not published, so none is imitated. */
function wording(facts: MeetingFacts, number: number, isRevised: boolean) {
  const { en, ru } = facts.subject;
  return {
    en: `[Synthetic text] Recommendation ${number} on ${en}: this placeholder stands where the wording agreed by the experts would stand${isRevised ? ', as revised during the meeting' : ''}.`,
    ru: `[Синтетический текст] Рекомендация ${number} (${ru}): этот заполнитель стоит на месте формулировки, согласованной экспертами${isRevised ? ', с изменениями, внесёнными в ходе совещания' : ''}.`,
  };
}

/** Adds the recommendations of an expert meeting, from the first draft to the agreement. */
export function planRecommendations(
  { ledger, timeline, parties }: SampleWorld,
  meeting: string,
  facts: MeetingFacts,
  agendaItem: string | null,
  sessions: readonly SampleSession[],
): AgreedRecommendation[] {
  const discussed = sessions.at(-1)?.start ?? onDay(facts.days[1]);
  const agreed: AgreedRecommendation[] = [];
  const orders = orderKeys(facts.recommendations);
  for (let number = 1; number <= facts.recommendations; number += 1) {
    const id = ledger.context.newId();
    const versions = { en: '', ru: '' };
    const word = (language: 'en' | 'ru', isRevised: boolean) => {
      const personal = { [`text.${language}`]: wording(facts, number, isRevised)[language] };
      const type = 'recommendation.worded';
      versions[language] = ledger.write({ type, meeting, id, set: {}, personal });
    };
    const move = (at: string, type: string, set: { state: RecommendationState }) =>
      timeline.add(at, () => ledger.write({ type, meeting, id, set }));
    timeline.add(onDay(facts.days[0], 5), () => {
      const [pillar = null] = facts.pillars;
      const order = orders[number - 1];
      const to = addressees(facts.key, number).flatMap((code) => parties.get(code) ?? []);
      const set = { number: null, pillar, agendaItem, order, state: 'draft', parties: to };
      ledger.write({ type: 'recommendation.drafted', meeting, id, set });
      word('en', false);
      word('ru', false);
    });
    const opened = minutesAfter(discussed, 5 + number * 8);
    move(opened, 'recommendation.discussed', { state: 'under-discussion' });
    timeline.add(minutesAfter(opened, 4), () => {
      if (number % 3 === 0) return;
      word('en', true);
      word('ru', true);
    });
    const agreedOn = minutesAfter(opened, 6);
    timeline.add(agreedOn, () => {
      const set = { state: 'agreed', number, agreedOn, agreedVersions: { ...versions } };
      ledger.write({ type: 'recommendation.agreed', meeting, id, set });
    });
    agreed.push({ id, meeting, key: facts.key, number, versions });
  }
  return agreed;
}

/** Adds the submission of agreed recommendations and their endorsement by the policy meeting. */
export function planEndorsement(
  { ledger, timeline }: SampleWorld,
  agreed: readonly AgreedRecommendation[],
  policy: { readonly meeting: string; readonly submittedOn: string; readonly at: string },
): void {
  for (const { id, meeting, versions } of agreed) {
    timeline.add(onDay(policy.submittedOn, 9), () => {
      const set = { state: 'submitted' };
      ledger.write({ type: 'recommendation.submitted', meeting, id, set });
    });
    timeline.add(policy.at, () => {
      const endorsedVersions = { ...versions };
      const set = { state: 'endorsed', endorsedVersions, endorsedAt: policy.meeting };
      ledger.write({ type: 'recommendation.endorsed', meeting, id, set });
    });
  }
}

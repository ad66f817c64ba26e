import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { cameInstead, isDeskClosed, speakingNomination } from '@shared/domain/attendance/desk';
import { staysOf } from '@shared/domain/attendance/inside';
import type { Nomination } from '@shared/domain/nomination/types';
import { displayName } from '@shared/domain/person/rules';
import { usePermission } from '../../operators';
import type { DeskModel } from '../use-desk';
import type { CodeResult, DeskResult, PersonResult } from './results';
import type { Stage } from './stage';
import type { DeskActs } from './use-desk-acts';

/** What can be done next about the answer that stands in the middle. */
export interface Offer {
  readonly id:
    | 'accept'
    | 'walk-in'
    | 'instead'
    | 'by-name'
    | 'delegation'
    | 'identity'
    | 'left'
    | 'print'
    | 'correct'
    | 'again';
  readonly label: string;
  /** The one that Enter does while the box is empty has none of its own. */
  readonly keys: string | null;
  /** Type of the operation that it leads to. */
  readonly act: string;
  readonly primary: boolean;
  readonly run: () => void;
}

/** Revocations after which the person may still come in by name: only the badge is void. */
const BADGE_ONLY = ['lost', 'damaged', 'replaced'];

export const OFFER_KEYS = {
  identity: 'Alt+I',
  left: 'Alt+L',
  substitute: 'Alt+S',
  correct: 'Alt+C',
  print: 'Alt+B',
  walkIn: 'Alt+W',
} as const;

/** What the desk offers after a result, the likely one (Enter) first. */
export function useOffers(
  model: DeskModel,
  acts: DeskActs,
  result: DeskResult | null,
  open: (stage: Stage) => void,
  identitySeen: (nomination: Nomination) => void,
  print: (person: string) => void,
): readonly Offer[] {
  const { t } = useTranslation('desk');
  const { role, roles } = usePermission();
  const coordinates = !roles || role === 'coordinator';
  return useMemo(() => {
    const { directory, meeting } = model;
    const nameOf = (id: string) => {
      const person = directory.person(id);
      return person === undefined ? t('unknownPerson') : displayName(person);
    };
    const offer = (
      id: Offer['id'],
      act: string,
      run: () => void,
      more: Partial<Pick<Offer, 'keys' | 'primary' | 'label'>> = {},
    ): Offer => ({
      ...{ id, act, run },
      label: t(`offer.${id}`),
      keys: null,
      primary: false,
      ...more,
    });

    const ofPerson = ({ person, by, answer, ...result }: PersonResult): Offer[] => {
      const nomination = speakingNomination(directory.nominationsOf.get(person) ?? []);
      const correct = offer(
        'correct',
        'attendance.retracted',
        () => open({ kind: 'record', person }),
        {
          keys: OFFER_KEYS.correct,
          primary: isDeskClosed(meeting.state),
        },
      );
      const walkIn = (primary: boolean) =>
        offer(
          'walk-in',
          'nomination.received',
          () => open({ kind: 'walk-in', name: nameOf(person), person }),
          { keys: OFFER_KEYS.walkIn, primary },
        );
      if (result.state === 'failed') {
        const again = () => void acts.checkIn(person, by);
        return [offer('again', 'attendance.arrived', again, { primary: true })];
      }
      if (isDeskClosed(meeting.state)) return coordinates ? [correct] : [];
      if (answer.kind === 'refused') {
        switch (answer.reason) {
          case 'not-nominated':
            return [walkIn(true)];
          case 'received': {
            if (nomination === null) return [];
            const accept = () => void acts.acceptAndCheckIn(nomination, by);
            return [offer('accept', 'nomination.accepted', accept, { primary: true })];
          }
          case 'replaced': {
            const instead =
              nomination === null ? null : cameInstead(nomination, directory.nominationsById);
            if (instead === null) return [walkIn(false)];
            const label = t('offer.instead', { name: nameOf(instead.person) });
            const run = () => void acts.checkIn(instead.person, 'search');
            return [offer('instead', 'attendance.arrived', run, { primary: true, label })];
          }
          case 'withdrawn':
          case 'declined':
            return [walkIn(false)];
          case 'meeting-closed':
            return [correct];
          case 'forgotten':
            return [];
        }
      }
      const offers: Offer[] = [];
      if (nomination !== null && meeting.identityCheck && nomination.identitySeenAt === null) {
        offers.push(
          offer('identity', 'nomination.identity-seen', () => identitySeen(nomination), {
            keys: OFFER_KEYS.identity,
            primary: true,
          }),
        );
      }
      if (staysOf(model.attendance.get(person), 'in-person').length > 0) {
        const run = () => void acts.left(person);
        offers.push(offer('left', 'attendance.left', run, { keys: OFFER_KEYS.left }));
      }
      const badge = offer('print', 'badge.printed', () => print(person), {
        keys: OFFER_KEYS.print,
      });
      return [...offers, badge, correct];
    };

    const ofCode = ({ answer }: CodeResult): Offer[] => {
      if (answer.kind === 'not-lent') {
        const { party } = answer.badge;
        if (party === null) return [];
        const run = () => open({ kind: 'delegation', party, lend: answer.badge });
        return [offer('delegation', 'badge.lent', run, { primary: true })];
      }
      if (answer.kind !== 'revoked' && answer.kind !== 'other-meeting') return [];
      if (answer.kind === 'revoked' && !BADGE_ONLY.includes(answer.why)) return [];
      const person = answer.person === null ? null : directory.rootOf(answer.person);
      if (person === null || directory.person(person) === undefined) return [];
      const label = t('offer.by-name', { name: nameOf(person) });
      const run = () => void acts.checkIn(person, 'search');
      return [offer('by-name', 'attendance.arrived', run, { primary: true, label })];
    };

    switch (result?.kind) {
      case 'person':
        return ofPerson(result);
      case 'code':
        return ofCode(result);
      case 'group':
      case undefined:
        return [];
    }
  }, [model, acts, result, open, identitySeen, print, t, coordinates]);
}

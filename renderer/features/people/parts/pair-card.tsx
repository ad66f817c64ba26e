import { Anchor, Button } from '@mantine/core';
import { IconArrowsExchange, IconArrowsSplit2, IconGitMerge } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { meetingName } from '@shared/codecs/documents/names';
import { nameIn } from '@shared/domain/language';
import { listName } from '@shared/domain/person/rules';
import { formatNumber } from '@shared/i18n/format';
import type { DuplicateEvidence } from '@shared/matching/duplicates';
import { Permitted } from '@renderer/features/operators';
import { Tag } from '../../../ui/tag';
import type { Tone } from '../../../ui/tones';
import type { PeopleModel, PersonEntry } from '../use-people';
import type { Pair } from './duplicate-list';
import classes from '../people.module.css';

interface PairCardProps {
  readonly pair: Pair;
  readonly model: PeopleModel;
  readonly busy: boolean;
  readonly onMerge: () => void;
  readonly onSwap: () => void;
  readonly onApart: () => void;
}

const TONES = { strong: 'good', likely: 'accent', weak: 'neutral' } as const;

/** Two records side by side, with what speaks for and against their being one person. */
export function PairCard({ pair, model, busy, onMerge, onSwap, onApart }: PairCardProps) {
  const { t } = useTranslation('people');
  const { found, kept, other } = pair;
  return (
    <>
      <div className={classes.sides}>
        <Side entry={kept} role={t('pair.kept')} />
        <Side entry={other} role={t('pair.merged')} />
      </div>
      <div className={classes.verdict}>
        <Tag tone={TONES[found.likelihood]}>{t(`likelihood.${found.likelihood}`)}</Tag>
        <ul className={classes.evidence} aria-label={t('evidence.label')}>
          {found.evidence.map((one, at) => (
            <li key={at}>
              <Evidence one={one} model={model} />
            </li>
          ))}
        </ul>
        <div className={classes.pairActions}>
          <Button
            variant="subtle"
            leftSection={<IconArrowsExchange size={16} aria-hidden="true" />}
            onClick={onSwap}
          >
            {t('swap')}
          </Button>
          <Permitted act="person.told-apart">
            <Button
              variant="default"
              disabled={busy}
              leftSection={<IconArrowsSplit2 size={16} aria-hidden="true" />}
              onClick={onApart}
            >
              {t('notSame')}
            </Button>
          </Permitted>
          <Permitted act="person.merged">
            <Button
              variant="default"
              disabled={busy}
              leftSection={<IconGitMerge size={16} aria-hidden="true" />}
              onClick={onMerge}
            >
              {t('merge')}
            </Button>
          </Permitted>
        </div>
      </div>
    </>
  );
}

function Side({ entry, role }: { readonly entry: PersonEntry; readonly role: string }) {
  const { t, i18n } = useTranslation('people');
  const { person, parties, meetings } = entry;
  const detail = [
    parties.map(({ names }) => nameIn(names, i18n.language)).join(', '),
    person.institution,
    person.emails.join(', '),
  ].filter((text) => text !== '');
  return (
    <div className={classes.side}>
      <span className={classes.quiet}>{role}</span>
      <Anchor component={Link} to={`/people/${entry.id}`} className={classes.name}>
        <bdi>{listName(person)}</bdi>
      </Anchor>
      {person.native !== '' && <bdi className={classes.quiet}>{person.native}</bdi>}
      {detail.map((text, at) => (
        <bdi key={at} className={classes.quiet}>
          {text}
        </bdi>
      ))}
      <span className={classes.quiet}>
        {t('meetings', {
          count: meetings.length,
          number: formatNumber(meetings.length, i18n.language),
        })}
      </span>
    </div>
  );
}

const AGAINST: readonly DuplicateEvidence['kind'][] = [
  'other-name',
  'other-native-name',
  'other-party',
  'same-meeting',
];

/** One observation, with its tone: what speaks against is marked. */
function Evidence({
  one,
  model,
}: {
  readonly one: DuplicateEvidence;
  readonly model: PeopleModel;
}) {
  const { t, i18n } = useTranslation('people');
  const tone: Tone = AGAINST.includes(one.kind) ? 'warning' : 'neutral';
  const words = () => {
    switch (one.kind) {
      case 'name-part':
        return t(`evidence.how.${one.how}`, { part: one.part });
      case 'same-email':
        return t('evidence.same-email', { email: one.email });
      case 'same-party': {
        const party = model.parties.get(one.party);
        return t('evidence.same-party', {
          party: party === undefined ? '' : nameIn(party.names, i18n.language),
        });
      }
      case 'same-institution':
        return t('evidence.same-institution', { institution: one.institution });
      case 'same-meeting': {
        const meeting = model.meetings.get(one.meeting);
        return t('evidence.same-meeting', {
          meeting: meeting === undefined ? '' : meetingName(meeting, i18n.language),
        });
      }
      case 'other-name':
      case 'other-native-name':
      case 'other-party':
        return t(`evidence.${one.kind}`);
    }
  };
  return <Tag tone={tone}>{words()}</Tag>;
}

import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NominationList } from '@shared/codecs/nominations/types';
import { nameIn } from '@shared/domain/language';
import { foldName } from '@shared/matching/fold';
import { formatNumber } from '@shared/i18n/format';
import { Section } from '../../../ui/page';
import { Tag } from '../../../ui/tag';
import type { KnownParties } from '../known-parties';
import { PartySelect } from '../parts/party-select';
import type { Answers } from './import-step';
import classes from './import.module.css';

const CODES = ['unknown-party', 'unsure-party', 'misspelt-party'] as const;

interface Text {
  readonly text: string;
  readonly kind: (typeof CODES)[number] | 'settled';
  readonly rows: number;
  readonly candidates: readonly string[];
  readonly party: string | null;
}

/** Texts of the list that are not certain to be a party, each once. */
function openTexts(read: NominationList, { settled }: Answers): Text[] {
  const texts = new Map<string, Text>();
  for (const { partyText, partyCandidates, party, issues } of read.rows) {
    if (partyText === '') continue;
    const key = foldName(partyText);
    const known = texts.get(key);
    if (known !== undefined) {
      texts.set(key, { ...known, rows: known.rows + 1 });
      continue;
    }
    const code = CODES.find((one) => issues.some((issue) => issue.code === one));
    const kind = settled.has(key) ? 'settled' : code;
    if (kind === undefined) continue;
    texts.set(key, { text: partyText, kind, rows: 1, candidates: partyCandidates, party });
  }
  const order = [...CODES, 'settled'];
  return [...texts.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

interface Props {
  readonly read: NominationList;
  readonly answers: Answers;
  readonly parties: KnownParties;
  readonly busy: boolean;
  readonly onSettle: (text: string, party: string) => void;
}

/** Each text that is no known delegation is asked once; the answer holds for all its rows. */
export function SettleParties({ read, answers, parties, busy, onSettle }: Props) {
  const { t, i18n } = useTranslation(['nominations', 'imports']);
  const texts = useMemo(() => openTexts(read, answers), [read, answers]);
  if (texts.length === 0) return null;
  return (
    <Section
      title={t('import.settleTitle')}
      aside={
        <span className={classes.settleHint}>
          {t('import.settleHint')} {t('imports:spellingsKept')}
        </span>
      }
    >
      <ul className={classes.settle}>
        {texts.map(({ text, kind, rows, candidates, party }) => (
          <li key={text} className={classes.settleItem}>
            <span className={classes.settleText}>
              <bdi>{text}</bdi>
              <Tag
                tone={kind === 'settled' ? 'good' : kind === 'misspelt-party' ? 'warning' : 'bad'}
              >
                {t(`import.settleKind.${kind}`)}
              </Tag>
              <span className={classes.quiet}>
                {t('import.settleRows', { count: rows, number: formatNumber(rows, i18n.language) })}
              </span>
              {kind === 'misspelt-party' && party !== null && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  disabled={busy}
                  onClick={() => onSettle(text, party)}
                >
                  {t('imports:confirmParty', {
                    party: nameIn(parties.byId.get(party)?.names ?? {}, i18n.language),
                  })}
                </Button>
              )}
            </span>
            <PartySelect
              parties={parties}
              value={party}
              first={candidates}
              onChange={(chosen) => chosen !== null && onSettle(text, chosen)}
              ariaLabel={t('import.settleFor', { text })}
              placeholder={t('import.settlePlaceholder')}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

import { Button, Group, Select, Textarea } from '@mantine/core';
import { IconCheck, IconMessages } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NumberedItem } from '@shared/domain/agenda/rules';
import { nameIn, type UnLanguage } from '@shared/domain/language';
import type { Implementation } from '@shared/domain/implementation/types';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Party } from '@shared/domain/party/types';
import type { Programme } from '@shared/domain/programme/operations';
import { recommendationMovesFrom } from '@shared/domain/recommendation/rules';
import type { Recommendation } from '@shared/domain/recommendation/types';
import { formatDay } from '@shared/i18n/format';
import type { ActResult } from '../../../db/act';
import { useCommands, type Command } from '../../../ui/commands';
import { Dialog } from '../../../ui/dialog';
import { Hint } from '../../../ui/key-hint';
import { Tag } from '../../../ui/tag';
import { localDay } from '../../../ui/today';
import { useRefusal } from '@renderer/features/operators';
import { toast } from '../../../ui/toasts';
import { ImplementationSection } from '../implementation/implementation-section';
import classes from '../recommendations.module.css';
import { stateTone } from '../state-tone';
import { WORDING_LANGUAGES, type RecommendationActs } from '../use-recommendations';
import { AddressedTo } from './addressed-to';
import { Versions } from './versions';
import { Wording, type WordingHandle } from './wording';

const REFUSALS = ['no-text', 'not-allowed', 'already-agreed'] as const;
const NO_COMMANDS: readonly Command[] = [];

interface Props {
  readonly recommendation: Recommendation;
  readonly meeting: Meeting;
  readonly parties: readonly Party[];
  /** What is on record about how it is carried out. */
  readonly reports: readonly Implementation[];
  readonly programme: Programme | null;
  readonly items: readonly NumberedItem[];
  readonly acts: RecommendationActs;
}

/** One recommendation: its place, its text side by side in its languages, and the agreement. */
export function Editor(props: Props) {
  const { recommendation, meeting, parties, reports, programme, items, acts } = props;
  const { t, i18n } = useTranslation('recommendations');
  const refusal = useRefusal();
  const [agreeing, setAgreeing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [reservations, setReservations] = useState('');
  const wordings = useRef(new Map<UnLanguage, WordingHandle>());
  const moves = recommendationMovesFrom(recommendation.state);
  const canAgree = moves.includes('agreed');

  const tell = (result: ActResult): boolean => {
    if (!result.ok) {
      const known = REFUSALS.find((one) => one === result.reason);
      const own = known === undefined ? 'notSaved' : (`error.${known}` as const);
      toast(refusal(result) ?? t(own), { tone: 'bad' });
    }
    return result.ok;
  };

  /** Every box becomes a version first: what is agreed is what stands on the screen. */
  const saveWordings = async (): Promise<boolean> => {
    for (const wording of wordings.current.values()) {
      if (!tell(await wording.save())) return false;
    }
    return true;
  };

  const agree = () => {
    setBusy(true);
    void saveWordings()
      .then(async (saved) => saved && tell(await acts.agree(recommendation, reservations)))
      .then((done) => {
        setBusy(false);
        if (!done) return;
        setAgreeing(false);
        toast(t('agreedToast'));
      });
  };

  const discuss = () => {
    void saveWordings().then(async (saved) => saved && tell(await acts.discuss(recommendation)));
  };

  const agreeCommand: Command = {
    id: 'recommendations.agree',
    label: t('agree'),
    group: t('title'),
    keys: 'Alt+A',
    run: () => setAgreeing(true),
  };
  useCommands(canAgree ? [agreeCommand] : NO_COMMANDS);

  const title =
    recommendation.number === null
      ? t('unnumbered')
      : t('numbered', { number: recommendation.number });
  return (
    <>
      <section className={classes.editor} aria-labelledby="recommendation-title">
        <div className={classes.editorHead}>
          <h2 id="recommendation-title" className={classes.editorTitle}>
            {title}
          </h2>
          <Tag tone={stateTone(recommendation.state)}>{t(`state.${recommendation.state}`)}</Tag>
          {recommendation.agreedOn !== null && (
            <span className={classes.quiet}>
              {t('agreedOn', {
                day: formatDay(localDay(new Date(recommendation.agreedOn)), i18n.language),
              })}
            </span>
          )}
          <Group gap="xs" className={classes.editorActions}>
            {moves.includes('under-discussion') && (
              <Button
                variant="default"
                leftSection={<IconMessages size={16} aria-hidden />}
                onClick={discuss}
              >
                {t('discuss')}
              </Button>
            )}
            {canAgree && (
              <Hint label={t('agree')} keys="Alt+A">
                <Button
                  leftSection={<IconCheck size={16} aria-hidden />}
                  onClick={() => setAgreeing(true)}
                >
                  {t('agree')}
                </Button>
              </Hint>
            )}
          </Group>
        </div>
        <div className={classes.place}>
          <Select
            label={t('pillar')}
            clearable
            value={recommendation.pillar}
            data={(programme?.pillars ?? []).map((one) => ({
              value: one.id,
              label: `${one.number}. ${nameIn(one.names, i18n.language)}`,
            }))}
            onChange={(pillar) => void acts.change(recommendation, { pillar }).then(tell)}
          />
          <Select
            label={t('agendaItem')}
            clearable
            value={recommendation.agendaItem}
            data={items.map(({ item, number }) => ({
              value: item.id,
              label: `${number} ${item.title}`,
            }))}
            onChange={(agendaItem) => void acts.change(recommendation, { agendaItem }).then(tell)}
          />
        </div>
        <AddressedTo
          recommendation={recommendation}
          parties={parties}
          onAdd={(party) => void acts.address(recommendation, party, true).then(tell)}
          onRemove={(party) => void acts.address(recommendation, party, false).then(tell)}
        />
        <div className={classes.wordings}>
          {WORDING_LANGUAGES.map((language) => (
            <Wording
              key={language}
              recommendation={recommendation}
              language={language}
              onSave={(text) => acts.word(recommendation, language, text)}
              onFailed={tell}
              handle={(wording) => {
                if (wording === null) wordings.current.delete(language);
                else wordings.current.set(language, wording);
              }}
            />
          ))}
        </div>
        {recommendation.reservations !== '' && (
          <div className={classes.reservations}>
            <h3 className={classes.smallTitle}>{t('reservations')}</h3>
            <p>{recommendation.reservations}</p>
          </div>
        )}
        <ImplementationSection
          recommendation={recommendation}
          meeting={meeting}
          parties={parties}
          reports={reports}
        />
      </section>
      <Versions recommendation={recommendation} />
      <Dialog
        opened={agreeing}
        title={t('agreeTitle')}
        onClose={() => setAgreeing(false)}
        confirm={{ label: t('agreeConfirm'), onConfirm: agree, busy }}
      >
        <p className={classes.dialogText}>{t('agreeText')}</p>
        <Textarea
          label={t('reservations')}
          description={t('reservationsHint')}
          autosize
          minRows={3}
          value={reservations}
          onChange={(event) => setReservations(event.currentTarget.value)}
        />
      </Dialog>
    </>
  );
}

import { Button } from '@mantine/core';
import { IconDeviceFloppy, IconShieldLock } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { meetingName } from '@shared/codecs/documents/names';
import { yearOf } from '@shared/domain/meeting/rules';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Programme } from '@shared/domain/programme/operations';
import { isInterfaceLanguage } from '@shared/i18n/languages';
import { useCommands, type Command } from '../../ui/commands';
import { Hint } from '../../ui/key-hint';
import { PageHeader, Section } from '../../ui/page';
import { isNameList } from '../../workers/jobs/export-kinds';
import { changed, isPersonal, type Choice } from './choice';
import classes from './exports.module.css';
import { fileName } from './file-name';
import { Choices } from './parts/choices';
import { ExportedList } from './parts/exported-list';
import { PreviewSection } from './parts/preview-section';
import { SavingState } from './parts/saving-state';
import { usePreview } from './use-preview';
import { useSave } from './use-save';

const SAVE_KEYS = 'Mod+S';

interface ExportsProps {
  readonly meeting: Meeting;
  readonly programme: Programme;
}

/** A document: chosen, looked at, saved. */
export function Exports({ meeting, programme }: ExportsProps) {
  const { t, i18n } = useTranslation('exports');
  const [query] = useSearchParams();
  const [choice, setChoice] = useState<Choice>(() => ({
    document: 'attendance',
    of: query.get('scope') === 'year' && yearOf(meeting) !== null ? 'year' : 'meeting',
    format: 'xlsx',
    language: isInterfaceLanguage(i18n.language) ? i18n.language : 'en',
    audience: 'outside',
    withPeople: false,
    which: 'attended',
    withModality: false,
  }));
  const [preview, previewAgain] = usePreview(meeting, choice);
  const { saving, save, forget } = useSave(meeting);
  const synthetic = programme.synthetic || (preview.state === 'ready' && preview.preview.synthetic);
  const inLanguage = i18n.getFixedT(choice.language, 'exports');
  const name = fileName(choice, meeting, programme, synthetic, inLanguage);
  const ready = preview.state === 'ready' && saving.state !== 'making';

  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'exports.save',
        label: t('save'),
        group: t('title'),
        keys: SAVE_KEYS,
        run: () => {
          if (ready) void save(choice, name);
        },
      },
    ],
    [t, ready, save, choice, name],
  );
  useCommands(commands);

  return (
    <>
      <PageHeader title={t('title')} subtitle={meetingName(meeting, i18n.language)} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Section title={t('choose')}>
            <Choices
              choice={choice}
              year={yearOf(meeting)}
              onChange={(change) => {
                setChoice(changed(choice, change));
                if (saving.state !== 'making') forget();
              }}
            />
          </Section>
          <ExportedList />
        </div>
        <div className={classes.column}>
          <Section>
            <div className={classes.file}>
              <p className={classes.name}>
                <span className={classes.fileLabel}>{t('file')}</span>
                <bdi>{name}</bdi>
              </p>
              <Hint label={t('save')} keys={SAVE_KEYS}>
                <Button
                  leftSection={<IconDeviceFloppy size={18} stroke={1.7} aria-hidden />}
                  disabled={!ready}
                  onClick={() => void save(choice, name)}
                >
                  {t('save')}
                </Button>
              </Hint>
            </div>
            {isPersonal(choice) && (
              <p className={classes.personal} role="note">
                <IconShieldLock size={20} stroke={1.7} aria-hidden="true" />
                <span>{t('personal')}</span>
              </p>
            )}
            <SavingState saving={saving} />
          </Section>
          <PreviewSection
            preview={preview}
            emptyHint={t(
              isNameList(choice.document) && choice.audience === 'outside'
                ? 'preview.emptyOutside'
                : 'preview.emptyHint',
            )}
            onAgain={previewAgain}
          />
        </div>
      </div>
    </>
  );
}

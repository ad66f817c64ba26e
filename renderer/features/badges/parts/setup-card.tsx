import { Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { labelsOf, sheetsFor, type Sheet } from '@shared/codecs/badges/sheets';
import { BADGE_TEMPLATES } from '@shared/domain/badge/settings';
import { formatNumber } from '@shared/i18n/format';
import { INTERFACE_LANGUAGES, isInterfaceLanguage } from '@shared/i18n/languages';
import { Section } from '../../../ui/page';
import type { Setup } from '../setup';
import type { ChangeSetup } from '../use-setup';
import type { BadgeWorld } from '../world';
import { LogoField } from './logo-field';
import { StartField } from './start-field';

interface Props {
  readonly world: BadgeWorld;
  readonly setup: Setup & ChangeSetup;
}

const KINDS = ['cut', 'labels', 'printer', 'tent'] as const;

/** What this desk prints with: template, paper, language, and the meeting's picture. */
export function SetupCard({ world, setup }: Props) {
  const { t } = useTranslation('badges');
  const sheetWords = useSheetWords();
  const sheets = sheetsFor(setup.template);
  return (
    <Section title={t('setup.title')}>
      <Stack gap="md">
        <Select
          label={t('setup.template')}
          allowDeselect={false}
          data={BADGE_TEMPLATES.map((value) => ({ value, label: t(`template.${value}`) }))}
          value={setup.template}
          onChange={(value) => {
            const template = BADGE_TEMPLATES.find((one) => one === value);
            if (template !== undefined) setup.change({ template });
          }}
        />
        <Select
          label={t('setup.sheet')}
          allowDeselect={false}
          data={KINDS.map((kind) => ({
            group: t(`sheet.kind.${kind}`),
            items: sheets
              .filter((sheet) => sheet.kind === kind)
              .map((sheet) => ({ value: sheet.id, label: sheetWords(sheet) })),
          })).filter(({ items }) => items.length > 0)}
          value={setup.sheet.id}
          onChange={(sheet) => {
            if (sheet !== null) setup.change({ sheet });
          }}
        />
        {labelsOf(setup.sheet) > 1 && (
          <StartField
            sheet={setup.sheet}
            value={setup.startAt}
            onChange={(startAt) => setup.change({ startAt })}
          />
        )}
        <Select
          label={t('setup.language')}
          description={t('setup.languageHint')}
          allowDeselect={false}
          data={Object.entries(INTERFACE_LANGUAGES).map(([value, label]) => ({ value, label }))}
          value={setup.language}
          onChange={(value) => {
            if (value !== null && isInterfaceLanguage(value)) setup.setLanguage(value);
          }}
        />
        <LogoField meeting={world.meeting} />
      </Stack>
    </Section>
  );
}

/** A paper by its measures: brands number the same sheet differently. */
function useSheetWords() {
  const { t, i18n } = useTranslation('badges');
  const number = (value: number) => formatNumber(Math.round(value), i18n.language);
  return (sheet: Sheet): string => {
    const { label, page } = sheet;
    const size = t('sheet.size', { width: number(label.width), height: number(label.height) });
    if (sheet.kind === 'printer') return size;
    const paper = Math.max(page.width, page.height) > 290 ? 'A4' : 'Letter';
    if (sheet.kind === 'tent') return paper;
    return t('sheet.onPage', { size, count: labelsOf(sheet), paper });
  };
}

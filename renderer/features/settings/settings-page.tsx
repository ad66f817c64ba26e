import { SegmentedControl, Slider, Stack, Switch, TextInput } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { THEMES } from '@shared/contract/settings';
import { formatShare } from '@shared/i18n/format';
import { INTERFACE_LANGUAGES, isInterfaceLanguage } from '@shared/i18n/languages';
import { Field, FieldGrid } from '@renderer/ui/field';
import { playTone } from '@renderer/ui/tone';
import { OperatorsSection } from '@renderer/features/operators';
import { ProtectionSection } from '@renderer/features/protection';
import { Page, PageHeader, Section } from '@renderer/ui/page';
import { Loading } from '@renderer/ui/states';
import { toast } from '@renderer/ui/toasts';
import { About } from './about';
import { BackupSection } from './backup-section';
import { useSettings } from './settings-context';

/** How the program looks and sounds here, who sits at this desk, and whether the data is safe. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  return (
    <Page width="reading">
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <DeskSection />
      <Suspense fallback={<Loading />}>
        <OperatorsSection />
      </Suspense>
      <Suspense fallback={<Loading />}>
        <ProtectionSection />
      </Suspense>
      <LookSection />
      <BackupSection />
      <About />
    </Page>
  );
}

function DeskSection() {
  const { t } = useTranslation('settings');
  return (
    <Section title={t('desk.title')}>
      <FieldGrid>
        <DeskNameField />
      </FieldGrid>
    </Section>
  );
}

function DeskNameField() {
  const { t } = useTranslation('settings');
  const { settings, change } = useSettings();
  const [name, setName] = useState(settings.deskName);
  const save = async () => {
    const trimmed = name.trim();
    if (trimmed === '' || trimmed === settings.deskName) {
      setName(settings.deskName);
      return;
    }
    const kept = await change({ deskName: trimmed });
    toast(kept ? t('saved') : t('notSaved'), { tone: kept ? 'good' : 'bad' });
  };
  return (
    <TextInput
      label={t('desk.name')}
      description={t('desk.nameHint')}
      maxLength={100}
      value={name}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save();
      }}
    />
  );
}

function LookSection() {
  const { t } = useTranslation('settings');
  const { settings, change } = useSettings();
  return (
    <Section title={t('look.title')}>
      <Stack gap="md" align="flex-start">
        <Field label={t('look.language')} hint={t('look.languageHint')}>
          <SegmentedControl
            aria-label={t('look.language')}
            value={settings.language}
            data={Object.entries(INTERFACE_LANGUAGES).map(([value, label]) => ({ value, label }))}
            onChange={(value) => {
              if (isInterfaceLanguage(value)) void change({ language: value });
            }}
          />
        </Field>
        <Field label={t('look.theme')}>
          <SegmentedControl
            aria-label={t('look.theme')}
            value={settings.theme}
            data={THEMES.map((value) => ({ value, label: t(`look.themes.${value}`) }))}
            onChange={(value) => {
              const theme = THEMES.find((one) => one === value);
              if (theme !== undefined) void change({ theme });
            }}
          />
        </Field>
        <Switch
          label={t('look.sound')}
          description={t('look.soundHint')}
          checked={settings.sound}
          onChange={(event) => void change({ sound: event.currentTarget.checked })}
        />
        {settings.sound && <VolumeField />}
      </Stack>
    </Section>
  );
}

/** How loud the tones are; whoever changes it hears one. */
function VolumeField() {
  const { t, i18n } = useTranslation('settings');
  const { settings, change } = useSettings();
  const [volume, setVolume] = useState(settings.volume);
  return (
    <Field label={t('look.volume')}>
      <Slider
        thumbLabel={t('look.volume')}
        w="20rem"
        maw="100%"
        min={0}
        max={1}
        step={0.05}
        label={(value) => formatShare(value, i18n.language)}
        value={volume}
        onChange={setVolume}
        onChangeEnd={(value) => {
          playTone('welcome', value);
          void change({ volume: value });
        }}
      />
    </Field>
  );
}

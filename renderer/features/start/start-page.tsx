import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { INTERFACE_LANGUAGES, isInterfaceLanguage } from '@shared/i18n/languages';
import { useProjection, useRecords } from '@renderer/db/hooks';
import { useSettings } from '@renderer/features/settings';
import { Empty, Failed } from '@renderer/ui/states';
import { Choice } from './choice';
import { Step } from './step';
import { useSetUp } from './use-set-up';
import { Working } from './working';
import classes from './start.module.css';

/** The first start: three small steps on one screen, and then the program is at work. */
export function StartPage() {
  const { t } = useTranslation('start');
  useDocumentTitle(t('documentTitle'));
  const { settings, change } = useSettings();
  const projection = useProjection();
  const programmes = useRecords('programmes');
  const [desk, setDesk] = useState(settings.deskName);
  const [missing, setMissing] = useState(false);
  const setUp = useSetUp();
  const navigate = useNavigate();

  const named = (then: (deskName: string) => void) => {
    const name = desk.trim();
    setMissing(name === '');
    if (name !== '') then(name);
    else document.getElementById('desk-name')?.focus();
  };
  const goOn = () => {
    named((deskName) => {
      void change({ deskName, started: true }).then(() => navigate('/meetings'));
    });
  };
  // Not while this start is at work: what it commits is there before it goes on.
  const already =
    setUp.work.state === 'idle' && programmes.state === 'ready' && programmes.value.length > 0;

  return (
    <main className={classes.screen}>
      <div className={classes.card}>
        <header className={classes.head}>
          <h1 className={classes.title}>{t('title')}</h1>
          <p className={classes.lead}>{t('lead')}</p>
        </header>
        {projection.kind === 'failed' && <Failed detail={projection.message} />}
        <ol className={classes.steps}>
          <Step number={1} title={t('language.title')}>
            <SegmentedControl
              aria-label={t('language.title')}
              value={settings.language}
              data={Object.entries(INTERFACE_LANGUAGES).map(([value, label]) => ({ value, label }))}
              onChange={(value) => {
                if (isInterfaceLanguage(value)) void change({ language: value });
              }}
            />
          </Step>
          <Step number={2} title={t('desk.title')} hint={t('desk.hint')}>
            <TextInput
              id="desk-name"
              className={classes.desk}
              aria-label={t('desk.title')}
              placeholder={t('desk.placeholder')}
              maxLength={100}
              value={desk}
              onChange={(event) => {
                setDesk(event.currentTarget.value);
                setMissing(false);
              }}
              error={missing ? t('desk.missing') : undefined}
            />
          </Step>
          <Step number={3} title={t('choice.title')}>
            {already ? (
              <Empty
                title={t('already.title')}
                action={<Button onClick={goOn}>{t('already.goOn')}</Button>}
              >
                {t('already.hint')}
              </Empty>
            ) : setUp.work.state === 'idle' || setUp.work.state === 'failed' ? (
              <Choice
                problem={setUp.work.state === 'failed' ? setUp.work.reason : null}
                onSample={() => named((deskName) => setUp.openSample(deskName))}
                onNew={(programme) => named((deskName) => setUp.create(deskName, programme))}
              />
            ) : (
              <Working work={setUp.work} onCancel={setUp.cancel} />
            )}
          </Step>
        </ol>
      </div>
    </main>
  );
}

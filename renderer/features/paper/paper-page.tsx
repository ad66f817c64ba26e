import { Button } from '@mantine/core';
import { IconClock, IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { SignInOrder } from '@shared/codecs/sign-in/order';
import { isInterfaceLanguage, type InterfaceLanguage } from '@shared/i18n/languages';
import { Page, PageHeader } from '../../ui/page';
import { Empty, Loaded } from '../../ui/states';
import { EnterSection } from './enter/enter-section';
import { PrintSection } from './print-section';
import { useLines } from './use-lines';
import { useMeetingPeople, type MeetingPeople } from '../../db/meeting-people';

/** Sign-in sheets of the meeting in the address: printed before, entered afterwards. */
export function PaperPage() {
  const { t } = useTranslation('paper');
  const { meeting = '' } = useParams();
  const model = useMeetingPeople(meeting);
  return (
    <Page width="wide">
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Loaded of={model}>
        {(value) =>
          value === null ? <Empty title={t('noMeeting')} /> : <Paper key={meeting} model={value} />
        }
      </Loaded>
    </Page>
  );
}

function Paper({ model }: { readonly model: MeetingPeople }) {
  const { t, i18n } = useTranslation('paper');
  const [order, setOrder] = useState<SignInOrder>('delegation');
  const [language, setLanguage] = useState<InterfaceLanguage>(
    isInterfaceLanguage(i18n.language) ? i18n.language : 'en',
  );
  const lines = useLines(model, order, language);
  if (model.sessions.length === 0) {
    return (
      <Empty
        icon={<IconClock size={28} stroke={1.5} />}
        title={t('noSessions')}
        action={
          <Button component={Link} to={`/m/${model.meeting.id}/setup`} variant="default">
            {t('toSetUp')}
          </Button>
        }
      >
        {t('noSessionsHint')}
      </Empty>
    );
  }
  if (lines.length === 0) {
    return (
      <Empty icon={<IconSignature size={28} stroke={1.5} />} title={t('nobody')}>
        {t('nobodyHint')}
      </Empty>
    );
  }
  return (
    <>
      <PrintSection
        model={model}
        order={order}
        onOrder={setOrder}
        language={language}
        onLanguage={setLanguage}
        count={lines.length}
      />
      <EnterSection model={model} lines={lines} />
    </>
  );
}

import { IconFileExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { together, useRecord, useRecords } from '../../db/hooks';
import { Page } from '../../ui/page';
import { Empty, Loaded } from '../../ui/states';
import { Exports } from './exports';

/** Documents of the meeting in the address, or of its year. */
export function ExportsPage() {
  const { t } = useTranslation('exports');
  const { meeting: id = '' } = useParams();
  const meeting = useRecord('meetings', id);
  const programmes = useRecords('programmes');
  return (
    <Page>
      <Loaded of={together({ meeting, programmes })}>
        {(value) => {
          const programme = value.programmes.find((one) => one.id === value.meeting?.programme);
          if (value.meeting === null || programme === undefined) {
            return <Empty icon={<IconFileExport size={28} />} title={t('noMeeting')} />;
          }
          return <Exports key={id} meeting={value.meeting} programme={programme} />;
        }}
      </Loaded>
    </Page>
  );
}

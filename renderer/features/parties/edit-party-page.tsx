import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { partyName } from '@shared/codecs/documents/names';
import { changeParty, fieldsOf } from '@shared/domain/party/decide';
import type { Party } from '@shared/domain/party/types';
import { useAct } from '../../db/act';
import { together, useRecord, useRecords } from '../../db/hooks';
import { Page, PageHeader } from '../../ui/page';
import { Loaded } from '../../ui/states';
import { PartyForm } from './form/party-form';
import { fieldsOfForm, formOf, type PartyForm as Values } from './form/values';
import { UnknownParty } from './parts/unknown-party';
import { today } from '../../ui/today';
import { usePartyHeads, useTellResult } from './use-party-acts';

/** Everything about a party as one form: for corrections. What happened on a day has its dialogs. */
export function EditPartyPage() {
  const { party: id = '' } = useParams();
  const party = useRecord('parties', id);
  const parties = useRecords('parties');
  return (
    <Page width="reading">
      <Loaded of={together({ party, parties })}>
        {({ party: found, parties: all }) =>
          found === null ? <UnknownParty /> : <Edit key={found.id} party={found} parties={all} />
        }
      </Loaded>
    </Page>
  );
}

function Edit({ party, parties }: { party: Party; parties: readonly Party[] }) {
  const { t, i18n } = useTranslation('parties');
  const act = useAct();
  const heads = usePartyHeads();
  const tell = useTellResult();
  const navigate = useNavigate();

  const submit = async (values: Values) => {
    const fields = fieldsOfForm(values, party);
    const result = await act(async (context) =>
      changeParty(context, { party, parties, fields, headsOf: await heads() }),
    );
    if (tell(result, t('changed'))) void navigate(`/parties/${party.id}`);
    return result;
  };

  return (
    <>
      <PageHeader
        title={t('editTitle', { name: partyName(party, i18n.language, today()) })}
        subtitle={t('editHint')}
      />
      <PartyForm
        draftKey={`party-form:${party.id}`}
        initial={formOf(fieldsOf(party))}
        submitLabel={t('form.save')}
        onSubmit={submit}
      />
    </>
  );
}

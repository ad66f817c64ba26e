import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { v7 as newId } from 'uuid';
import { sameCode } from '@shared/domain/party/check';
import { addParty } from '@shared/domain/party/decide';
import { nameIn } from '@shared/domain/language';
import { PARTY_DEFAULTS, type Party } from '@shared/domain/party/types';
import { sortParties } from '@shared/domain/programme/collate';
import { useAct } from '../../db/act';
import { useRecords } from '../../db/hooks';
import { Page, PageHeader, Section } from '../../ui/page';
import { Loaded } from '../../ui/states';
import { toast } from '../../ui/toasts';
import { PartyForm } from './form/party-form';
import { BLANK_FORM, fieldsOfForm, formOf, type PartyForm as Values } from './form/values';
import { useWorld } from './use-world';

/** A new party: a country of the United Nations' list, or whatever is typed. */
export function NewPartyPage() {
  const { t } = useTranslation('parties');
  const parties = useRecords('parties');
  return (
    <Page width="reading">
      <PageHeader title={t('add')} subtitle={t('addHint')} />
      <Loaded of={parties}>{(all) => <NewParty parties={all} />}</Loaded>
    </Page>
  );
}

function NewParty({ parties }: { parties: readonly Party[] }) {
  const { t } = useTranslation('parties');
  const act = useAct();
  const navigate = useNavigate();

  const submit = async (values: Values) => {
    const id = newId();
    const fields = fieldsOfForm(values, PARTY_DEFAULTS);
    const result = await act((context) =>
      addParty(context, { id, fields, focalPoints: [], parties }),
    );
    if (result.ok) {
      toast(t('added'));
      void navigate(`/parties/${id}`);
    }
    return result;
  };

  return (
    <PartyForm
      draftKey="party-form:new"
      initial={BLANK_FORM}
      submitLabel={t('form.add')}
      onSubmit={submit}
      begin={(change, { code }) => (
        <CountryChoice parties={parties} chosen={code} onChoose={change} />
      )}
    />
  );
}

interface CountryChoiceProps {
  parties: readonly Party[];
  chosen: string;
  onChoose: (patch: Partial<Values>) => void;
}

/** Fills in the codes, region and six official names of a country. */
function CountryChoice({ parties, chosen, onChoose }: CountryChoiceProps) {
  const { t, i18n } = useTranslation('parties');
  const { countries } = useWorld();
  const free = useMemo(
    () =>
      sortParties(
        countries.filter(({ code }) => !parties.some((party) => sameCode(party.code, code))),
        i18n.language,
      ),
    [countries, parties, i18n.language],
  );
  return (
    <Section>
      <Select
        label={t('form.country')}
        description={t('form.countryHint')}
        searchable
        clearable
        value={free.some(({ code }) => code === chosen) ? chosen : null}
        data={free.map(({ code, names }) => ({
          value: code,
          label: `${nameIn(names, i18n.language)} (${code})`,
        }))}
        onChange={(value) => {
          const country = free.find(({ code }) => code === value);
          if (country === undefined) return;
          const { statuses: _, ...known } = formOf(country);
          onChoose(known);
        }}
      />
    </Section>
  );
}

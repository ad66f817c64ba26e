import { Button, Select } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn, UN_LANGUAGES, type UnLanguage } from '@shared/domain/language';
import type { Meeting } from '@shared/domain/meeting/types';
import { statusOn } from '@shared/domain/party/rules';
import type { Party } from '@shared/domain/party/types';
import { formatNumber } from '@shared/i18n/format';
import { Section } from '../../../ui/page';
import { today } from '../../../ui/today';
import { WorkProgress } from '../../../ui/work-progress';
import { useMakeSheets } from './use-make-sheets';
import classes from './import.module.css';

interface Props {
  readonly meeting: Meeting;
  readonly parties: readonly Party[];
}

const ALL = 'all';
const OWN = 'own';

/** Makes the workbooks that focal points fill in, and that come back without a mapping. */
export function MakeSheets({ meeting, parties }: Props) {
  const { t, i18n } = useTranslation(['imports', 'domain']);
  const [language, setLanguage] = useState<UnLanguage | typeof OWN>(
    UN_LANGUAGES.find((one) => one === i18n.language) ?? 'en',
  );
  const [chosen, setChosen] = useState<string>(ALL);
  const { making, make } = useMakeSheets(meeting);
  const partners = useMemo(() => {
    const collator = new Intl.Collator(i18n.language);
    const day = meeting.planned.start?.length === 10 ? meeting.planned.start : today();
    return parties
      .filter((party) => statusOn(party, day) !== 'none')
      .map((party) => ({ party, name: nameIn(party.names, i18n.language) }))
      .sort((a, b) => collator.compare(a.name, b.name));
  }, [parties, meeting, i18n.language]);
  if (partners.length === 0) return null;

  const start = () => {
    const wanted = partners.filter(({ party }) => chosen === ALL || party.id === chosen);
    make(
      wanted.map(({ party }) => ({
        party,
        language: language === OWN ? (party.language ?? 'en') : language,
      })),
      chosen === ALL,
    );
  };
  return (
    <Section
      title={t('imports:sheets.title')}
      aside={<span className={classes.quiet}>{t('imports:sheets.hint')}</span>}
    >
      {making !== null ? (
        <WorkProgress
          label={t('imports:sheets.making')}
          done={making.done}
          total={making.total}
          onCancel={making.cancel}
        />
      ) : (
        <div className={classes.sheetFields}>
          <Select
            label={t('imports:sheets.party')}
            allowDeselect={false}
            searchable
            value={chosen}
            data={[
              {
                value: ALL,
                label: t('imports:sheets.all', {
                  number: formatNumber(partners.length, i18n.language),
                }),
              },
              ...partners.map(({ party, name }) => ({
                value: party.id,
                label: `${name} (${party.code})`,
              })),
            ]}
            onChange={(value) => value !== null && setChosen(value)}
          />
          <Select
            label={t('imports:sheets.language')}
            allowDeselect={false}
            value={language}
            data={[
              { value: OWN, label: t('imports:sheets.ownLanguage') },
              ...UN_LANGUAGES.map((one) => ({ value: one, label: t(`domain:language.${one}`) })),
            ]}
            onChange={(value) => setLanguage(UN_LANGUAGES.find((one) => one === value) ?? OWN)}
          />
          <Button
            variant="default"
            leftSection={<IconFileSpreadsheet size={18} aria-hidden="true" />}
            onClick={start}
          >
            {t('imports:sheets.make')}
          </Button>
        </div>
      )}
    </Section>
  );
}

import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listOrder, partyName } from '@shared/codecs/documents/names';
import type { Party } from '@shared/domain/party/types';
import { canReaddress } from '@shared/domain/recommendation/rules';
import type { Recommendation } from '@shared/domain/recommendation/types';
import { knownParties, PartySelect } from '@renderer/features/nominations';
import { usePermission } from '@renderer/features/operators';
import { Field } from '../../../ui/field';
import { today } from '../../../ui/today';
import classes from '../recommendations.module.css';

interface Props {
  readonly recommendation: Recommendation;
  readonly parties: readonly Party[];
  readonly onAdd: (party: string) => void;
  readonly onRemove: (party: string) => void;
}

/** Whom the recommendation is addressed to; nobody named: to all parties. */
export function AddressedTo({ recommendation, parties, onAdd, onRemove }: Props) {
  const { t } = useTranslation('recommendations');
  const { may } = usePermission();
  const [chosen, setChosen] = useState(0);
  const { parties: ids, state } = recommendation;
  const open = canReaddress(state) && may('recommendation.changed');
  const named = useNamed(recommendation, parties);
  const others = useMemo(
    () =>
      knownParties(
        parties.filter(({ id }) => !ids.includes(id)),
        [],
      ),
    [parties, ids],
  );
  const hint = canReaddress(state) ? t('addressedHint') : t('addressedFixed');
  return (
    <Field label={t('addressedTo')} hint={hint}>
      <div className={classes.addressed}>
        {ids.length === 0 && <span className={classes.addressee}>{t('allParties')}</span>}
        {named.map(({ id, name }) =>
          open ? (
            <Button
              key={id}
              variant="default"
              size="compact-md"
              rightSection={<IconX size={14} aria-hidden />}
              aria-label={t('removeParty', { name })}
              onClick={() => onRemove(id)}
            >
              {name}
            </Button>
          ) : (
            <bdi key={id} className={classes.addressee}>
              {name}
            </bdi>
          ),
        )}
        {open && (
          <div className={classes.addressedAdd}>
            {/* A new box for each: the last name does not stay in it, and typing goes on. */}
            <PartySelect
              key={chosen}
              parties={others}
              value={null}
              ariaLabel={t('addParty')}
              placeholder={t('addParty')}
              focused={chosen > 0}
              onChange={(id) => {
                if (id === null) return;
                setChosen((count) => count + 1);
                onAdd(id);
              }}
            />
          </div>
        )}
      </div>
    </Field>
  );
}

/** The parties that it names, in the order of the language. */
export function useNamed(
  { parties: ids }: Pick<Recommendation, 'parties'>,
  parties: readonly Party[],
): { readonly id: string; readonly name: string }[] {
  const { t, i18n } = useTranslation('recommendations');
  const { language } = i18n;
  return useMemo(() => {
    const known = parties.filter(({ id }) => ids.includes(id)).sort(listOrder(language, today()));
    const lost = ids.filter((id) => !known.some((one) => one.id === id));
    return [
      ...known.map((party) => ({ id: party.id, name: partyName(party, language, today()) })),
      ...lost.map((id) => ({ id, name: t('unknownParty') })),
    ];
  }, [ids, parties, language, t]);
}

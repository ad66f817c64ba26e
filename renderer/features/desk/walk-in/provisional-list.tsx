import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { memo, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moveNomination } from '@shared/domain/nomination/decide';
import { isProvisional } from '@shared/domain/nomination/rules';
import type { Nomination } from '@shared/domain/nomination/types';
import { displayName } from '@shared/domain/person/rules';
import { formatNumber } from '@shared/i18n/format';
import { Permitted, usePermission, useRefusal } from '@renderer/features/operators';
import { announce } from '../../../ui/announcer';
import { ConfirmInline } from '../../../ui/confirm-inline';
import { toast } from '../../../ui/toasts';
import { useDeskWrite } from '../acts/use-desk-write';
import { DelegationName } from '../parts/delegation-name';
import type { DeskModel } from '../use-desk';
import classes from './walk-in.module.css';

interface Props {
  readonly model: DeskModel;
  /** The box has the focus again after everything. */
  readonly onDone: () => void;
}

/** Walk-ins who wait to be approved, for those who may decide; nothing while there are none. */
export const ProvisionalList = memo(function ProvisionalList({ model, onDone }: Props) {
  const { t, i18n } = useTranslation('walkIn');
  const id = useId();
  const { may } = usePermission();
  const refusal = useRefusal();
  const { write, headsNow } = useDeskWrite(model);
  const [busy, setBusy] = useState<string | null>(null);
  const { nominations } = model;
  const waiting = useMemo(() => nominations.filter(isProvisional), [nominations]);
  if (waiting.length === 0) return null;

  const nameOf = ({ person }: Nomination) => {
    const known = model.directory.person(person);
    return known === undefined ? t('unknownPerson') : displayName(known);
  };
  const decide = async (nomination: Nomination, to: 'accepted' | 'declined') => {
    setBusy(nomination.id);
    const headsOf = await headsNow();
    const what = { kind: to, people: [nomination.person], about: null };
    const done = await write(what, (context) =>
      moveNomination(context, nomination, to, headsOf('nominations', nomination.id, ['state'])),
    );
    setBusy(null);
    if (done.ok) announce(t(`spoken.${to}`, { name: nameOf(nomination) }));
    else toast(refusal(done) ?? t('refused.not-saved'), { tone: 'bad' });
    onDone();
  };
  const act = (nomination: Nomination, to: 'accepted' | 'declined') =>
    void decide(nomination, to).catch(() => {
      setBusy(null);
      toast(t('refused.not-saved'), { tone: 'bad' });
    });

  return (
    <section className={classes.list} aria-labelledby={id}>
      <h2 id={id} className={classes.listTitle}>
        {t('list.title', {
          count: waiting.length,
          number: formatNumber(waiting.length, i18n.language),
        })}
      </h2>
      <ul className={classes.waiting}>
        {waiting.map((nomination) => (
          <li key={nomination.id} className={classes.waitingOne}>
            <span className={classes.waitingWho}>
              <bdi className={classes.waitingName}>{nameOf(nomination)}</bdi>
              <DelegationName party={model.parties.get(nomination.party)} />
            </span>
            <span className={classes.waitingActs}>
              <Permitted act="nomination.accepted">
                <Button
                  loading={busy === nomination.id}
                  leftSection={<IconCheck size={16} aria-hidden />}
                  aria-label={t('list.approveFor', { name: nameOf(nomination) })}
                  onClick={() => act(nomination, 'accepted')}
                >
                  {t('list.approve')}
                </Button>
              </Permitted>
              {may('nomination.declined') && (
                <ConfirmInline
                  label={t('list.decline')}
                  question={t('list.question', { name: nameOf(nomination) })}
                  confirm={t('list.decline')}
                  danger
                  onConfirm={() => act(nomination, 'declined')}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
});

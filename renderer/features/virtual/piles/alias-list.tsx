import { Button, Checkbox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listName } from '@shared/domain/person/rules';
import type { Alias, Login } from '@shared/domain/virtual/types';
import { aliasKey } from '@shared/matching/candidates';
import { Permitted } from '@renderer/features/operators';
import { useStore } from '../../../db/hooks';
import { DataTable, type Column } from '../../../ui/data-table';
import { Empty } from '../../../ui/states';
import { toast } from '../../../ui/toasts';
import { usePile } from './pile';
import classes from './piles.module.css';

/** Names that were confirmed once and link by themselves since; each can be revoked. */
export function AliasList() {
  const { t } = useTranslation('matching');
  const { book, model } = usePile();
  const [asked, setAsked] = useState<string | null>(null);
  const aliases = model.aliases.filter(({ revoked }) => !revoked);
  const alias = aliases.find(({ id }) => id === asked);
  const personOf = ({ person }: Alias): string => {
    const found = book.person(person);
    return found === undefined ? t('aliases.unknown') : listName(found);
  };
  const columns: Column<Alias>[] = [
    { id: 'name', header: t('aliases.name'), value: ({ name }) => name },
    { id: 'person', header: t('aliases.person'), value: personOf },
    {
      id: 'revoke',
      header: t('aliases.decision'),
      value: () => null,
      sortable: false,
      width: '10rem',
      cell: (one) => (
        <Permitted act="alias.changed">
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('aliases.revokeName', { name: one.name })}
            onClick={() => setAsked(one.id)}
          >
            {t('aliases.revoke')}
          </Button>
        </Permitted>
      ),
    },
  ];
  return (
    <>
      <p className={classes.lead}>{t('aliases.hint')}</p>
      {alias !== undefined && (
        <RevokeQuestion key={alias.id} alias={alias} onClose={() => setAsked(null)} />
      )}
      <DataTable
        label={t('aliases.title')}
        rows={aliases}
        idOf={({ id }) => id}
        columns={columns}
        filter={t('aliases.filter')}
        height="20rem"
        empty={<Empty title={t('aliases.empty')} />}
      />
    </>
  );
}

interface QuestionProps {
  readonly alias: Alias;
  readonly onClose: () => void;
}

/** Says what revoking touches before it is done: what the name linked stays, unless asked. */
function RevokeQuestion({ alias, onClose }: QuestionProps) {
  const { t } = useTranslation('matching');
  const { book, decide } = usePile();
  const store = useStore();
  const [linked, setLinked] = useState<readonly Login[] | null>(null);
  const [reopens, setReopens] = useState(false);
  useEffect(() => {
    let gone = false;
    const root = book.roots.of(alias.person);
    const byAlias = ({ link, name }: Login) =>
      link?.kind === 'persons' &&
      link.by === 'alias' &&
      link.persons.some((person) => book.roots.of(person) === root) &&
      aliasKey(name) === aliasKey(alias.name);
    void store.list('logins').then((all) => {
      if (!gone) setLinked(all.filter(byAlias));
    });
    return () => {
      gone = true;
    };
  }, [store, book, alias]);
  if (linked === null) return null;
  const meetings = new Set(linked.map(({ meeting }) => meeting)).size;
  const revoke = () => {
    void decide.revoke(alias, reopens ? linked : []).then((done) => {
      if (!done) return;
      toast(t('aliases.revoked', { name: alias.name }));
      onClose();
    });
  };
  return (
    <div
      className={classes.panel}
      role="group"
      aria-label={t('aliases.question', { name: alias.name })}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <p className={classes.panelTitle}>{t('aliases.question', { name: alias.name })}</p>
      <p className={classes.quiet}>
        {linked.length === 0
          ? t('aliases.touchesNothing')
          : t('aliases.touches', { count: linked.length, meetings })}
      </p>
      {linked.length > 0 && (
        <Checkbox
          label={t('aliases.reopen', { count: linked.length })}
          checked={reopens}
          onChange={(event) => setReopens(event.currentTarget.checked)}
        />
      )}
      <div className={classes.actions}>
        <Permitted act="alias.changed">
          <Button autoFocus color="red.8" onClick={revoke}>
            {t('aliases.revoke')}
          </Button>
        </Permitted>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}

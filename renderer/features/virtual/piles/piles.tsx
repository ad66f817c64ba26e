import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Login } from '@shared/domain/virtual/types';
import { mayBeAlias, type LoginMatch } from '@shared/matching/candidates';
import { certainOnes, offered } from '@shared/matching/certain';
import { readDisplayName } from '@shared/matching/display-name';
import { evidenceFor } from '@shared/matching/explain';
import { certainPartyReader } from '@shared/matching/party-reader';
import { formatNumber } from '@shared/i18n/format';
import { Permitted } from '@renderer/features/operators';
import { Section } from '../../../ui/page';
import { Failed, Loading } from '../../../ui/states';
import { WorkProgress } from '../../../ui/work-progress';
import type { PeopleBook } from '../known-people';
import type { ReadyModel } from '../use-virtual';
import { AliasList } from './alias-list';
import { CertainPanel } from './certain-panel';
import { DecidedList } from './decided-list';
import { OpenList } from './open-list';
import { inThatOrder, useNameOrder } from './name-order';
import { PileProvider, type Pile } from './pile';
import { useAnybody } from './use-anybody';
import { useDecide } from './use-decide';
import { usePeopleBook, useSuggestions, type Suggestions } from './use-suggestions';
import classes from './piles.module.css';

const PILES = ['confirm', 'unmatched', 'linked', 'nobody'] as const;
type PileName = (typeof PILES)[number];

interface Props {
  readonly model: ReadyModel;
  /** Logins of reports that no other one has taken the place of. */
  readonly logins: readonly Login[];
}

/** Logins sorted into piles, and a human's word on everything that is not certain. */
export function Piles({ model, logins }: Props) {
  const { i18n } = useTranslation();
  const book = usePeopleBook(model, logins);
  const order = useNameOrder(logins, i18n.language);
  const suggestions = useSuggestions(model, logins, model.aliases, book);
  if (book === null || order === null) return <Loading />;
  return <Sorted {...{ model, logins, order, book, suggestions }} />;
}

interface SortedProps extends Props {
  /** Ids of the logins in the order of their names. */
  readonly order: readonly string[];
  readonly book: PeopleBook;
  readonly suggestions: Suggestions;
}

function Sorted({ model, logins, order, book, suggestions }: SortedProps) {
  const { t, i18n } = useTranslation(['matching', 'virtual']);
  const [shown, setShown] = useState<PileName | null>(null);
  const [remember, setRemember] = useState(true);
  const [typing, setTyping] = useState(false);
  const [names, setNames] = useState(false);
  const decide = useDecide(model, book);
  const index = useAnybody(model, book, typing);
  const codeOf = useMemo(() => certainPartyReader(model.parties), [model.parties]);
  const matches = suggestions.state === 'ready' ? suggestions.matches : NO_MATCHES;

  const piles = useMemo(() => {
    const sorted: Record<PileName, Login[]> = {
      confirm: [],
      unmatched: [],
      linked: [],
      nobody: [],
    };
    for (const login of inThatOrder(logins, order)) {
      const match = matches.get(login.id);
      if (login.link !== null) {
        sorted[login.link.kind === 'persons' ? 'linked' : 'nobody'].push(login);
      } else {
        const isSuggested = match !== undefined && offered(match, login.rejected).length > 0;
        sorted[isSuggested ? 'confirm' : 'unmatched'].push(login);
      }
    }
    return sorted;
  }, [logins, order, matches]);
  const certain = useMemo(
    () =>
      certainOnes(
        piles.confirm.flatMap(({ id, name, email, rejected }) => {
          const match = matches.get(id);
          return match === undefined ? [] : [{ id, name, email, match, rejected }];
        }),
      ),
    [piles, matches],
  );

  const pile = useMemo(
    (): Pile => ({
      ...{ model, book, decide, index },
      wantAnybody: () => setTyping(true),
      explain: (login, person) => evidenceFor(login, book.known(person), codeOf),
      remembers: (login) => remember && mayBeAlias(login.name, readDisplayName(login.name, codeOf)),
    }),
    [model, book, decide, index, codeOf, remember],
  );
  const [last] = decide.made;
  const undo = useCallback(() => {
    if (last !== undefined) void decide.takeBack(last);
  }, [decide, last]);

  const name = shown ?? PILES.find((one) => piles[one].length > 0) ?? 'confirm';
  const isOpen = name === 'confirm' || name === 'unmatched';
  const number = (value: number) => formatNumber(value, i18n.language);
  return (
    <PileProvider value={pile}>
      <Section>
        <SegmentedControl
          fullWidth
          aria-label={t('virtual:piles')}
          value={name}
          onChange={(value) => setShown(PILES.find((one) => one === value) ?? null)}
          data={PILES.map((one) => ({
            value: one,
            label: `${t(`virtual:pile.${one}`)} (${number(piles[one].length)})`,
          }))}
        />
        <div className={classes.bar}>
          {isOpen && <p className={classes.quiet}>{t('matching:keys')}</p>}
          {isOpen && (
            <Checkbox
              label={t('virtual:remember')}
              checked={remember}
              onChange={(event) => setRemember(event.currentTarget.checked)}
            />
          )}
          <Permitted act="login.linked">
            <Button
              variant="default"
              disabled={last === undefined}
              leftSection={<IconArrowBackUp size={18} aria-hidden />}
              onClick={undo}
            >
              {last === undefined
                ? t('matching:undo.nothing')
                : last.name === ''
                  ? t('matching:undo.many', { count: last.count, number: number(last.count) })
                  : t('matching:undo.one', { name: last.name })}
            </Button>
          </Permitted>
        </div>
        {isOpen ? (
          <Open suggestions={suggestions}>
            {name === 'confirm' && <CertainPanel logins={piles.confirm} certain={certain} />}
            <OpenList key={name} logins={piles[name]} matches={matches} onUndo={undo} />
          </Open>
        ) : (
          <DecidedList key={name} logins={piles[name]} />
        )}
      </Section>
      <Section title={t('matching:aliases.title')}>
        {names ? (
          <AliasList />
        ) : (
          <Button variant="default" onClick={() => setNames(true)}>
            {t('matching:aliases.show', {
              number: number(model.aliases.filter(({ revoked }) => !revoked).length),
            })}
          </Button>
        )}
      </Section>
    </PileProvider>
  );
}

const NO_MATCHES: ReadonlyMap<string, LoginMatch> = new Map<string, LoginMatch>();

/** What waits, once suggestions have been worked out. */
function Open({
  suggestions,
  children,
}: {
  readonly suggestions: Suggestions;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation(['matching', 'virtual']);
  switch (suggestions.state) {
    case 'working':
      return (
        <WorkProgress
          label={t('virtual:matching')}
          done={suggestions.progress?.done ?? 0}
          total={suggestions.progress?.total ?? null}
          onCancel={suggestions.stop}
        />
      );
    case 'stopped':
      return <Button onClick={suggestions.again}>{t('matching:again')}</Button>;
    case 'failed':
      return (
        <Failed detail={suggestions.message}>
          <Button onClick={suggestions.again}>{t('matching:again')}</Button>
        </Failed>
      );
    case 'ready':
      return children;
  }
}

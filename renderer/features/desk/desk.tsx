import { TextInput } from '@mantine/core';
import { IconSearch, IconUsersGroup } from '@tabler/icons-react';
import { useCallback, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '@shared/domain/person/rules';
import { isStanding } from '@shared/domain/nomination/rules';
import { formatTime } from '@shared/i18n/format';

import { enoughToSearch } from '@shared/matching/query';
import { announce } from '../../ui/announcer';
import { useCommands, type Command } from '../../ui/commands';
import { Empty, Loading } from '../../ui/states';
import { toast } from '../../ui/toasts';
import { useCurrentSession } from '../meetings';
import { useSettings } from '../settings';
import classes from './desk.module.css';
import { AnswerPanel } from './parts/answer-panel';
import { Overview } from './parts/overview';
import { RecentActions } from './parts/recent-actions';
import { optionId, SearchResults } from './parts/search-results';
import { playTone } from './tone';
import { useDeskActions, type DeskAction, type DeskModel, type DeskResult } from './use-desk';

/** More than anybody reads; who is not among them types one letter more. */
const SHOWN = 8;

/** The page where people queue: one box that always has the focus, one large answer. */
export function Desk({ model }: { readonly model: DeskModel }) {
  const { t, i18n } = useTranslation(['desk', 'domain']);
  const { session } = useCurrentSession(model.meeting.id);
  const { result, actions, checkIn, undo, clear } = useDeskActions(model, session);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const box = useRef<HTMLInputElement>(null);
  const listId = useId();
  const { sound } = useSettings().settings;

  const hits = useMemo(
    () =>
      model.answers > 0 && enoughToSearch(query) ? model.directory.index.search(query, SHOWN) : [],
    [model, query],
  );
  const reading = model.answers === 0;
  const searching = !reading && enoughToSearch(query);

  const focusBox = () => box.current?.focus();

  const say = (outcome: DeskResult) => {
    const person = model.directory.person(outcome.person);
    const name = person === undefined ? t('desk:unknownPerson') : displayName(person);
    if (outcome.state === 'failed') {
      announce(t('desk:spoken.failed', { name }), 'assertive');
      if (sound) playTone('refused');
      return;
    }
    const { answer } = outcome;
    if (sound) playTone(answer.kind);
    switch (answer.kind) {
      case 'welcome':
        announce(t('desk:spoken.welcome', { name }), 'assertive');
        break;
      case 'already': {
        const time = formatTime(answer.first.when, i18n.language, model.meeting.timeZone);
        announce(t('desk:spoken.already', { name, time }), 'assertive');
        break;
      }
      case 'refused':
        announce(
          t('desk:spoken.refused', { name, reason: t(`desk:refusedReason.${answer.reason}`) }),
          'assertive',
        );
    }
  };

  const pick = (person: string) => {
    setQuery('');
    setActive(0);
    focusBox();
    void checkIn(person).then(say);
  };

  const { directory } = model;
  const takeBack = useCallback(
    (action: DeskAction) => {
      box.current?.focus();
      void undo(action).then((done) => {
        const person = directory.person(action.person);
        const name = person === undefined ? t('desk:unknownPerson') : displayName(person);
        if (done) announce(t('desk:spoken.undone', { name }));
        else toast(t('desk:undoFailed'), { tone: 'bad' });
      });
    },
    [directory, t, undo],
  );

  const lastAction = actions.find((action) => !action.undone);
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'desk.search',
        label: t('desk:command.search'),
        group: t('desk:title'),
        keys: 'F2',
        run: () => box.current?.focus(),
      },
    ],
    [t],
  );
  useCommands(commands);

  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        const step = event.key === 'ArrowDown' ? 1 : -1;
        if (hits.length > 0) setActive((now) => (now + step + hits.length) % hits.length);
        return;
      }
      case 'Enter': {
        const hit = hits[Math.min(active, hits.length - 1)];
        if (hit !== undefined) pick(hit.id);
        return;
      }
      case 'Escape':
        setQuery('');
        setActive(0);
        clear();
        return;
      case 'z':
        if ((event.ctrlKey || event.metaKey) && query === '' && lastAction !== undefined) {
          event.preventDefault();
          takeBack(lastAction);
        }
    }
  };

  const expected = model.nominations.some(isStanding);
  const showList = searching && hits.length > 0;
  return (
    <div className={classes.desk} aria-busy={reading}>
      <h1 className="visually-hidden">{t('desk:title')}</h1>
      <div className={classes.main}>
        <div className={classes.bar}>
          <TextInput
            ref={box}
            data-autofocus
            autoFocus
            className={classes.box}
            size="xl"
            role="combobox"
            aria-label={t('desk:search')}
            aria-expanded={showList}
            aria-controls={listId}
            aria-autocomplete="list"
            {...(showList ? { 'aria-activedescendant': optionId(listId, active) } : {})}
            placeholder={t('desk:searchHint')}
            leftSection={<IconSearch size={24} aria-hidden />}
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={(event) => {
              setQuery(event.currentTarget.value);
              setActive(0);
            }}
            onKeyDown={onKey}
          />
        </div>
        <div className={classes.stage}>
          {showList && (
            <SearchResults
              id={listId}
              model={model}
              hits={hits}
              active={active}
              onPick={pick}
              onHover={setActive}
            />
          )}
          {searching && hits.length === 0 && (
            <Empty title={t('desk:nobody', { query })}>{t('desk:nobodyHint')}</Empty>
          )}
          {reading && <Loading label={t('desk:reading')} />}
          {!searching && result !== null && <AnswerPanel model={model} result={result} />}
          {!reading && !searching && result === null && expected && (
            <Empty icon={<IconSearch size={28} />} title={t('desk:ready')}>
              {t('desk:readyHint')}
            </Empty>
          )}
          {!reading && !searching && result === null && !expected && (
            <Empty icon={<IconUsersGroup size={28} />} title={t('desk:nobodyExpected')}>
              {t('desk:nobodyExpectedHint')}
            </Empty>
          )}
        </div>
      </div>
      <aside className={classes.side}>
        {model.counted ? <Overview model={model} /> : <Loading />}
        <RecentActions model={model} actions={actions} onUndo={takeBack} />
      </aside>
    </div>
  );
}

import { Checkbox, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  replaceNominations,
  type Replacement,
  type ReplacementRefusal,
  type Successor,
} from '@shared/domain/nomination/replace';
import { isOpen } from '@shared/domain/nomination/rules';
import type { Nomination } from '@shared/domain/nomination/types';
import { nameIn } from '@shared/domain/language';
import { displayName } from '@shared/domain/person/rules';
import { formatNumber } from '@shared/i18n/format';
import { Dialog } from '../../../ui/dialog';
import { FieldGrid, FieldSet } from '../../../ui/field';
import { today } from '../../../ui/today';
import { NO_SOURCE, SourceFields, sourceOf } from '../panel/source-fields';
import { useNominationActs } from '../use-nomination-acts';
import type { NominationsModel } from '../use-nominations';
import { Notice } from './notice';

interface Props {
  /** Who is replaced. */
  readonly replaced: readonly Nomination[];
  readonly model: NominationsModel;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Who comes instead, as it is typed: somebody on file, or a new name. */
interface Typed {
  readonly nomination: string | null;
  readonly family: string;
  readonly given: string;
}

const NOBODY: Typed = { nomination: null, family: '', given: '' };

const REASONS: readonly ReplacementRefusal[] = [
  'nothing-to-replace',
  'not-allowed',
  'itself',
  'circular',
  'other-meeting',
  'successor-gone',
  'already-nominated',
  'name-missing',
  'party-missing',
];

/** Replaces one person or several, as one act. */
export function ReplaceDialog({ replaced, model, onClose, onDone }: Props) {
  const { t, i18n } = useTranslation('nominations');
  const { commit } = useNominationActs(model.meeting.id);
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const [authorisedBy, setAuthorisedBy] = useState('');
  const [source, setSource] = useState({ ...NO_SOURCE, receivedOn: today() });
  const [accept, setAccept] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const people = new Map(model.people.map((person) => [person.id, person]));
  const parties = new Map(model.parties.map((party) => [party.id, party]));
  const nameOf = (nomination: Nomination | undefined) => {
    const person = people.get(nomination?.person ?? '');
    return person === undefined ? t('unknownPerson') : displayName(person);
  };

  const change = (id: string, part: Partial<Typed>) => {
    setTyped((before) => ({ ...before, [id]: { ...(before[id] ?? NOBODY), ...part } }));
    setProblem(null);
  };

  const successorOf = (nomination: Nomination): Successor => {
    const { nomination: chosen, family, given } = typed[nomination.id] ?? NOBODY;
    if (chosen !== null) return { kind: 'nomination', id: chosen };
    const set = { family: family.trim(), given: given.trim() };
    const { capacity, modality } = nomination;
    return { kind: 'person', id: null, set, capacity, modality };
  };

  const submit = async () => {
    setBusy(true);
    const count = replaced.length;
    const result = await commit(
      (context, now) => {
        const replacements = replaced.map((one): Replacement => ({
          nomination: now.nominations.find(({ id }) => id === one.id) ?? one,
          by: successorOf(one),
        }));
        const receivedOn = source.receivedOn === '' ? null : source.receivedOn;
        const paper = { authorisedBy, source: sourceOf(source), receivedOn, accept };
        return replaceNominations(context, replacements, paper, now);
      },
      t('replace.done', { count, number: formatNumber(count, i18n.language) }),
      REASONS,
    );
    setBusy(false);
    if (result.ok) {
      onDone();
      return;
    }
    const reason = REASONS.find((one) => one === result.reason);
    if (reason === undefined) return;
    const about = replaced.find(({ id }) => id === result.params?.['nomination']);
    setProblem(t(`replace.refused.${reason}`, { name: nameOf(about) }));
  };

  /** The own delegation first; whoever has come to an end cannot come instead. */
  const choices = (nomination: Nomination) => {
    const open = model.nominations.filter(
      (one) =>
        isOpen(one) &&
        one.id !== nomination.id &&
        one.person !== nomination.person &&
        people.get(one.person)?.forgotten !== true,
    );
    const item = (one: Nomination) => ({ value: one.id, label: nameOf(one) });
    const own = open.filter(({ party }) => party === nomination.party);
    const others = open.filter(({ party }) => party !== nomination.party);
    const party = parties.get(nomination.party);
    return [
      { group: nameIn(party?.names ?? {}, i18n.language), items: own.map(item) },
      { group: t('replace.otherDelegations'), items: others.map(item) },
    ].filter(({ items }) => items.length > 0);
  };

  return (
    <Dialog
      opened
      size="lg"
      closing="deliberate"
      title={t('replace.title')}
      onClose={onClose}
      confirm={{ label: t('replace.confirm'), onConfirm: () => void submit(), busy }}
    >
      <Stack gap="lg">
        {replaced.map((one) => {
          const value = typed[one.id] ?? NOBODY;
          const isNew = value.nomination === null;
          return (
            <FieldSet key={one.id} legend={t('replace.whom', { name: nameOf(one) })}>
              <Stack gap="sm">
                <Select
                  searchable
                  clearable
                  limit={200}
                  label={t('replace.by')}
                  placeholder={t('replace.newName')}
                  value={value.nomination}
                  data={choices(one)}
                  onChange={(nomination) => change(one.id, { nomination })}
                />
                {isNew && (
                  <FieldGrid>
                    <TextInput
                      label={t('form.family')}
                      value={value.family}
                      maxLength={200}
                      onChange={(event) => change(one.id, { family: event.currentTarget.value })}
                    />
                    <TextInput
                      label={t('form.given')}
                      value={value.given}
                      maxLength={200}
                      onChange={(event) => change(one.id, { given: event.currentTarget.value })}
                    />
                  </FieldGrid>
                )}
              </Stack>
            </FieldSet>
          );
        })}
        <FieldSet legend={t('replace.paper')} hint={t('replace.paperHint')}>
          <Stack gap="sm">
            <TextInput
              label={t('fact.authorisedBy')}
              value={authorisedBy}
              maxLength={300}
              onChange={(event) => setAuthorisedBy(event.currentTarget.value)}
            />
            <SourceFields
              value={source}
              onChange={(part) => setSource((before) => ({ ...before, ...part }))}
            />
            <Checkbox
              label={t('form.accept')}
              description={t('form.acceptHint')}
              checked={accept}
              onChange={(event) => setAccept(event.currentTarget.checked)}
            />
          </Stack>
        </FieldSet>
        {problem !== null && <Notice role="alert">{problem}</Notice>}
      </Stack>
    </Dialog>
  );
}

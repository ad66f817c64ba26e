import { Button } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { reference } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/types';
import { formatInstant } from '@shared/i18n/format';
import { stampTime } from '@shared/operation/clock';
import { bridge } from '../../../bridge/client';
import { useRecords } from '../../../db/hooks';
import { DataTable, type Column } from '../../../ui/data-table';
import { Section } from '../../../ui/page';
import { Empty, Loaded } from '../../../ui/states';
import { useLoaded } from '../use-loaded';
import { useSaveCertificate } from '../use-save-certificate';
import classes from '../personal-data.module.css';

/** One person who was forgotten, as the journal has it. */
interface ForgottenEntry {
  readonly id: string;
  readonly person: Person;
  /** ISO instant. */
  readonly at: string;
  readonly actor: string;
  readonly replica: string;
}

const PAGE = 1000;
const SORT = [{ id: 'at', desc: true }];

/** Everybody who was forgotten: when, by whom, why; each with a certificate that names nobody. */
export function ForgottenList({ people }: { people: readonly Person[] }) {
  const { t } = useTranslation('personal');
  const load = useCallback(() => readForgotten(people), [people]);
  const entries = useLoaded(load);
  return (
    <Section title={t('part.forgotten')}>
      <Loaded of={entries}>
        {(list) =>
          list.length === 0 ? (
            <Empty icon={<IconEraser size={28} stroke={1.5} />} title={t('forgotten.nobody')}>
              {t('forgotten.nobodyHint')}
            </Empty>
          ) : (
            <Entries entries={list} />
          )
        }
      </Loaded>
    </Section>
  );
}

function Entries({ entries }: { entries: readonly ForgottenEntry[] }) {
  const { t, i18n } = useTranslation('personal');
  const { language } = i18n;
  const operators = useRecords('operators');
  const desks = useRecords('desks');
  const save = useSaveCertificate();
  const operatorOf = useCallback(
    ({ actor }: ForgottenEntry) => {
      const known = operators.state === 'ready' && operators.value.find(({ id }) => id === actor);
      return (known && known.name) || t('certificate.unnamed');
    },
    [operators, t],
  );
  const deskOf = useCallback(
    ({ replica }: ForgottenEntry) => {
      const known = desks.state === 'ready' && desks.value.find(({ id }) => id === replica);
      return (known && known.name) || replica.slice(0, 8);
    },
    [desks],
  );
  const columns = useMemo((): Column<ForgottenEntry>[] => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const certify = async (entry: ForgottenEntry) => {
      const { person, at } = entry;
      const erasure = await bridge.register.erasure({ persons: [person.id] });
      const [operator, desk] = [operatorOf(entry), deskOf(entry)];
      const stated = { people: [person], why: person.forgottenFor, at, operator, desk, erasure };
      await save({ ...stated, mentions: null, withNames: false });
    };
    return [
      {
        id: 'reference',
        header: t('forgotten.reference'),
        width: '8rem',
        value: ({ person }) => reference(person.id),
      },
      {
        id: 'why',
        header: t('forgotten.why'),
        width: 'minmax(10rem, 1.5fr)',
        value: ({ person }) => person.forgottenFor && t(`why.${person.forgottenFor}`),
      },
      {
        id: 'at',
        header: t('certificate.when'),
        width: 'minmax(11rem, 1fr)',
        value: ({ at }) => at,
        cell: ({ at }) => formatInstant(at, language, here),
      },
      {
        id: 'operator',
        header: t('certificate.operator'),
        width: 'minmax(8rem, 1fr)',
        value: operatorOf,
      },
      { id: 'desk', header: t('certificate.desk'), width: 'minmax(8rem, 1fr)', value: deskOf },
      {
        id: 'certificate',
        header: t('certificate.short'),
        width: '9rem',
        sortable: false,
        value: () => null,
        cell: (entry) => (
          <Button variant="subtle" size="compact-sm" onClick={() => void certify(entry)}>
            {t('certificate.again')}
          </Button>
        ),
      },
    ];
  }, [t, language, operatorOf, deskOf, save]);
  return (
    <div className={classes.parts}>
      <p className={classes.lead}>{t('forgotten.lead')}</p>
      <DataTable
        label={t('part.forgotten')}
        rows={entries}
        idOf={({ id }) => id}
        columns={columns}
        initialSort={SORT}
        height="26rem"
      />
    </div>
  );
}

/** The acts of forgetting, from the journal; `people` are those who exist, forgotten or not. */
async function readForgotten(people: readonly Person[]): Promise<ForgottenEntry[]> {
  const known = new Map(people.map((person) => [person.id, person]));
  const filter = {
    ...{ record: null, meeting: null, actor: null, replica: null, from: null, to: null },
    types: ['person.forgotten'],
  };
  const entries = new Map<string, ForgottenEntry>();
  for (let before: number | null = null; ;) {
    const { operations, more } = await bridge.register.journal({ filter, before, limit: PAGE });
    for (const { operation, void: isVoid } of operations) {
      const person = known.get(operation.subjects[0] ?? '');
      if (person?.forgotten !== true || isVoid === true) continue;
      const { at, actor, replica } = operation;
      entries.set(person.id, { id: person.id, person, at: stampTime(at), actor, replica });
    }
    before = operations.at(-1)?.n ?? null;
    if (!more || before === null) return [...entries.values()];
  }
}

import { Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { partyName } from '@shared/codecs/documents/names';
import { reportableYears } from '@shared/domain/implementation/rules';
import {
  implementationStatusSchema,
  type Implementation,
  type ImplementationStatus,
} from '@shared/domain/implementation/types';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Party } from '@shared/domain/party/types';
import { concerns } from '@shared/domain/recommendation/rules';
import type { Recommendation } from '@shared/domain/recommendation/types';
import { knownParties, PartySelect } from '@renderer/features/nominations';
import { Dialog } from '../../../ui/dialog';
import { today } from '../../../ui/today';
import classes from '../recommendations.module.css';
import { useImplementationActs } from './use-implementation-acts';

interface Props {
  readonly recommendation: Recommendation;
  readonly meeting: Meeting;
  readonly parties: readonly Party[];
  /** Everything on record about the recommendation. */
  readonly reports: readonly Implementation[];
  /** Whose report it is, where that is settled. */
  readonly party?: Party;
  /** The report that is changed. */
  readonly begin?: Implementation;
  readonly onClose: () => void;
}

const STATUSES = implementationStatusSchema.options;

type Values = Pick<Implementation, 'status' | 'evidence'> & { readonly reportedOn: string };

/** How far a party is in a year. What is on record of both is shown, and changed. */
export function ReportDialog(props: Props) {
  const { recommendation, meeting, parties, reports, begin, onClose } = props;
  const { t, i18n } = useTranslation('recommendations');
  const acts = useImplementationActs(recommendation);
  const years = useMemo(() => reportableYears(recommendation, today()), [recommendation]);
  const [party, setParty] = useState(begin?.party ?? props.party?.id ?? null);
  const [year, setYear] = useState(begin?.year ?? years[0] ?? 0);
  const [typed, setTyped] = useState<Partial<Values>>({});
  const [problem, setProblem] = useState<{ reason: string; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const known = useMemo(
    () =>
      knownParties(
        parties.filter(({ id }) => concerns(recommendation, id)),
        [],
      ),
    [parties, recommendation],
  );
  const before = reports.find((one) => one.party === party && one.year === year);
  const values: Values = {
    status: before?.status ?? 'in-progress',
    reportedOn: before === undefined ? today() : (before.reportedOn ?? ''),
    evidence: before?.evidence ?? '',
    ...typed,
  };
  const change = (part: Partial<Values>) => {
    setTyped((now) => ({ ...now, ...part }));
    setProblem(null);
  };
  const errorOf = (...reasons: string[]) =>
    problem !== null && reasons.includes(problem.reason) ? problem.text : undefined;
  const name = (id: string) => {
    const found = parties.find((one) => one.id === id);
    return found === undefined ? t('unknownParty') : partyName(found, i18n.language, today());
  };

  const save = async () => {
    if (party === null) {
      setProblem({ reason: 'party-missing', text: t('implementation.partyMissing') });
      return;
    }
    setBusy(true);
    const { status, evidence, reportedOn } = values;
    const report = { party, year, status, evidence, reportedOn: reportedOn || null };
    const result = await acts.record({ ...report, name: name(party) });
    setBusy(false);
    if (result.ok) onClose();
    else setProblem({ reason: result.reason, text: acts.words(result) });
  };

  const number = recommendation.number ?? 0;
  const shown = ['party-missing', 'not-addressed', 'day-too-early', 'day-in-future'];
  const fields = [...shown, 'evidence-too-long', 'year-before-agreement', 'year-in-future'];
  return (
    <Dialog
      opened
      title={t('implementation.recordTitle')}
      size="lg"
      closing="deliberate"
      onClose={onClose}
      confirm={{ label: t('implementation.save'), onConfirm: () => void save(), busy }}
    >
      <Stack gap="md">
        <p className={classes.dialogLead}>
          {t('implementation.about', {
            recommendation: t('numbered', { number }),
            meeting: meeting.title,
          })}
        </p>
        {props.party === undefined ? (
          <PartySelect
            parties={known}
            value={party}
            onChange={(id) => {
              setParty(id);
              setProblem(null);
            }}
            label={t('implementation.party')}
            placeholder={t('implementation.partyHint')}
            focused={begin === undefined}
            required
            {...optional('error', errorOf('party-missing', 'not-addressed'))}
          />
        ) : (
          <TextInput label={t('implementation.party')} value={name(props.party.id)} readOnly />
        )}
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
          <Select
            label={t('implementation.year')}
            allowDeselect={false}
            value={String(year)}
            data={[...new Set([...years, ...(begin === undefined ? [] : [begin.year])])].map(
              String,
            )}
            onChange={(value) => {
              if (value === null) return;
              setYear(Number(value));
              setProblem(null);
            }}
            error={errorOf('year-before-agreement', 'year-in-future')}
          />
          <Select
            label={t('implementation.status')}
            allowDeselect={false}
            value={values.status}
            data={STATUSES.map((value) => ({ value, label: t(`implementationStatus.${value}`) }))}
            onChange={(value) => change({ status: statusOf(value) ?? values.status })}
          />
          <TextInput
            type="date"
            label={t('implementation.reportedOn')}
            description={t('implementation.reportedOnHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={values.reportedOn}
            onChange={(event) => change({ reportedOn: event.currentTarget.value })}
            error={errorOf('day-too-early', 'day-in-future')}
          />
        </SimpleGrid>
        <Textarea
          label={t('implementation.evidence')}
          description={t('implementation.evidenceHint')}
          dir="auto"
          autosize
          minRows={3}
          maxRows={10}
          maxLength={4000}
          value={values.evidence}
          onChange={(event) => change({ evidence: event.currentTarget.value })}
          error={errorOf('evidence-too-long')}
        />
        {before !== undefined && (
          <p className={classes.dialogLead} role="status">
            {t('implementation.onRecord', {
              year,
              status: t(`implementationStatus.${before.status}`),
            })}
          </p>
        )}
        {problem !== null && !fields.includes(problem.reason) && <p role="alert">{problem.text}</p>}
      </Stack>
    </Dialog>
  );
}

function statusOf(value: string | null): ImplementationStatus | undefined {
  return STATUSES.find((one) => one === value);
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: string });
}

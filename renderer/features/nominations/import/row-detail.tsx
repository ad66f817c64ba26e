import { CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meantBy } from '@shared/codecs/nominations/choice';
import { wholeName } from '@shared/codecs/nominations/name';
import type { FieldChange, NominationRow } from '@shared/codecs/nominations/types';
import { Facts } from '../../../ui/facts';
import { Tag } from '../../../ui/tag';
import type { KnownParties } from '../known-parties';
import { sourceText } from '../known-people';
import { PartyName } from '../parts/party-name';
import { useComparedWords } from '../use-field-words';
import type { IssueWords } from '../use-issue-words';
import type { NominationsModel } from '../use-nominations';
import type { Step } from './import-step';
import { verdictTone } from './preview-table';
import { RowCells } from './row-cells';
import { RowChoice } from './row-choice';
import type { Import } from './use-import';
import classes from './import.module.css';

interface Props {
  readonly row: NominationRow;
  readonly task: Import;
  readonly step: Extract<Step, { kind: 'preview' }>;
  readonly words: IssueWords;
  readonly parties: KnownParties;
  readonly model: NominationsModel;
  readonly onClose: () => void;
}

/** One row of the file: what stands in the way, what changes, what becomes of it, what it says. */
export function RowDetail({ row, task, step, words, parties, model, onClose }: Props) {
  const { t } = useTranslation(['nominations', 'ui']);
  const choice = step.choices.get(row.key);
  const meant = row.verdict === 'conflict' ? meantBy(row, choice) : null;
  return (
    <aside
      className={classes.detail}
      aria-label={t('nominations:import.rowTitle', { row: row.row })}
    >
      <div className={classes.detailHead}>
        <h2 className={classes.detailTitle}>
          {t('nominations:import.rowTitle', { row: row.row })}
        </h2>
        <Tag tone={verdictTone(row.verdict)}>{t(`nominations:import.verdict.${row.verdict}`)}</Tag>
        <CloseButton className={classes.detailClose} aria-label={t('ui:close')} onClick={onClose} />
      </div>
      <Issues row={row} words={words} />
      <RowChoice
        row={row}
        choice={choice}
        people={model.people}
        parties={parties}
        onChoose={(next) => task.choose(row.key, next)}
      />
      <Changes changes={meant?.changes ?? row.changes} />
      <RowCells row={row} task={task} step={step} />
      <h3 className={classes.detailPart}>{t('nominations:import.saysList')}</h3>
      <Said row={row} parties={parties} />
    </aside>
  );
}

function Issues({ row, words }: Pick<Props, 'row' | 'words'>) {
  const { t } = useTranslation('nominations');
  if (row.issues.length === 0) {
    return (
      <p className={classes.quiet}>
        {t(row.verdict === 'same' ? 'import.sameHint' : 'import.rowGood')}
      </p>
    );
  }
  return (
    <ul className={classes.issues}>
      {row.issues.map((issue) => (
        <li key={`${issue.code} ${issue.column ?? ''}`} data-severity={issue.severity}>
          {issue.severity === 'error' ? (
            <IconCircleX size={18} aria-hidden />
          ) : (
            <IconAlertTriangle size={18} aria-hidden />
          )}
          <span>
            <strong>{words.place(issue)}</strong> {words.text(issue, row)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Changes({ changes }: { readonly changes: readonly FieldChange[] }) {
  const { t } = useTranslation('nominations');
  const compared = useComparedWords();
  if (changes.length === 0) return null;
  return (
    <>
      <h3 className={classes.detailPart}>{t('import.changes')}</h3>
      <table className={classes.changes}>
        <thead>
          <tr>
            <th scope="col">{t('import.changeField')}</th>
            <th scope="col">{t('import.changeFrom')}</th>
            <th scope="col">{t('import.changeTo')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, from, to }) => (
            <tr key={field}>
              <th scope="row">{t(`compared.${field}`)}</th>
              <td>
                <bdi>{compared(field, from)}</bdi>
              </td>
              <td>
                <bdi>{compared(field, to)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const EVIDENCE = [
  'code',
  'name',
  'former-name',
  'language',
  'alias',
  'misspelling',
  'settled',
] as const;

function Said({ row, parties }: Pick<Props, 'row' | 'parties'>) {
  const { t } = useTranslation(['nominations', 'imports']);
  const compared = useComparedWords();
  const { name, party, partyText } = row;
  const evidence = EVIDENCE.find((one) => one === row.partyEvidence);
  const value = (field: Parameters<typeof compared>[0], text: string | null) =>
    [t(`compared.${field}`), text === null || text === '' ? '' : compared(field, text)] as const;
  const facts: (readonly [string, ReactNode])[] = [
    [t('column.name'), <bdi key="name">{wholeName(name)}</bdi>],
    value('native', name.native),
    value('honorific', name.honorific),
    [
      t('column.delegation'),
      party === null ? partyText : <PartyName key="party" party={parties.byId.get(party)} />,
    ],
    [
      t('imports:evidence.label'),
      evidence === undefined ? '' : t(`imports:evidence.${evidence}`, { text: partyText }),
    ],
    value('emails', row.emails.join(' ')),
    value('institution', row.institution),
    value('jobTitle', row.jobTitle),
    value('capacity', row.capacity),
    value('modality', row.modality),
    value('gender', row.gender),
    value('source', sourceText(row.source)),
    value('receivedOn', row.receivedOn),
    value('remarks', row.remarks),
  ];
  return <Facts facts={facts.filter(([, said]) => said !== '')} />;
}

import { CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { wholeName } from '@shared/codecs/nominations/name';
import type { NominationRow } from '@shared/codecs/nominations/types';
import { displayName } from '@shared/domain/person/rules';
import { Facts } from '../../../ui/facts';
import { Tag } from '../../../ui/tag';
import type { KnownParties } from '../known-parties';
import { sourceText } from '../known-people';
import { PartyName } from '../parts/party-name';
import { useComparedWords } from '../use-field-words';
import type { IssueWords } from '../use-issue-words';
import type { NominationsModel } from '../use-nominations';
import { verdictTone } from './preview-table';
import classes from './import.module.css';

interface Props {
  readonly row: NominationRow;
  readonly words: IssueWords;
  readonly parties: KnownParties;
  readonly model: NominationsModel;
  readonly onClose: () => void;
}

/** One row of the file: what stands in the way and what to do, what changes, what it says. */
export function RowDetail({ row, words, parties, model, onClose }: Props) {
  const { t } = useTranslation(['nominations', 'ui']);
  const candidates = model.people.filter(({ id }) => row.candidates.includes(id));
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
      {candidates.length > 0 && (
        <>
          <h3 className={classes.detailPart}>{t('nominations:import.candidates')}</h3>
          <ul className={classes.candidates}>
            {candidates.map((person) => (
              <li key={person.id}>
                <bdi>{displayName(person)}</bdi>
                <span className={classes.quiet}>{person.emails.join(', ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Changes row={row} />
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

function Changes({ row }: Pick<Props, 'row'>) {
  const { t } = useTranslation('nominations');
  const compared = useComparedWords();
  if (row.changes.length === 0) return null;
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
          {row.changes.map(({ field, from, to }) => (
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

function Said({ row, parties }: Pick<Props, 'row' | 'parties'>) {
  const { t } = useTranslation('nominations');
  const compared = useComparedWords();
  const { name, party, partyText } = row;
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

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportRecord } from '@shared/domain/import/operations';
import { formatInstant, formatNumber } from '@shared/i18n/format';
import { SidePanel } from '../../../ui/dialog';
import { Tag } from '../../../ui/tag';
import { WorkProgress } from '../../../ui/work-progress';
import type { TakeBack } from '../use-take-back';
import type { NominationsModel } from '../use-nominations';
import classes from '../nominations.module.css';

interface Props {
  readonly opened: boolean;
  readonly model: NominationsModel;
  readonly takeBack: TakeBack;
  readonly onClose: () => void;
}

/** The lists that were imported for this meeting; each can be taken back as one act. */
export function ImportsPanel({ opened, model, takeBack, onClose }: Props) {
  const { t } = useTranslation('nominations');
  return (
    <SidePanel opened={opened} title={t('made.title')} onClose={onClose}>
      {model.imports.length === 0 ? (
        <p className={classes.quiet}>{t('made.none')}</p>
      ) : (
        <ul className={classes.imports}>
          {model.imports.map((made) => (
            <li key={made.id} className={classes.importItem}>
              <MadeImport made={made} timeZone={model.meeting.timeZone} takeBack={takeBack} />
            </li>
          ))}
        </ul>
      )}
    </SidePanel>
  );
}

interface MadeProps {
  readonly made: ImportRecord;
  readonly timeZone: string;
  readonly takeBack: TakeBack;
}

function MadeImport({ made, timeZone, takeBack }: MadeProps) {
  const { t, i18n } = useTranslation(['nominations', 'imports']);
  const number = formatNumber(made.rows, i18n.language);
  const facts = [
    t('made.rows', { count: made.rows, number }),
    made.when === null ? '' : formatInstant(made.when, i18n.language, timeZone),
  ];
  return (
    <>
      <div className={classes.importName}>
        <bdi>{made.file}</bdi>
        {made.state === 'undone' && <Tag>{t('made.undone')}</Tag>}
      </div>
      <p className={classes.quiet}>{facts.filter(Boolean).join(' · ')}</p>
      {takeBack.working === made.id && (
        <WorkProgress
          label={t(`imports:takeBack.${takeBack.taking === null ? 'looking' : 'working'}`, {
            file: made.file,
          })}
          done={made.rows}
          total={null}
        />
      )}
      {/* Stays while the import is looked through: the question gives the focus back to it. */}
      {made.state === 'made' && made.operations > 0 && takeBack.taking === null && (
        <Button
          variant="default"
          data-disabled={takeBack.working !== null || undefined}
          aria-disabled={takeBack.working !== null || undefined}
          onClick={() => {
            if (takeBack.working === null) takeBack.ask(made.id);
          }}
        >
          {t('imports:takeBack.ask')}
        </Button>
      )}
    </>
  );
}

import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '@shared/operation/assert';
import { FileDrop } from '../../../ui/file-drop';
import { Page, PageHeader, Section } from '../../../ui/page';
import { Loaded } from '../../../ui/states';
import { WorkProgress } from '../../../ui/work-progress';
import { useOpenFile } from '../../files';
import { useKnownParties, type KnownParties } from '../known-parties';
import type { TakeBack } from '../use-take-back';
import type { NominationsModel } from '../use-nominations';
import { ColumnsStep } from './columns-step';
import { FileRefused } from './file-refused';
import { PreviewStep } from './preview-step';
import { Steps, type StepName } from './steps';
import classes from './import.module.css';
import { useTakeOver, type TakeOver } from './use-take-over';
import type { Step } from './import-step';
import { MakeSheets } from './make-sheets';
import { useImport, type Import } from './use-import';

interface Props {
  readonly model: NominationsModel;
  readonly takeBack: TakeBack;
  readonly onClose: () => void;
}

/** Old workbooks are let in, so that the reader can say what to do with them. */
const ACCEPT = ['csv', 'xlsx', 'tsv', 'txt', 'xlsm', 'xls'];

/** The way of a list into the meeting. Until its last step nothing is kept. */
export function ImportList(props: Props) {
  const { t } = useTranslation('nominations');
  const parties = useKnownParties(props.model.parties);
  return (
    <Page width="full">
      <Loaded of={parties}>{(known) => <Importing {...props} parties={known} />}</Loaded>
      {parties.state === 'failed' && (
        <Button variant="default" onClick={props.onClose}>
          {t('import.cancel')}
        </Button>
      )}
    </Page>
  );
}

function Importing({ model, takeBack, onClose, parties }: Props & { parties: KnownParties }) {
  const { t } = useTranslation('nominations');
  const task = useImport(model, parties);
  const takeOver = useTakeOver(model.meeting.id, parties);
  const { step, working } = task;
  const body = useRef<HTMLDivElement>(null);
  // What was pressed is gone with its step: go on where the new one begins.
  useEffect(() => body.current?.focus(), [step.kind]);
  const file = 'list' in step ? step.list.file : null;
  const close = () => {
    task.end();
    onClose();
  };
  return (
    <>
      <PageHeader
        title={file === null ? t('import.title') : t('import.titleOf', { file })}
        subtitle={<Steps at={nameOf(step)} />}
        others={
          <Button variant="default" disabled={takeOver.taking} onClick={close}>
            {t('import.cancel')}
          </Button>
        }
      />
      <div ref={body} className={classes.host} tabIndex={-1}>
        {working !== null && working.what !== 'checking' ? (
          <Section>
            <WorkProgress
              label={
                working.what === 'opening'
                  ? t('import.opening', { file: working.file })
                  : t('import.mapping')
              }
              done={working.rows}
              total={null}
              onCancel={working.cancel}
            />
          </Section>
        ) : (
          <StepBody
            task={task}
            model={model}
            parties={parties}
            takeBack={takeBack}
            takeOver={takeOver}
            onDone={onClose}
          />
        )}
      </div>
    </>
  );
}

function nameOf({ kind }: Step): StepName {
  return kind === 'refused' ? 'file' : kind;
}

interface BodyProps {
  readonly task: Import;
  readonly model: NominationsModel;
  readonly parties: KnownParties;
  readonly takeBack: TakeBack;
  readonly takeOver: TakeOver;
  readonly onDone: () => void;
}

function StepBody({ task, model, parties, takeBack, takeOver, onDone }: BodyProps) {
  const { t } = useTranslation('nominations');
  const { choose, drop } = useOpenFile(ACCEPT, task.open);
  const { step } = task;
  switch (step.kind) {
    case 'file':
      return (
        <div className={classes.stack}>
          <FileDrop
            label={t('import.drop')}
            hint={t('import.dropHint')}
            accept={ACCEPT}
            onDrop={drop}
            onChoose={choose}
          />
          <MakeSheets meeting={model.meeting} parties={model.parties} />
        </div>
      );
    case 'refused':
      return <FileRefused file={step.file} refusal={step.refusal} onBack={task.startAgain} />;
    case 'columns':
      return <ColumnsStep task={task} list={step.list} parties={parties} />;
    case 'preview':
      return <PreviewStep {...{ task, step, model, parties, takeBack, takeOver, onDone }} />;
    default:
      return assertNever(step);
  }
}

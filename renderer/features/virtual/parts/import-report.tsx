import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Permitted, usePermission } from '@renderer/features/operators';
import { FileDrop } from '../../../ui/file-drop';
import { Section } from '../../../ui/page';
import { WorkProgress } from '../../../ui/work-progress';
import { useOpenFile } from '../../files';
import { useBefore } from '../before';
import { IncomingCard } from '../import/incoming-card';
import { waitsFor } from '../import/incoming';
import { useIncoming } from '../import/use-incoming';
import { useTakeOver } from '../import/use-take-over';
import type { ReadyModel } from '../use-virtual';
import classes from '../import/import.module.css';

const ACCEPT = ['csv', 'xlsx', 'txt', 'tsv'];

/**
 * Reports on their way in: dropped, read, looked at, taken over, several as one act or each by
 * itself. Until then nothing is kept.
 */
export function ImportReport({ model }: { readonly model: ReadyModel }) {
  const { t } = useTranslation(['virtual', 'reports']);
  const incoming = useIncoming(model);
  const { files } = incoming;
  const { carried } = useBefore();
  const discard = (ids: readonly number[]) => {
    carried.drop();
    incoming.drop(ids);
  };
  const { saving, take } = useTakeOver(model, incoming.drop);
  const { may } = usePermission();
  const { choose, drop } = useOpenFile(ACCEPT, (file) => void incoming.add(file), {
    multiple: true,
  });
  const ready = files.filter((one) => waitsFor(one) === null);
  return (
    <>
      <FileDrop
        label={t('drop')}
        hint={t('dropHint')}
        accept={ACCEPT}
        multiple
        compact={model.reports.length > 0 || files.length > 0}
        disabled={saving !== null || !may('report.imported')}
        onDrop={drop}
        onChoose={choose}
      />
      {files.length > 1 && (
        <Group className={classes.all}>
          <p className={classes.plain}>
            {t('reports:several', { count: files.length, ready: ready.length })}
          </p>
          <Group gap="sm">
            <Permitted act="report.imported">
              <Button
                loading={saving !== null}
                disabled={ready.length === 0}
                onClick={() => take(ready)}
              >
                {t('reports:takeAll', { count: ready.length })}
              </Button>
            </Permitted>
            <Button
              variant="default"
              disabled={saving !== null}
              onClick={() => discard(files.map(({ id }) => id))}
            >
              {t('reports:discardAll')}
            </Button>
          </Group>
        </Group>
      )}
      {saving !== null && (
        <Section>
          <WorkProgress
            label={t(saving.cancel === null ? 'reports:writing' : 'reports:comparing')}
            done={0}
            total={null}
            {...(saving.cancel === null ? {} : { onCancel: saving.cancel })}
          />
        </Section>
      )}
      {files.map((one) => (
        <IncomingCard
          key={one.id}
          {...{ incoming: one, model }}
          saving={saving !== null}
          several={files.length > 1}
          onAnswer={(patch) => incoming.answer(one, patch)}
          onTake={() => take([one])}
          onDiscard={() => discard([one.id])}
        />
      ))}
    </>
  );
}

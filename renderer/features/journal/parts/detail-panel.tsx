import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { changesOf, undoneBy } from '@shared/codecs/journal/changes';
import { aboutOf, noteOf, subjectOf, textOrNull } from '@shared/codecs/journal/record';
import { sentenceOf } from '@shared/codecs/journal/sentence';
import { called } from '@shared/codecs/journal/words';
import { formatInstant } from '@shared/i18n/format';
import { stampTime } from '@shared/operation/clock';
import type { Operation, Stamped } from '@shared/operation/operation';
import { Facts } from '../../../ui/facts';
import type { Histories } from '../histories';
import type { PageStyle } from '../use-style';
import classes from '../journal.module.css';
import { ChangeList } from './change-list';
import { Marks } from './marks';

interface Props {
  readonly stamped: Stamped;
  readonly style: PageStyle;
  readonly histories: Histories;
  readonly onOpen: (stamped: Stamped) => void;
  readonly onAbout: (record: string) => void;
  readonly onClose: () => void;
}

/** Everything about one operation: what was before and after, why, and how it was recorded. */
export function DetailPanel({ stamped, style, histories, onOpen, onAbout, onClose }: Props) {
  const { t } = useTranslation(['journal', 'ui']);
  const { operation } = stamped;
  const { table, id } = subjectOf(operation);
  const edition = useSyncExternalStore(histories.subscribe, histories.snapshot);
  useEffect(() => {
    if (id !== null) void histories.want(id);
  }, [id, histories, edition]);
  const history = id === null ? null : histories.of(id);
  const around = history?.state === 'ready' ? history.operations : [];
  const undoing = (one: Operation) =>
    undoneBy(
      one,
      histories.lookup,
      around.map((other) => other.operation),
    ).map((other) => other.id);
  const byId = new Map(around.map((one) => [one.operation.id, one]));
  const stampedOf = (ids: readonly string[]) => ids.flatMap((one) => byId.get(one) ?? []);
  const undone = stampedOf(undoing(operation));
  const undoers = around.filter(
    (one) => one.void !== true && undoing(one.operation).includes(operation.id),
  );
  const note = noteOf(operation);
  const about = aboutOf(operation, style);
  const happened = textOrNull(operation.body['when']);
  const instant = (text: string) => formatInstant(text, style.language, style.timeZone);
  return (
    <section
      className={classes.detail}
      aria-label={t('journal:detail.label')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className={classes.detailHead}>
        <div>
          <h2 className={classes.detailTitle}>{sentenceOf(operation, style)}</h2>
          <p className={classes.quiet}>
            {table !== null && t(`journal:table.${table}`)}
            {about !== '' && <>: {about}</>}
          </p>
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('journal:detail.close')}
          aria-keyshortcuts="Escape"
          onClick={onClose}
        >
          <IconX size={18} aria-hidden="true" />
        </ActionIcon>
      </div>
      <p className={classes.tags}>
        <Marks stamped={stamped} undoes={undone.length > 0} />
      </p>
      {id !== null && history?.state === 'failed' && (
        <p className={classes.quiet} role="alert">
          {t('journal:detail.historyFailed')}{' '}
          <Button size="compact-sm" variant="default" onClick={() => void histories.retry(id)}>
            {t('ui:failed.retry')}
          </Button>
        </p>
      )}
      <Linked title={t('journal:detail.undid')} list={undone} style={style} onOpen={onOpen} />
      <Linked title={t('journal:detail.undoneBy')} list={undoers} style={style} onOpen={onOpen} />
      <h3 className={classes.detailSub}>{t('journal:detail.what')}</h3>
      <ChangeList
        changes={changesOf(operation, histories.lookup)}
        meeting={operation.meeting}
        style={style}
      />
      {note !== null && (
        <>
          <h3 className={classes.detailSub}>{t('journal:detail.why')}</h3>
          <p className={classes.note}>{note}</p>
        </>
      )}
      <h3 className={classes.detailSub}>{t('journal:detail.facts')}</h3>
      <Facts
        facts={[
          [t('journal:column.time'), instant(stampTime(operation.at))],
          ...(happened === null
            ? []
            : [[t('journal:detail.happened'), instant(happened)] as const]),
          [t('journal:column.operator'), called(style, 'operators', operation.actor)],
          [t('journal:column.desk'), called(style, 'desks', operation.replica)],
          ...(operation.meeting === null
            ? []
            : [
                [
                  t('journal:column.meeting'),
                  called(style, 'meetings', operation.meeting),
                ] as const,
              ]),
          [t('journal:detail.type'), <Code key="type" text={operation.type} />],
          [t('journal:detail.id'), <Code key="id" text={operation.id} />],
          [t('journal:detail.replica'), <Code key="replica" text={operation.replica} />],
          [t('journal:detail.number'), <Code key="number" text={String(operation.seq)} />],
          [t('journal:detail.stamp'), <Code key="stamp" text={operation.at} />],
        ]}
      />
      {id !== null && (
        <Button variant="default" onClick={() => onAbout(id)}>
          {t('journal:detail.everything')}
        </Button>
      )}
    </section>
  );
}

/** A technical value: the same in every language, selectable as a whole. */
function Code({ text }: { readonly text: string }) {
  return <code className={classes.code}>{text}</code>;
}

interface LinkedProps {
  readonly title: string;
  readonly list: readonly Stamped[];
  readonly style: PageStyle;
  readonly onOpen: (stamped: Stamped) => void;
}

function Linked({ title, list, style, onOpen }: LinkedProps) {
  if (list.length === 0) return null;
  return (
    <>
      <h3 className={classes.detailSub}>{title}</h3>
      <ul className={classes.links}>
        {list.map((one) => (
          <li key={one.n}>
            <button type="button" className={classes.link} onClick={() => onOpen(one)}>
              {sentenceOf(one.operation, style)}
            </button>
            <span className={classes.quiet}>
              {formatInstant(stampTime(one.operation.at), style.language, style.timeZone)}
              {' · '}
              {called(style, 'operators', one.operation.actor)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

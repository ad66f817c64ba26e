import { Button } from '@mantine/core';
import { IconFileText, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { numbered, type NumberedItem } from '@shared/domain/agenda/rules';
import { byOrder } from '@shared/domain/order-key';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Implementation } from '@shared/domain/implementation/types';
import type { Party } from '@shared/domain/party/types';
import type { Programme } from '@shared/domain/programme/operations';
import type { Recommendation } from '@shared/domain/recommendation/types';
import { together, useRecord, useRecords } from '../../db/hooks';
import { useCommands, type Command } from '../../ui/commands';
import { Page, PageHeader } from '../../ui/page';
import { Empty, Loaded } from '../../ui/states';
import { Permitted, useRefusal } from '@renderer/features/operators';
import { toast } from '../../ui/toasts';
import { Editor } from './parts/editor';
import { RecommendationList } from './parts/recommendation-list';
import classes from './recommendations.module.css';
import { useRecommendationActs } from './use-recommendations';

/** The recommendations of the meeting in the address. */
export function RecommendationsPage() {
  const { meeting: id = '' } = useParams();
  const meeting = useRecord('meetings', id);
  const programmes = useRecords('programmes');
  const agenda = useRecords('agenda', id);
  const recommendations = useRecords('recommendations');
  const parties = useRecords('parties');
  const implementations = useRecords('implementations');
  return (
    <Loaded
      of={together({ meeting, programmes, agenda, recommendations, parties, implementations })}
    >
      {(value) =>
        value.meeting !== null && (
          <Recommendations
            key={id}
            meeting={value.meeting}
            programme={value.programmes.find((one) => one.id === value.meeting?.programme) ?? null}
            items={numbered(value.agenda)}
            all={value.recommendations.filter((one) => one.meeting === id)}
            parties={value.parties}
            reports={value.implementations}
          />
        )
      }
    </Loaded>
  );
}

interface Props {
  readonly meeting: Meeting;
  readonly programme: Programme | null;
  readonly items: readonly NumberedItem[];
  readonly all: readonly Recommendation[];
  readonly parties: readonly Party[];
  /** On all recommendations. */
  readonly reports: readonly Implementation[];
}

function Recommendations({ meeting, programme, items, all, parties, reports }: Props) {
  const { t } = useTranslation('recommendations');
  const refusal = useRefusal();
  const acts = useRecommendationActs(meeting.id, all);
  const list = useMemo(() => [...all].sort(byOrder), [all]);
  const [query] = useSearchParams();
  const [chosen, setChosen] = useState(query.get('recommendation'));
  const selected = list.find((one) => one.id === chosen) ?? list[0] ?? null;
  const about = selected?.id;
  const own = useMemo(
    () => reports.filter(({ recommendation }) => recommendation === about),
    [reports, about],
  );
  const agreed = all.filter((one) => one.agreedOn !== null).length;

  const add = () => {
    void acts
      .draft({ pillar: meeting.pillars[0] ?? null, agendaItem: null })
      .then(({ id, result }) => {
        if (result.ok) setChosen(id);
        else toast(refusal(result) ?? t('notSaved'), { tone: 'bad' });
      });
  };
  const commands: readonly Command[] = [
    { id: 'recommendations.new', label: t('new'), group: t('title'), keys: 'Alt+N', run: add },
  ];
  useCommands(commands);

  return (
    <Page width="full">
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle', { count: all.length, agreed })}
        action={
          <Permitted act="recommendation.drafted" label={t('new')} keys="Alt+N">
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
              {t('new')}
            </Button>
          </Permitted>
        }
      />
      {selected === null ? (
        <Empty icon={<IconFileText size={28} stroke={1.5} />} title={t('empty')}>
          {t('emptyHint')}
        </Empty>
      ) : (
        <div className={classes.columns}>
          <RecommendationList
            list={list}
            parties={parties}
            selected={selected.id}
            onSelect={setChosen}
          />
          <Editor
            key={selected.id}
            recommendation={selected}
            meeting={meeting}
            parties={parties}
            reports={own}
            programme={programme}
            items={items}
            acts={acts}
          />
        </div>
      )}
    </Page>
  );
}

import { draft, type Decision, type DecisionContext } from '../../operation/draft';

/**
 * Names the operator. The first name brings the record into being; `over` are the ids of the
 * operations that hold the present one. The name is a personal value and therefore sealed.
 */
export function renameOperator(
  context: DecisionContext,
  input: { id: string; name: string; known: boolean; over: string[] },
): Decision {
  const { id, name, known, over } = input;
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: known ? 'operator.renamed' : 'operator.added',
        over,
        subjects: [id],
        body: { id, set: {} },
        personal: { set: { name } },
      }),
    ],
  };
}

/** Makes the desk's name known; a desk's record has the id of its register's replica. */
export function nameDesk(
  context: DecisionContext,
  input: { id: string; name: string; over: string[] },
): Decision {
  const { id, name, over } = input;
  return {
    ok: true,
    drafts: [draft(context, { type: 'desk.named', over, body: { id, set: { name } } })],
  };
}

export { knownParties, useKnownParties, type KnownParties, type KnownParty } from './known-parties';
export { fieldsOf as partyFieldsOf } from './take-over';
export { PartyName } from './parts/party-name';
export { PartySelect } from './parts/party-select';
export { ExportDialog } from './parts/export-dialog';
export { TakeBackDialog } from './parts/take-back-dialog';
export { useTakeBack, type TakeBack } from './use-take-back';

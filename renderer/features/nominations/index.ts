export { knownParties, useKnownParties, type KnownParties, type KnownParty } from './known-parties';
export { fieldsOf as partyFieldsOf } from './take-over';
export { PartySelect } from './parts/party-select';
export { ExportDialog } from './parts/export-dialog';
export { takeBackImport, type TakingBack } from './take-back';

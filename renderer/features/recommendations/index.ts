export { anyText } from './any-text';
export { ImplementationTag } from './implementation/implementation-tag';
export { ReportDialog } from './implementation/report-dialog';
export { stateTone } from './state-tone';

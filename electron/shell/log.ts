import { faultText } from '../bridge/fault-text';

/** What is logged goes to standard error: a console that the app was opened from, or the system's log. */
export function log(message: string): void {
  process.stderr.write(`rostrum: ${message}\n`);
}

/** Writes a fault down, without what may be personal in it. */
export function logFault(where: string, fault: unknown): void {
  log(`${where}: ${faultText(fault)}`);
}

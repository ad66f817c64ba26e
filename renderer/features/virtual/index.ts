export { useOnlineResult } from './result/use-result';

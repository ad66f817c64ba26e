export { useOnlineByReport } from './use-attendance-by-report';

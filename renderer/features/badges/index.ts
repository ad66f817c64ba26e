export { usePrintBadges, type BadgesPrinted } from './use-print-badges';

import '@renderer/app/before';
import '@shared/contract/without-eval';
import type { BenchPage } from './api';
import { bareAdd, bareCheckIns, bareImport } from './bare';
import { commits } from './commits';
import { duplicates } from './duplicates';
import { matching } from './matching';
import { search } from './search';
import { statisticsInWorker } from './statistics';
import { workbook } from './workbook';

const page: BenchPage = {
  search,
  commits,
  bareCheckIns,
  bareAdd,
  bareImport,
  workbook,
  duplicates,
  matching,
  statistics: statisticsInWorker,
};
Object.assign(window, { bench: page });

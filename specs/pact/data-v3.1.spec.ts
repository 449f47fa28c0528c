import { describeDataPact } from './support/data.ts';

describeDataPact('data-v3.1');

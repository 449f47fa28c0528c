import { describeDataPact } from './support/data.ts';

describeDataPact('data-v2.0');

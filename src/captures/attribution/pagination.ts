import type { LimitCase } from '../../../contracts/steps/pagination.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import type { PlacedStep } from '../../traffic/steps.ts';
import type { Traffic } from '../../traffic/traffic.ts';

/**
 * Steps of the category `pagination` in captured traffic: invalid limits, and a page of one of these lists with a valid limit or
 * none, to compare with. All other requirements are judged by lists and walks of any client.
 */
export function attributePagination({ exchanges }: Traffic): readonly PlacedStep[] {
  const claim = 'pagination/bad-limit';
  const requests = exchanges.filter((one) => one.addressed?.operation.paginated);
  const isInvalid = ({ query }: ReadExchange) => !/^0*[1-9]\d*$/.test(query.get('limit') ?? '1');
  const invalid = requests.filter(isInvalid);
  const paths = new Set(invalid.map((one) => one.pathname));
  const control = requests.find((one) => !isInvalid(one) && one.page && paths.has(one.pathname));
  if (!control) return [];
  return [
    { claim, case: caseOf(control), role: 'control', exchange: control },
    ...invalid.map((exchange) => ({ claim, case: caseOf(exchange), exchange })),
  ];
}

function caseOf({ query }: ReadExchange): LimitCase {
  return query.has('limit') ? `limit=${query.get('limit')}` : 'no limit';
}

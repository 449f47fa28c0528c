import type { RecordType } from '../../../src/traffic/records/record-type.ts';
import { claim, each, note, undecided, violation } from '../../support/server.ts';

const otherwise = { untested: 'no record of the Data API was served' };

claim('data/guaranteed-fields-present', {
  cases: ({ records }) => records.whole,
  otherwise,
  assert: ({ guaranteedFields }) =>
    each(guaranteedFields, ({ name, faults }) =>
      each(faults, ({ expected, actual, share, recordId }) =>
        violation(`\`${name}\` is guaranteed, but ${actual} in ${share}.`, {
          expected,
          actual: `${actual}, first in the record ${recordId}`,
        }),
      ),
    ),
  control: expectServed,
});

/** Objects inside events count as well: a part of a record still has valid values. */
claim('data/validated-fields-in-range', {
  cases: ({ records }) => {
    const resources = records.all.filter(({ name }) => name !== 'Event');
    return resources.some((one) => one.records.length > 0) ? resources : [];
  },
  otherwise,
  assert: ({ validatedFields }) =>
    each(validatedFields, ({ name, faults, tolerated }) => {
      for (const { expected, share } of tolerated) note(`${name} has ${expected}, in ${share}`);
      each(faults, ({ expected, actual, share, recordId }) =>
        violation(`\`${name}\` has an invalid value in ${share}.`, {
          expected,
          actual: `${actual}, first in the record ${recordId}`,
        }),
      );
    }),
  control: expectServed,
});

/** Only reported: a field may be added at any time. */
claim('data/undocumented-field', {
  cases: ({ records }) => records.all,
  otherwise,
  assert: ({ undocumentedFields }) => {
    for (const { name, share } of undocumentedFields) note(`${name} is not documented; seen in ${share}`);
  },
  control: expectServed,
});

function expectServed({ name, records }: RecordType): void {
  if (records.length === 0) undecided('not-offered', `no ${name} was served`);
}

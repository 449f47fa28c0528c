import fc from 'fast-check';
import type { Entry } from '../../scenarios/page-answers.ts';
import { type ChangePart, changeParts, keepGuaranteed, setFields } from '../../scenarios/record-parts.ts';
import type { Asked } from '../../scenarios/scenario.ts';
import { all } from '../choices.ts';
import { inTurn } from '../command.ts';
import { faultKind } from './schedule.ts';

/** Fields that a thrifty server may have besides. */
const alsoKept = ['email', 'location'];
const enumerations = [
  'ell_status',
  'gender',
  'grade',
  'hispanic_ethnicity',
  'race',
  'dob',
  'graduation_year',
];
type RecordForm = 'absent' | 'empty' | 'partly' | 'unknown' | 'names' | 'bare';

const names = [
  { first: 'Zoë', last: "O'Brien-Ñandú" },
  { first: '小明', last: '王' },
  { first: 'מרים', last: 'כהן' },
];

/** Members of an object, of which none is guaranteed. */
function partly(one: Entry['data'], other: Entry['data'], at: number): Entry['data'] {
  return [one, other, {}, { ...one, ...other }][at % 4] ?? {};
}

/** One record as the documents allow it. */
function oddPart(form: RecordForm, at: number): ChangePart {
  return (part, fields) => {
    switch (form) {
      case 'absent':
        return keepGuaranteed(part, fields, alsoKept);
      case 'bare':
        return keepGuaranteed(part, fields);
      case 'empty':
        return setFields(part, fields, Object.fromEntries(enumerations.map((name) => [name, ''])));
      case 'partly':
        return setFields(part, fields, {
          ...('name' in part ? { name: partly({ last: 'Sample' }, { first: 'Robin' }, at) } : {}),
          location: partly({ zip: '00000' }, { city: 'Sampleton' }, at),
        });
      case 'unknown':
        return { ...part, ext: { lunch: ['free'], bus: null }, home_language_code: 'eng', enrolled: true };
      case 'names':
        return 'name' in part ? { ...part, name: names[at % names.length] } : part;
      default:
        return form satisfies never;
    }
  };
}

/** Not all of them in one list: a client that cannot read some shows by the others that it reads lists. */
const formsOfLists: readonly (readonly RecordForm[])[] = [
  ['absent', 'empty', 'partly'],
  ['unknown', 'names'],
  ['bare', 'partly', 'empty'],
];

/** Each page in another form. */
export const oddRecords = faultKind<{ forms: RecordForm[] }>({
  name: 'odd-pages',
  share: 2,
  effect: () => 'odd',
  choices: (turn) => fc.record({ forms: all(inTurn(formsOfLists, turn)) }),
  change: (body, asked, { forms }) => {
    const form = forms.length > 0 ? inTurn(forms, Math.max(0, asked.page)) : undefined;
    return form ? { ...body, data: body.data.map((entry, at) => oddEntry(entry, form, asked, at)) } : body;
  },
  provokes: () => ['data/client-tolerates-absent-and-unknown'],
  text: ({ forms }) => `records are odd: ${forms.join('; on the next page ')}`,
});

function oddEntry(entry: Entry, form: RecordForm, asked: Asked, at: number): Entry {
  const data = changeParts(entry.data, asked, oddPart(form, at));
  return { ...entry, ...(form === 'unknown' ? { etag: 'W/"1"' } : {}), data };
}

import type { Doubt } from './requirement.ts';

/**
 * Where the documents contradict each other, the published description or the wire, or leave a question open; and how
 * we judge then. Every report shows the doubts of the requirements that it judged. Ids are public like those of
 * requirements: never renamed, never reused.
 */
export const doubts = [
  {
    id: 'missing-fields-wording',
    title: 'Two wordings for missing required fields',
    positions: [
      { source: 'ERR', says: 'Row 1 names the absent fields one by one.' },
      {
        source: 'ERR',
        says: 'Row 11, for nearly the same action, answers with one upper-case code and names none.',
      },
    ],
    judgedAs:
      'Row 1 is taken as the check of the API itself, row 11 as the refusal of the LMS behind it. Status 400 is strict; the wording of the other row passes with a note.',
  },
  {
    id: 'past-date-message',
    title: 'Two messages for a due date in the past',
    positions: [
      { source: 'ERR', says: 'Row 3 says that the due date must lie in the future.' },
      {
        source: 'ERR',
        says: 'Row 10, for an update, gives a parser message about a day that does not exist.',
      },
    ],
    judgedAs:
      'On create a past date must get the text of row 3. On update an impossible day (30 February) must get the text of row 10; a past day on update passes with either text, the one of row 3 with a note.',
  },
  {
    id: 'bad-token-401-or-403',
    title: '401 or 403 for a token that is not valid',
    positions: [
      { source: 'OV', says: 'Authentication trouble is 401; the status table knows no 403.' },
      { source: 'ERR', says: 'No token is 401, a wrong token is 403.' },
      { source: 'SPEC', says: 'LMS Connect lists 401 and no 403.' },
    ],
    judgedAs:
      'Each API is held to its own page: Data API 401 for both, LMS Connect 401 without a token and 403 with a wrong one. Clients treat both as final.',
  },
  {
    id: 'wrong-token-type',
    title: 'What a valid token of the wrong kind gets',
    positions: [
      {
        source: 'OV',
        says: 'Invalid authentication is 401, yet the row of 404 also names the wrong token as a cause.',
      },
      { source: 'WIRE', says: 'A token of the wrong kind was answered by a 404 with an HTML body.' },
    ],
    judgedAs:
      'Only a made-up token is probed for 401. For a token of the wrong kind 401, 403 and 404, HTML included, pass with a note.',
  },
  {
    id: 'unsupported-405-or-501',
    title: '405, 501 or 404 for a request that the API does not support',
    positions: [
      { source: 'OV', says: 'An unsupported request is 501.' },
      { source: 'ERR', says: 'An unsupported method is 405 with an empty message.' },
      { source: 'WIRE', says: 'Unknown paths were answered by a 404 with an HTML body.' },
    ],
    judgedAs:
      'Each API is held to its own page: 501 on the Data API, 405 on LMS Connect. Against a live target 405 and 404 on the Data API pass with a note. Clients never repeat any of them.',
  },
  {
    id: 'link-version',
    title: 'The links example carries another version than its request',
    positions: [
      { source: 'OV', says: 'The example asks for v1.2 and shows links to v1.1, on a page about v2.0.' },
      {
        source: 'WIRE',
        says: 'Every one of more than 18,000 recorded links carries the version of its request.',
      },
    ],
    judgedAs:
      'Taken as an old example. A server whose links change the version fails a recommended requirement; a client has to follow whichever path it is given.',
  },
  {
    id: 'prev-cursor',
    title: 'The cursor of the prev link',
    positions: [
      { source: 'OV', says: 'The example repeats the cursor of the request itself in the prev link.' },
      {
        source: 'WIRE',
        says: 'Recorded prev links carry the first id of the page; only empty pages repeat the cursor of the request.',
      },
    ],
    judgedAs:
      'Both forms pass, the one of the example with a note, as long as walking back loses and repeats nothing.',
  },
  {
    id: 'links-without-more',
    title: 'Links where nothing more follows',
    positions: [
      {
        source: 'OV',
        says: 'A next link means more results; yet some pages carry next or prev with nothing behind them.',
      },
      { source: 'WIRE', says: 'A full last page carries next, which leads to an empty page.' },
    ],
    judgedAs:
      'A link to an empty page passes, provided that the page answers 200 with an empty array and the walk ends. A missing next while entries remain fails.',
  },
  {
    id: 'at-most-or-full',
    title: 'A page holds at most the limit, or exactly that many',
    positions: [
      { source: 'OV', says: 'The limit is an upper bound; nothing promises a full page.' },
      { source: 'WIRE', says: 'While more followed, nearly every recorded page was full.' },
    ],
    judgedAs:
      'Too many entries fail a required row; a page that is short in the middle of a walk fails only a recommended one.',
  },
  {
    id: 'limit-out-of-range',
    title: 'A limit of zero, below zero or that is no number',
    positions: [
      {
        source: 'OV',
        says: 'Names only the upper end, and even there says that the limit may be the cause of a 413.',
      },
      {
        source: 'SPEC',
        says: 'Says integer, without a least or a greatest value; LMS Connect says 1 to 100.',
      },
    ],
    judgedAs:
      'On the Data API 10,001 must be 413; zero, negative and non-numeric values may be 400 or the default page, never 5xx. On LMS Connect a value outside 1 to 100 must be 400.',
  },
  {
    id: 'error-table-bodies',
    title: 'Bodies of the error table that are no JSON',
    positions: [
      {
        source: 'ERR',
        says: 'Row 4 is bare text with a capital, row 5 doubles a backslash, row 12 does not close its quotation marks.',
      },
      { source: 'SPEC', says: 'Every error is a JSON object with a message.' },
    ],
    judgedAs:
      'The status is strict. The message may come as JSON or as bare text; case of the first letter, curly quotation marks, outer white space and a line break written as backslash and n are tolerated where the page shows them.',
  },
  {
    id: 'error-content-type',
    title: 'The label of a JSON error body',
    positions: [
      { source: 'SPEC', says: 'Everything that is answered is JSON.' },
      {
        source: 'WIRE',
        says: 'The public server generator behind LMS Connect writes its JSON errors under a plain-text label.',
      },
    ],
    judgedAs:
      'A JSON body of an LMS Connect error that is labelled as plain text passes with a note; successes must be labelled as JSON.',
  },
  {
    id: 'error-body-key',
    title: 'The key that holds the error text',
    positions: [
      { source: 'SPEC', says: 'The text stands under `message`.' },
      {
        source: 'WIRE',
        says: 'The Data API puts it under `error`, at times beside a code and an empty `data`; some 404s are HTML.',
      },
    ],
    judgedAs:
      'Either key, or bare text, counts as readable. An HTML page or an empty body, where the documents promise none, does not.',
  },
  {
    id: 'assignee-mod',
    title: 'The key `assignee_mod`',
    positions: [
      {
        source: 'ERR',
        says: 'Row 12 is about a request without `assignee_mod`, row 6 writes `assignee_mode`.',
      },
      { source: 'SPEC', says: 'The field is `assignee_mode`, and it may be left out.' },
    ],
    judgedAs:
      'Read as a slip. A body that carries `assignee_mod` counts as one without the field, since unknown keys are ignored.',
  },
  {
    id: 'message-placeholders',
    title: 'Placeholders left in documented messages',
    positions: [
      {
        source: 'ERR',
        says: 'A template variable in braces stands for an id, a date format for a date, a word in brackets for the LMS.',
      },
      { source: 'SPEC', says: 'Says nothing on the texts.' },
    ],
    judgedAs:
      'A placeholder matches any value of its kind; where the value was in the request, it has to come back unchanged.',
  },
  {
    id: 'invalid-or-gone',
    title: 'An assignment id that leads nowhere: 400 or 404',
    positions: [
      {
        source: 'ERR',
        says: 'Row 8 answers 400 for a malformed id, row 15 answers 404 for a deleted assignment.',
      },
      { source: 'SPEC', says: 'Reading an assignment lists no 400.' },
    ],
    judgedAs: 'Told apart by form: an id that cannot be one is 400, a well-formed id of nothing is 404.',
  },
  {
    id: 'wait-after-429',
    title: 'Which wait holds after a 429',
    positions: [
      { source: 'OV', says: 'The status table says to wait until the rate-limit period is over.' },
      { source: 'OV', says: 'The section on retries says 1, 2, 4 and so on for any failed request.' },
    ],
    judgedAs:
      'With a Reset header nothing may be sent before it. The growing waits alone add up to 31 s; from a fixed 60 s window they fail in 48 % of cases, so they count only where Reset is missing or absurd.',
  },
  {
    id: 'quota-1200-or-1800',
    title: '1,200 or 1,800 requests per minute',
    positions: [
      { source: 'OV', says: '1,200 per minute and token.' },
      { source: 'WIRE', says: 'Recorded headers say 1,200.' },
      { source: 'OWN', says: 'We know of a newer public page that says 1,800.' },
    ],
    judgedAs:
      'The number belongs to the profile of the version: 1,200 here. Against a live target another advertised number is a warning, and every other claim is judged by what the target advertises.',
  },
  {
    id: 'rate-limited-wording',
    title: 'Which responses carry the rate-limit headers',
    positions: [
      {
        source: 'OV',
        says: 'Speaks of rate-limited requests, which could mean refused ones only; its example shows the headers on a 200.',
      },
      { source: 'WIRE', says: 'Since 2015 nearly every response carries them, errors too.' },
    ],
    judgedAs:
      'Read as every request that counts against the limit: required on successes and on 429, observed on other errors.',
  },
  {
    id: 'bucket-name',
    title: 'The value of the bucket header',
    positions: [
      { source: 'OV', says: 'The example names a bucket `abc123`.' },
      {
        source: 'WIRE',
        says: 'The name was always `bearer`; a token with two buckets got lists separated by commas.',
      },
    ],
    judgedAs:
      'Any name passes. Lists are read place by place; the bucket that refuses, or else the one with the latest Reset, decides.',
  },
  {
    id: 'give-up-wording',
    title: 'How firm the end after five retries is',
    positions: [
      { source: 'OV', says: 'After five retries one may want to stop and go on later: advice, no command.' },
      { source: 'OWN', says: 'A client without an end to its retries turns an outage into a flood.' },
    ],
    judgedAs: 'A sixth retry of one request fails; taking up later where the run ended is recommended only.',
  },
  {
    id: 'retry-of-writes',
    title: 'Retrying a write after a 5xx',
    positions: [
      { source: 'OV', says: 'Retry every request that failed, with growing waits.' },
      {
        source: 'OWN',
        says: 'Creating an assignment twice gives a class two of it; nothing in the documents makes the request safe to repeat.',
      },
    ],
    judgedAs:
      'Reads are retried. A create may be sent again only after a look that shows that nothing came of the first one.',
  },
  {
    id: 'meaning-of-guaranteed',
    title: 'Which fields are guaranteed',
    positions: [
      { source: 'OV', says: 'Required fields are always there, and the endpoint pages mark them.' },
      { source: 'SPEC', says: 'Lists no required properties; it marks the optional ones as nullable.' },
      { source: 'WIRE', says: 'Guaranteed fields may hold an empty string; JSON null never occurs.' },
    ],
    judgedAs:
      'Guaranteed is what is not marked nullable. Presence is strict, an empty string is accepted; the object inside an event is exempt.',
  },
  {
    id: 'empty-enum-value',
    title: 'An empty string in an enumeration',
    positions: [
      { source: 'OV', says: 'A validated field holds only listed values.' },
      {
        source: 'SPEC',
        says: 'Several lists, such as the grades of a school, do not contain the empty string.',
      },
      { source: 'WIRE', says: 'The empty string was seen in them, and crashed clients.' },
    ],
    judgedAs: 'Passes with a note on a server; a client has to accept it.',
  },
  {
    id: 'date-forms',
    title: 'Forms of dates',
    positions: [
      {
        source: 'SPEC',
        says: 'Launch and term dates are date-times; a birthday is month, day and year with slashes.',
      },
      { source: 'WIRE', says: 'Launch and term dates are plain dates; birthdays have no leading zeros.' },
    ],
    judgedAs:
      'Launch and term dates pass as date or date-time. `created` and `last_modified` are date-times in UTC. A birthday is M/D/YYYY; an ISO date passes with a note.',
  },
  {
    id: 'previous-attributes-place',
    title: 'Where an updated event keeps its previous attributes',
    positions: [
      { source: 'SPEC', says: 'Beside `data`.' },
      { source: 'WIRE', says: 'Inside `data`, next to the object, in every recorded event.' },
    ],
    judgedAs: 'Both places pass; a client has to read both.',
  },
  {
    id: 'record-type-values',
    title: 'The values of `record_type`',
    positions: [
      { source: 'SPEC', says: 'The filter takes a list of strings, without saying which.' },
      { source: 'SPEC', says: 'Event types write `districtadmins` where the path writes `district_admins`.' },
    ],
    judgedAs: 'Only names that are written alike in both places are probed.',
  },
  {
    id: 'scope-refusal',
    title: 'How a resource outside the scopes is refused',
    positions: [
      {
        source: 'OV',
        says: 'Availability depends on scopes; a 404 may come from the wrong token. No status is tied to a missing scope.',
      },
      { source: 'SPEC', says: 'Lists neither 401 nor 403.' },
    ],
    judgedAs: 'Any 4xx without records passes; so does an empty list, with a note.',
  },
  {
    id: 'agreement-refusal',
    title: 'How a token without the agreement is refused',
    positions: [
      { source: 'ERR', says: 'The agreement is needed; no status is given.' },
      { source: 'SPEC', says: 'Lists 401 as the only refusal.' },
    ],
    judgedAs: 'Any 4xx passes, provided that nothing was created and no assignment was shown.',
  },
  {
    id: 'created-status',
    title: 'The status of a created or deleted assignment',
    positions: [
      { source: 'SPEC', says: 'Create answers 200 and delete answers 200 without a schema.' },
      { source: 'OWN', says: 'Habit expects 201 and 204.' },
    ],
    judgedAs:
      '200 is the documented status; 201 on create and 204 on delete pass with a note. Clients accept all three.',
  },
  {
    id: 'assignment-guarantees',
    title: 'Which fields an assignment always has',
    positions: [
      { source: 'SPEC', says: 'Description, grading type, id, state and title are not marked nullable.' },
      {
        source: 'OWN',
        says: 'We know of a public page that also guarantees the dates of creation and change, but not the grading type.',
      },
    ],
    judgedAs: 'Only what both agree on is required: id, title, description and state.',
  },
  {
    id: 'required-on-create-only',
    title: 'Required fields when an assignment is changed',
    positions: [
      { source: 'ERR', says: 'Create needs title, description and due date.' },
      { source: 'SPEC', says: 'Create and update share one body, in which every field may be left out.' },
    ],
    judgedAs: 'The three are required on create only. An update changes what it names and leaves the rest.',
  },
  {
    id: 'cursor-lifetime',
    title: 'A cursor of the submissions list that has expired',
    positions: [
      {
        source: 'OWN',
        says: 'We know of a public page that gives a next link two hours to live, without saying what follows.',
      },
      { source: 'SPEC', says: 'The cursor is an opaque string.' },
    ],
    judgedAs: '400 and 404 both pass for a dead cursor; a client starts the list again and skips nothing.',
  },
] as const satisfies readonly Doubt[];

export type DoubtId = (typeof doubts)[number]['id'];

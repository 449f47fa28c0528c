import type { OpenQuestion } from './requirement.ts';

/**
 * Open questions: where the documents contradict each other, the API description or recordings, or say nothing, and how
 * the suite judges then. Every report shows those of the requirements that it judged. Ids are public like those of
 * requirements: never renamed, never reused.
 */
export const openQuestions = [
  {
    id: 'missing-fields-wording',
    title: 'Two messages for missing required fields',
    positions: [
      { source: 'ERR', says: 'Row 1 names the missing fields one by one.' },
      {
        source: 'ERR',
        says: 'Row 11, for nearly the same action, returns one upper-case code and names no field.',
      },
    ],
    judgedAs:
      'Row 1 is read as the check of the API itself, row 11 as the rejection by the LMS. Status 400 is strict; the message of the other row passes with a note.',
  },
  {
    id: 'past-date-message',
    title: 'Two messages for a due date in the past',
    positions: [
      { source: 'ERR', says: 'Row 3 says that the due date must be in the future.' },
      {
        source: 'ERR',
        says: 'Row 10, for an update, has a parser message about a day that does not exist.',
      },
    ],
    judgedAs:
      'On create, a past date must get the message of row 3. On update, an impossible day (30 February) must get the message of row 10; a past day passes with either message, that of row 3 with a note.',
  },
  {
    id: 'bad-token-401-or-403',
    title: '401 or 403 for an invalid token',
    positions: [
      { source: 'OV', says: 'Authentication errors are 401; the status table has no 403.' },
      { source: 'ERR', says: 'No token is 401, an invalid token is 403.' },
      { source: 'SPEC', says: 'LMS Connect lists 401 and no 403.' },
    ],
    judgedAs:
      'Each API is judged by its own page: Data API 401 for both, LMS Connect 401 without a token and 403 with an invalid one; an empty token or another scheme is either. Clients treat both as final.',
  },
  {
    id: 'wrong-token-type',
    title: 'The status for a valid token of the wrong kind',
    positions: [
      {
        source: 'OV',
        says: 'Invalid authentication is 401, but the row of 404 also names the wrong token as a cause.',
      },
      { source: 'WIRE', says: 'A token of the wrong kind got a 404 with an HTML body.' },
    ],
    judgedAs:
      'Only a made-up token is used to test for 401. For a token of the wrong kind 401, 403 and 404, including HTML, pass with a note.',
  },
  {
    id: 'malformed-record-id',
    title: 'Text that is no id in a path: 400 or 404',
    positions: [
      { source: 'OV', says: 'A request that cannot be parsed is 400; what does not exist is 404.' },
      { source: 'SPEC', says: 'Ids are plain strings without a format, and only 404 is listed.' },
    ],
    judgedAs:
      '404 passes, and so does 400, with a note. Anything else fails, above all a 500 or an empty list.',
  },
  {
    id: 'unknown-parent',
    title: 'A second-level list of a record that does not exist',
    positions: [
      { source: 'OV', says: 'What does not exist is 404.' },
      { source: 'SPEC', says: 'Lists 404 for every second-level list but the students of a contact.' },
    ],
    judgedAs:
      '404 is required. Only the students of a contact may be an empty list instead, with a note. A record without members has an empty list and status 200.',
  },
  {
    id: 'transient-failures',
    title: 'How often a read may fail',
    positions: [
      { source: 'OV', says: '500, 502 and 503 are transient, and a client repeats the request.' },
      {
        source: 'OWN',
        says: 'Nothing says how often; an operation that fails at every attempt does not work.',
      },
    ],
    judgedAs:
      'A read that gets a server error or no response is repeated twice. An operation that never works, while others do, fails. If it works otherwise, any number of 502 and 503 and a single 500 pass with a note; more 500s fail, as do 4xx and 304 where the same read is served at other times.',
  },
  {
    id: 'unsupported-405-or-501',
    title: '405, 501 or 404 for an unsupported request',
    positions: [
      { source: 'OV', says: 'An unsupported request is 501.' },
      { source: 'ERR', says: 'An unsupported method is 405 with an empty message.' },
      { source: 'WIRE', says: 'Unknown paths got a 404 with an HTML body.' },
    ],
    judgedAs:
      'Each API is judged by its own page: 501 on the Data API, 405 on LMS Connect. On a live target, 405 and 404 on the Data API pass with a note. Clients never retry any of them.',
  },
  {
    id: 'link-version',
    title: 'The links example has another version than its request',
    positions: [
      { source: 'OV', says: 'The example requests v1.2 and shows links to v1.1, on a page about v2.0.' },
      {
        source: 'WIRE',
        says: 'Each of more than 18,000 recorded links has the version of its request.',
      },
    ],
    judgedAs:
      'Read as an outdated example. A server whose links change the version fails a recommended requirement; a client has to follow the path it is given.',
  },
  {
    id: 'prev-cursor',
    title: 'The cursor of the prev link',
    positions: [
      { source: 'OV', says: 'In the example, the prev link repeats the cursor of the request.' },
      {
        source: 'WIRE',
        says: 'Recorded prev links have the first id of the page; only empty pages repeat the cursor of the request.',
      },
    ],
    judgedAs:
      'Both forms pass. With the form of the example the record at the cursor is on neither page of the way back; that one record is forgiven with a note, any other that is lost or repeated is not.',
  },
  {
    id: 'links-without-more',
    title: 'Links where no records follow',
    positions: [
      {
        source: 'OV',
        says: 'A next link means more results; but some pages have next or prev links to empty pages.',
      },
      { source: 'WIRE', says: 'A full last page has a next link to an empty page.' },
    ],
    judgedAs:
      'A link to an empty page passes if that page returns 200 with an empty array and the walk ends. A missing next link while records remain fails.',
  },
  {
    id: 'page-without-links',
    title: 'A page without `links`',
    positions: [
      {
        source: 'OV',
        says: 'A next link means that there are more results; that pages always have links is not said.',
      },
      { source: 'SPEC', says: 'Lists have `links`, which is not among required members.' },
      { source: 'WIRE', says: 'Every recorded page of the current versions has links, at least self.' },
    ],
    judgedAs:
      'A client that takes such a page for the last one fails a recommended requirement only, and its list is not compared with the whole one.',
  },
  {
    id: 'at-most-or-full',
    title: 'A page has at most the limit, or exactly that many records',
    positions: [
      { source: 'OV', says: 'The limit is an upper bound; full pages are not promised.' },
      { source: 'WIRE', says: 'While more records followed, nearly every recorded page was full.' },
    ],
    judgedAs:
      'Too many records fail a required requirement; a short page in the middle of a walk fails only a recommended one.',
  },
  {
    id: 'limit-out-of-range',
    title: 'A zero, negative or non-numeric limit',
    positions: [
      {
        source: 'OV',
        says: 'Names only the maximum, and even there says that the limit may be the cause of a 413.',
      },
      {
        source: 'SPEC',
        says: 'Says integer, without a minimum or maximum; LMS Connect says 1 to 100.',
      },
    ],
    judgedAs:
      'On the Data API 10,001 must be 413; zero, negative and non-numeric values may be 400 or the default page, never 5xx. On LMS Connect a value outside 1 to 100 must be 400.',
  },
  {
    id: 'error-table-bodies',
    title: 'Bodies in the error table that are not JSON',
    positions: [
      {
        source: 'ERR',
        says: 'Row 4 is bare text with a capital letter, row 5 doubles a backslash, row 12 does not close its quotation marks.',
      },
      { source: 'SPEC', says: 'Every error is a JSON object with a message.' },
    ],
    judgedAs:
      'The status is strict. The message may be JSON or bare text; case of the first letter, curly quotation marks, surrounding white space and a line break written as backslash and n are accepted where the page shows them.',
  },
  {
    id: 'error-content-type',
    title: 'The Content-Type of a JSON error body',
    positions: [
      { source: 'SPEC', says: 'Every response is JSON.' },
      {
        source: 'WIRE',
        says: 'The public server generator behind LMS Connect sends its JSON errors with a plain-text Content-Type.',
      },
    ],
    judgedAs:
      'A JSON error body of LMS Connect with a plain-text Content-Type passes with a note; successes must have a JSON Content-Type.',
  },
  {
    id: 'error-body-key',
    title: 'The key of the error text',
    positions: [
      { source: 'SPEC', says: 'The text is under `message`.' },
      {
        source: 'WIRE',
        says: 'The Data API puts it under `error`, sometimes next to a code and an empty `data`; some 404s are HTML.',
      },
    ],
    judgedAs:
      'Either key, or bare text, counts as readable. An empty body that is not documented does not, nor does an HTML page. HTML passes with a note only as a 413, which proxies send, and as a 404 on an operation that the token was never served (see wrong-token-type).',
  },
  {
    id: 'assignee-mod',
    title: 'The key `assignee_mod`',
    positions: [
      {
        source: 'ERR',
        says: 'Row 12 is about a request without `assignee_mod`; row 6 has `assignee_mode`.',
      },
      { source: 'SPEC', says: 'The field is `assignee_mode`, and it is optional.' },
    ],
    judgedAs:
      'Read as a typo. A body with `assignee_mod` counts as one without the field, because unknown keys are ignored.',
  },
  {
    id: 'message-placeholders',
    title: 'Placeholders left in documented messages',
    positions: [
      {
        source: 'ERR',
        says: 'A template variable in braces stands for an id, a date format for a date, a word in brackets for the LMS.',
      },
      { source: 'SPEC', says: 'Says nothing about the messages.' },
    ],
    judgedAs:
      'A placeholder matches any value of its kind; if the value was in the request, it has to be repeated unchanged.',
  },
  {
    id: 'invalid-or-gone',
    title: 'An assignment id without an assignment: 400 or 404',
    positions: [
      {
        source: 'ERR',
        says: 'Row 8 has 400 for a malformed id, row 15 has 404 for a deleted assignment.',
      },
      { source: 'SPEC', says: 'Reading an assignment lists no 400.' },
    ],
    judgedAs: 'Decided by format: a malformed id is 400, a well-formed id that does not exist is 404.',
  },
  {
    id: 'wait-after-429',
    title: 'How long to wait after a 429',
    positions: [
      { source: 'OV', says: 'The status table says to wait until the rate-limit period is over.' },
      { source: 'OV', says: 'The section on retries says 1, 2, 4 and so on for any failed request.' },
    ],
    judgedAs:
      'With a Reset header no request may be sent before it. The exponential waits alone add up to 31 s; within a fixed 60 s window they fail in 48 % of cases, so they count only if Reset is missing or invalid.',
  },
  {
    id: 'retry-after-and-reset',
    title: 'A Retry-After that disagrees with Reset',
    positions: [
      {
        source: 'OV',
        says: 'After a 429, wait until the period is over; Reset is its end. Retry-After is not mentioned.',
      },
      { source: 'WIRE', says: 'No recorded response has a Retry-After.' },
      {
        source: 'OWN',
        says: 'HTTP gives every server the header, and many libraries obey it before any other.',
      },
    ],
    judgedAs:
      'The shorter of both waits is due; a wait that ends before Reset passes with a note. No client has to wait for a Retry-After that is longer than Reset.',
  },
  {
    id: 'quota-1200-or-1800',
    title: '1,200 or 1,800 requests per minute',
    positions: [
      { source: 'OV', says: '1,200 per minute and token.' },
      { source: 'WIRE', says: 'Recorded headers say 1,200.' },
      { source: 'OWN', says: 'A newer public page is known to say 1,800.' },
    ],
    judgedAs:
      'The number is part of the profile of the version: 1,200 here. On a live target another advertised number is a warning, and every other requirement is judged by the advertised number.',
  },
  {
    id: 'rate-limited-wording',
    title: 'Which responses carry the rate-limit headers',
    positions: [
      {
        source: 'OV',
        says: 'Speaks of rate-limited requests, which could mean only rejected ones; its example shows the headers on a 200.',
      },
      { source: 'WIRE', says: 'Since 2015 nearly every response has them, including errors.' },
    ],
    judgedAs:
      'Read as every request that counts towards the limit: required on successes and on 429, observed on other errors. An error may count as one request or not at all, but not as more.',
  },
  {
    id: 'bucket-name',
    title: 'The value of the bucket header',
    positions: [
      { source: 'OV', says: 'The example names a bucket `abc123`.' },
      {
        source: 'WIRE',
        says: 'The name was always `bearer`; a token with two buckets got comma-separated lists.',
      },
    ],
    judgedAs:
      'Any name passes. Lists are read position by position. The bucket that counts the token decides: the smallest that moves with its requests. Others may have another window, and other clients.',
  },
  {
    id: 'give-up-wording',
    title: 'Whether five retries are a firm limit',
    positions: [
      {
        source: 'OV',
        says: 'After five retries a client may want to stop and continue later: advice, not a rule.',
      },
      { source: 'OWN', says: 'A client that retries without end turns an outage into a flood.' },
    ],
    judgedAs: 'A sixth retry of one request fails; resuming later where the run ended is only recommended.',
  },
  {
    id: 'retry-of-writes',
    title: 'Retrying a write after a 5xx',
    positions: [
      { source: 'OV', says: 'Retry every failed request with growing waits.' },
      {
        source: 'OWN',
        says: 'Creating an assignment twice gives a class two of them; nothing in the documents makes the request safe to repeat.',
      },
    ],
    judgedAs:
      'Reads are retried. A create may be sent again only after a read has shown that the first one was not stored.',
  },
  {
    id: 'retry-of-refusals',
    title: 'Retrying after a 403, 404 or 405',
    positions: [
      {
        source: 'OV',
        says: 'The status table says not to try again for 400, 401 and 501; of 404 it gives causes that last, and 403 and 405 are not in it.',
      },
      { source: 'OV', says: 'The section on retries speaks of any failed request.' },
      { source: 'ERR', says: 'Names 403, 404 and 405 without a word on retries.' },
    ],
    judgedAs:
      'A retry after a 400, 401 or 501 fails a required requirement, after a 403, 404 or 405 a recommended one. More than five retries of any of them fail a required one.',
  },
  {
    id: 'request-after-the-end',
    title: 'One more request after the last page',
    positions: [
      {
        source: 'OV',
        says: 'A next link means that there are more results, so a page without one is the last.',
      },
      {
        source: 'OWN',
        says: 'Public client kits for v2.0 drop the links, and their maintainers advise to ask with the last id until a page is empty.',
      },
    ],
    judgedAs:
      'A request for the list after a page without `next` fails a recommended requirement only. A client that never ends the walk fails a required one.',
  },
  {
    id: 'meaning-of-guaranteed',
    title: 'Which fields are guaranteed',
    positions: [
      { source: 'OV', says: 'Required fields are always present, and the endpoint pages mark them.' },
      { source: 'SPEC', says: 'Lists no required properties; it marks the optional ones as nullable.' },
      { source: 'WIRE', says: 'Guaranteed fields may be an empty string; JSON null never occurs.' },
    ],
    judgedAs:
      'A field of a record is guaranteed unless it is marked as nullable. Presence is strict, an empty string is accepted; the members of an object within, such as `credentials`, are optional, and the object inside an event is exempt.',
  },
  {
    id: 'empty-enum-value',
    title: 'An empty string in an enumeration',
    positions: [
      { source: 'OV', says: 'A validated field has only listed values.' },
      {
        source: 'SPEC',
        says: 'Several lists, such as the grades of a school, do not contain the empty string.',
      },
      { source: 'WIRE', says: 'Recorded fields were empty strings, and crashed clients.' },
    ],
    judgedAs: 'A server passes with a note; a client has to accept it.',
  },
  {
    id: 'date-forms',
    title: 'Date formats',
    positions: [
      {
        source: 'SPEC',
        says: 'Launch and term dates are date-times; a birthday is month, day and year with slashes.',
      },
      { source: 'WIRE', says: 'Launch and term dates are plain dates; birthdays have no leading zeros.' },
    ],
    judgedAs:
      'Launch and term dates pass as date or date-time. `created` and `last_modified` are date-times in UTC, with or without fractions of a second; a date, or another offset, passes with a note. A birthday is M/D/YYYY; an ISO date passes with a note.',
  },
  {
    id: 'previous-attributes-place',
    title: 'Where an updated event has its previous attributes',
    positions: [
      { source: 'SPEC', says: 'Next to `data`.' },
      { source: 'WIRE', says: 'Inside `data`, next to the object, in every recorded event.' },
    ],
    judgedAs: 'Both places pass; a client has to read both.',
  },
  {
    id: 'record-type-values',
    title: 'The values of `record_type`',
    positions: [
      { source: 'SPEC', says: 'The filter takes a list of strings, and does not say which.' },
      { source: 'SPEC', says: 'Event types have `districtadmins` where the path has `district_admins`.' },
    ],
    judgedAs: 'Only names that are spelled the same in both places are tested.',
  },
  {
    id: 'scope-refusal',
    title: 'How a resource outside the scopes is rejected',
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
    title: 'How a token without the agreement is rejected',
    positions: [
      { source: 'ERR', says: 'The agreement is required; no status is given.' },
      { source: 'SPEC', says: 'Lists 401 as the only rejection.' },
    ],
    judgedAs: 'Any 4xx passes if nothing was created and no assignment was returned.',
  },
  {
    id: 'created-status',
    title: 'The status for creating or deleting an assignment',
    positions: [
      { source: 'SPEC', says: 'Create returns 200, and delete returns 200 without a schema.' },
      { source: 'OWN', says: 'REST conventions suggest 201 and 204.' },
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
        says: 'A public page is known that also guarantees the dates of creation and change, but not the grading type.',
      },
    ],
    judgedAs: 'Only the fields that both guarantee are required: id, title, description and state.',
  },
  {
    id: 'required-on-create-only',
    title: 'Required fields when an assignment is updated',
    positions: [
      { source: 'ERR', says: 'Create needs title, description and due date.' },
      { source: 'SPEC', says: 'Create and update share one body, in which every field is optional.' },
    ],
    judgedAs:
      'The three are required on create only. An update changes the fields it names and keeps the rest.',
  },
  {
    id: 'errors-on-updates',
    title: 'Whether errors in a body apply to updates',
    positions: [
      {
        source: 'ERR',
        says: 'The rows about missing fields and an empty body speak of creating; rows 4 to 7 speak of any request body.',
      },
      { source: 'SPEC', says: 'Both updates require a body and list 400.' },
    ],
    judgedAs:
      'Rows 4 to 7 are judged on every operation that takes a body. An update with an empty body must be 400; another message passes with a note.',
  },
  {
    id: 'unknown-lms-ids',
    title: 'How LMS Connect rejects an id that no record has',
    positions: [
      {
        source: 'ERR',
        says: 'Row 8 has 400 for a malformed assignment id on a read, row 16 has 404 for a student without a submission.',
      },
      {
        source: 'SPEC',
        says: 'Lists 404 on all operations but the create, which has 400 only; says of no id what is malformed.',
      },
    ],
    judgedAs:
      'On any operation, 400 and 404 pass with any message, for unknown and malformed ids alike. Row 8 is judged by itself, and so is row 16.',
  },
  {
    id: 'other-parent',
    title: 'An assignment or a submission that exists, below another section or assignment',
    positions: [
      {
        source: 'SPEC',
        says: 'Each operation names the section, the assignment and the student, and lists 404; it does not say how they are looked up.',
      },
      { source: 'ERR', says: 'Row 16 refuses a student who does not have the assignment.' },
      { source: 'OWN', says: 'An LMS may have several sections of a teacher as one course.' },
    ],
    judgedAs:
      '400 and 404 pass with any message, and 403 with a note. A success fails, unless the sections may be one course: where the data are not made up, sections with a common teacher, or without a known one, decide nothing.',
  },
  {
    id: 'description-as-html',
    title: 'A description that comes back as HTML',
    positions: [
      { source: 'SPEC', says: 'Has `description`, and `description_plaintext` next to it.' },
      { source: 'OWN', says: 'Some LMSs keep descriptions as HTML, and wrap plain text in a paragraph.' },
    ],
    judgedAs:
      'Texts are compared without markup and extra white space; a difference in these passes with a note.',
  },
  {
    id: 'cursor-lifetime',
    title: 'An expired cursor of the submissions list',
    positions: [
      {
        source: 'OWN',
        says: 'A public page is known that limits a next link to two hours, without saying what happens afterwards.',
      },
      { source: 'SPEC', says: 'The cursor is an opaque string.' },
    ],
    judgedAs:
      'Until then the link works as often as it is followed, since reads are repeated after a failure. 400 and 404 both pass for an expired cursor; a client restarts the list and skips nothing.',
  },
  {
    id: 'empty-resources',
    title: 'A list of resources without any, in v3.0 and v3.1',
    positions: [
      { source: 'SPEC', says: 'A list has `data` and `links`.' },
      {
        source: 'WIRE',
        says: 'Recordings of v3.0 have `{"resources":[]}` alone, for an application without resources.',
      },
    ],
    judgedAs: 'Such a response counts as no list: it is judged on nothing.',
  },
  {
    id: 'leftover-role-fields',
    title: 'Guaranteed fields that no recording has, in v3.0 and v3.1',
    positions: [
      {
        source: 'SPEC',
        says: 'Some fields of a role, such as `created` and `legacy_id` of a student, have no nullable mark, nor have `subject` and `teacher` of a section and `error` of a district.',
      },
      {
        source: 'WIRE',
        says: 'No recorded role has the first; the others were in every record, and other pages leave them out of the guaranteed ones.',
      },
    ],
    judgedAs: 'None of them is required. Their values are judged where they are present.',
  },
  {
    id: 'my-path-spelling',
    title: 'Links to `myContacts`, paths with `mycontacts`, in v3.0 and v3.1',
    positions: [
      { source: 'SPEC', says: 'The paths are in lower case.' },
      {
        source: 'WIRE',
        says: 'Links of a user are in camel case; only paths in lower case were requested, and they were served.',
      },
    ],
    judgedAs: 'Both spellings are the same path, in requests and in links.',
  },
  {
    id: 'count-form',
    title: 'The response to `count=true`',
    positions: [
      { source: 'SPEC', says: 'v3.0 and v3.1 list the parameter, and the response of the list.' },
      { source: 'WIRE', says: 'Recordings of v1.1 have `{"count": …, "links": […]}`, without records.' },
    ],
    judgedAs: 'A response with `count` and without `data` is judged as a count, and never as a page.',
  },
  {
    id: 'single-without-links',
    title: 'A single record without `links`',
    positions: [
      { source: 'SPEC', says: 'A single record has `data` and `links`.' },
      {
        source: 'WIRE',
        says: 'Recordings of v3.0 have no links for the token of a user, and always have them for the token of a district.',
      },
    ],
    judgedAs: 'Links of single records are optional.',
  },
  {
    id: 'me-forms',
    title: 'Two forms of `/me`',
    positions: [
      {
        source: 'WIRE',
        says: 'Recorded with the id of v2.0 and no links, and days later with the id of v3.0, a type next to `data` and links, one of them without a version.',
      },
      { source: 'SPEC', says: 'Does not describe the path.' },
    ],
    judgedAs:
      'Both forms pass. Of the links of `/me` only those with its id are judged: in its own version they lead to the user.',
  },
  {
    id: 'user-tokens',
    title: 'What the token of a user gets where it may not page',
    positions: [
      { source: 'OV', says: 'The token of a user cannot page, nor use `limit`.' },
      {
        source: 'WIRE',
        says: 'Recordings have no such request; resources are a web page with 404 for such a token.',
      },
    ],
    judgedAs:
      'Any refusal passes, and so does a list that takes no notice of the limit. A page of the asked size with a link to the next one fails.',
  },
  {
    id: 'roles-form',
    title: 'The roles of a user: an object or a list',
    positions: [
      { source: 'SPEC', says: 'An object with a member for each role.' },
      {
        source: 'WIRE',
        says: 'An object in every recorded user; a role that a person does not have is absent.',
      },
      { source: 'OV', says: 'A later page describes a list of roles with a type each.' },
    ],
    judgedAs: 'An object, and nothing else.',
  },
  {
    id: 'listed-disabilities',
    title: 'Values that one list has and another lacks, in v3.1',
    positions: [
      {
        source: 'SPEC',
        says: 'The types of disabilities have `Other`, and neither they nor the languages an empty string.',
      },
      { source: 'OV', says: 'A later page lists an empty string, and no `Other`.' },
    ],
    judgedAs: 'A value of either list passes.',
  },
  {
    id: 'filters-of-users',
    title: 'Filters of users that are combined or unknown',
    positions: [
      {
        source: 'SPEC',
        says: 'Users are filtered by role, of which each path lists its own, and a list can be counted; what an unknown role gets, and a role with a count, is not said, nor whether a user of two roles is listed below a record for both.',
      },
      { source: 'OV', says: 'A page about v2.1 says that a count takes no other parameter.' },
    ],
    judgedAs:
      'Only listed roles are requested, and never together with a count. Below a record, a user of two roles may be absent from the list of a role that does not name the record, and in which the record does not name the user.',
  },
  {
    id: 'people-across-versions',
    title: 'Whether every version has the same people',
    positions: [
      {
        source: 'OV',
        says: 'Pages about the move to v3.0 say that students keep their ids, and that the old id of anyone else is in `legacy_id`. Contacts of v2 have ended, and staff may be people whom v2 did not have.',
      },
      {
        source: 'SPEC',
        says: 'Each version has a description of its own; none says that the people of another one are in it.',
      },
    ],
    judgedAs:
      'A person of an older list whom no user has fails. Users who are in no older list pass, and so does an older list that is empty or refused.',
  },
  {
    id: 'attendance-days',
    title: 'Whether the days of a date range are included',
    positions: [
      {
        source: 'SPEC',
        says: 'Attendance is filtered by the start and the end of a date range; whether these days belong to it is not said.',
      },
      {
        source: 'SPEC',
        says: 'An entry has a day without a time, so a bound may be its beginning as well as its end.',
      },
    ],
    judgedAs:
      'Entries of the start and of the end itself may be in the list or not. Those outside of the range must not be, and those inside must.',
  },
  {
    id: 'both-ways',
    title: 'Whether two lists that no field relates show the same, in v3.0 and v3.1',
    positions: [
      {
        source: 'SPEC',
        says: 'The users, sections and courses of a resource are lists, and so are the resources of each; no field of either names the other.',
      },
      {
        source: 'OWN',
        says: 'One list may take along what the other leaves out, such as the resources of a section among those of its students.',
      },
    ],
    judgedAs:
      'Where one list has a record, the list that leads back from it must not be empty; what else it has is not judged.',
  },
  {
    id: 'past-enrollments',
    title: 'Enrollments at schools that are gone',
    positions: [
      { source: 'SPEC', says: 'An enrollment has the id of a school, and may have a first and a last day.' },
      { source: 'OWN', says: 'A school where a student once was may be closed, or not be shared.' },
    ],
    judgedAs:
      'An id that leads nowhere passes with a note. It fails if none of three enrollments and more names a school that is served.',
  },
  {
    id: 'shared-prefix',
    title: 'Two APIs under `/v3.1`',
    positions: [
      { source: 'SPEC', says: 'The Data API v3.1 and LMS Connect have the same prefix, and share no path.' },
      { source: 'OV', says: 'LMS Connect is described by itself.' },
    ],
    judgedAs:
      'A request belongs to the API that documents its path. What neither documents is one of LMS Connect if it leads to assignments, else one of the Data API.',
  },
  {
    id: 'older-versions',
    title: 'What other versions than v2.0 promise',
    positions: [
      {
        source: 'WIRE',
        says: 'Recordings of version 1 have lists of bare records, pages by number, and responses without rate-limit headers.',
      },
      {
        source: 'OV',
        says: 'Describes v2.0 only, and names neither these forms nor the versions that have them.',
      },
    ],
    judgedAs:
      'Captured traffic of v1.1 and v1.2 is not judged on the list envelope and on the presence of rate-limit headers. Pages that are requested by number are not judged as pages, in any version.',
  },
] as const satisfies readonly OpenQuestion[];

export type OpenQuestionId = (typeof openQuestions)[number]['id'];

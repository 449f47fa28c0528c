/**
 * Words from the public documents of both APIs, which reveal nothing. Collected by hand and used only here, so that the
 * scanner stays independent of the redactor.
 */

/** Enum values. A whole value that is one of these is never searched. */
export const publicValues: readonly string[] = [
  ...['Y', 'N', 'M', 'F', 'X', 'true', 'false', 'null', 'none', 'yes', 'no', 'ok', 'bearer', 'basic'],
  ...['InfantToddler', 'Preschool', 'PreKindergarten', 'TransitionalKindergarten', 'Kindergarten'],
  ...['PostGraduate', 'Grade 13', 'Ungraded', 'Other', 'Unknown', 'Not applicable'],
  ...['Caucasian', 'Asian', 'Black or African American', 'American Indian', 'Two or More Races'],
  ...['Hawaiian or Other Pacific Islander', 'Hispanic'],
  ...['english/language arts', 'math', 'science', 'social studies', 'language', 'homeroom/advisory'],
  ...['interventions/online learning', 'technology and engineering', 'PE and health', 'arts and music'],
  ...['running', 'pending', 'error', 'paused', 'success'],
  ...['Cell', 'Home', 'Work', 'Parent', 'Grandparent', 'Self', 'Aunt/Uncle', 'Sibling', 'Parent/Guardian'],
  ...['Emergency', 'Primary', 'Secondary', 'Family', 'Guardian', 'Doctor', 'Case Worker'],
  ...['self', 'next', 'prev', 'first', 'last', 'all', 'individuals', 'points', 'percent', 'pass_fail'],
  ...['letter_grade', 'draft', 'scheduled', 'open', 'locked', 'link', 'file', 'text', 'discussion'],
  ...['excused', 'late', 'missing', 'created', 'updated', 'deleted', 'submitted', 'returned', 'reclaimed'],
];

/** Members of records, envelopes, requests and errors, as documented or recorded, and the words of paths and queries. */
export const publicNames: readonly string[] = [
  ...['data', 'links', 'rel', 'uri', 'url', 'object', 'previous_attributes', 'type', 'id', 'ids', 'code'],
  ...[
    'error',
    'errors',
    'message',
    'paging',
    'current',
    'total',
    'count',
    'range_paging',
    'lowest',
    'highest',
  ],
  ...['entries_remaining', 'pages_remaining', 'limit', 'starting_after', 'ending_before', 'cursor', 'page'],
  ...['sort', 'where', 'q', 'school', 'record_type', 'status', 'success', 'created', 'last_modified'],
  ...['districts', 'schools', 'students', 'teachers', 'sections', 'courses', 'terms', 'contacts', 'events'],
  ...['school_admins', 'district_admins', 'schooladmins', 'districtadmins', 'admins', 'users', 'resources'],
  ...['district', 'student', 'teacher', 'section', 'course', 'term', 'contact', 'event', 'staff', 'roles'],
  ...['district_admin', 'school_admin', 'legacy_id', 'department', 'ext', 'enrollments', 'credentials'],
  ...['district_username', 'dob', 'ell_status', 'email', 'gender', 'grade', 'graduation_year', 'race'],
  ...['hispanic_ethnicity', 'location', 'address', 'city', 'state', 'zip', 'lat', 'lon', 'name', 'first'],
  ...['middle', 'last', 'sis_id', 'state_id', 'student_number', 'teacher_number', 'title', 'period'],
  ...['section_number', 'subject', 'term_id', 'high_grade', 'low_grade', 'mdr_number', 'nces_id', 'phone'],
  ...['principal', 'school_number', 'last_sync', 'launch_date', 'pause_end', 'pause_start', 'sis_type'],
  ...['staff_id', 'phone_type', 'relationship', 'number', 'end_date', 'start_date', 'portal_url'],
  ...['login_methods', 'district_contact', 'home_language', 'home_language_code', 'iep_status', 'frl_status'],
  ...[
    'section_504_status',
    'unweighted_gpa',
    'weighted_gpa',
    'assignee_ids',
    'assignee_mode',
    'assignee_mod',
  ],
  ...['attachments', 'category_id', 'description', 'description_plaintext', 'display_date', 'due_date'],
  ...['grading_scale', 'grading_type', 'max_attempts', 'points_possible', 'submission_types', 'size'],
  ...['file_external_id', 'thumbnail_url', 'text', 'assignment_id', 'extra_attempts', 'flags', 'entries'],
  ...['grade_comment', 'grade_points', 'grader_id', 'override_due_date', 'user_id', 'value', 'assignments'],
  ...['submissions', 'lms_status', 'lms_state', 'lms_type', 'synced_in_lms', 'last_lms_sync'],
  ...['lms_matched_percentage', 'oauth', 'tokens', 'tokeninfo', 'me', 'properties', '_states', 'docs'],
];

/** Error texts of the documents, the recordings and the API's software. `…` is the variable part. */
export const publicMessages: readonly string[] = [
  'request body is required, but was empty',
  'missing required field(s): title, description, due_date',
  'due_date must be in the future',
  'INVALID_ID MISSING_REQUIRED_FIELD',
  'invalid character … in string escape code, string literal, numeric literal, exponent of numeric literal',
  'invalid character … looking for beginning of value, looking for beginning of object key string',
  'invalid character … after object key:value pair, after object key, after array element, after top-level value',
  'invalid character … after decimal point in numeric literal, in literal true false null (expecting …)',
  'invalid character … in \\u hexadecimal character escape',
  'json: cannot unmarshal string number bool object array into Go struct field value of type float64 int64 bool',
  'unexpected end of JSON input, unexpected EOF, EOF',
  'NOT_FOUND: Person with id clever:… not found for this integration.',
  'validation failure list: … in body should be one of, in query, in path, is required, must be of type',
  'should be less than or equal to, greater than or equal to',
  'parsing time "…" as "2006-01-02T15:04:05Z07:00": cannot parse "…" as "2006", day out of range, month out of range',
  'hour minute second year out of range, invalid syntax, value out of range',
  'no valid users found in Canvas, Schoology, Google Classroom, LMS',
  'Schoology does not support submission type of',
  'No authorization provided, Could not authorize token, Unrecognized token string',
  "Assignment does not exist, User not found, Resource not found, Resource not in token's scopes",
  'Error updating submission, Empty message, invalid cursor, limit may be at most',
  'Could not parse … : a whole number from … to … is expected, an id of 24 hex digits is expected',
  'Cannot GET POST PUT PATCH DELETE HEAD OPTIONS … is not implemented, 404 page not found',
  'Bad Request, Unauthorized, Forbidden, Not Found, Method Not Allowed, Too Many Requests, Gone, Conflict',
  'Payload Too Large, Request Entity Too Large, Content Too Large, Not Implemented, Not Acceptable',
  'Internal Server Error, Bad Gateway, Service Unavailable, Gateway Timeout, upstream request timeout',
  'strconv.ParseInt strconv.ParseFloat strconv.ParseBool parsing',
];

/** Protocol words: media types, headers, codings, markup, and placeholder ids of tests. */
export const publicProse: readonly string[] = [
  'application json problem xml octet stream form urlencoded vnd api text plain html csv charset utf 8 utf-8',
  'gzip br deflate identity chunked keep-alive close no-store no-cache must-revalidate private public max-age',
  'accept accept-encoding accept-language authorization connection content-length content-type content-encoding',
  'cookie set-cookie date etag expires host location origin retry-after server transfer-encoding user-agent vary via',
  'www-authenticate cache-control x-powered-by x-request-id clever-request-id x-ratelimit-bucket x-ratelimit-limit',
  'x-ratelimit-remaining x-ratelimit-reset strict-transport-security includesubdomains access-control-allow-origin',
  'Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec GMT UTC http https www com org net',
  'Path HttpOnly Secure SameSite Lax Strict Domain realm scope invalid_token Express envoy nginx apache cloudflare',
  '<!doctype html> <html lang="en"> <head> <meta> <title> Error </title> <body> <pre> <h1> <p> <hr> center nginx',
  'not-an-id not-an-object-id invalid abc xyz nope none null undefined unknown missing bad bad-id no-such nowhere',
  'clever conformance sandbox token district application NaN Infinity ten collection record records TEST_TOKEN',
  'broken percent encoding PROPFIND TRACE CONNECT',
];

/** Members whose numbers come from the server or the suite, never from a record. */
export const ownNumbers: ReadonlySet<string> = new Set([
  ...['contentlength', 'xratelimitlimit', 'xratelimitremaining', 'xratelimitreset', 'retryafter', 'status'],
  ...['sentatms', 'receivedatms', 'startedatms', 'endedatms', 'durationms', 'lagms', 'seq', 'code', 'count'],
]);

/** Members whose text is an API message or protocol word, not a record value. */
export const proseNames: ReadonlySet<string> = new Set(['message', 'error', 'rel', 'type', 'code', 'errors']);

/** Members that evidence and reports also have: a public word under such a name may be the suite's. */
export const sharedNames: ReadonlySet<string> = new Set([
  ...['name', 'title', 'text', 'description', 'id', 'url', 'value', 'subject', 'status', 'method', 'origin'],
  ...[
    'path',
    'body',
    'headers',
    'claim',
    'case',
    'role',
    'scenario',
    'job',
    'timing',
    'says',
    'said',
    'endedby',
  ],
  ...[
    'kind',
    'why',
    'side',
    'level',
    'outcome',
    'verdict',
    'expected',
    'actual',
    'exchange',
    'file',
    'binds',
  ],
  ...[
    'version',
    'digest',
    'source',
    'platform',
    'node',
    'apis',
    'allowed',
    'format',
    'reason',
    'limit',
    'scope',
  ],
]);

/** Members with personal values, even if they equal an enum value: a middle initial may be M. */
export const personNames: ReadonlySet<string> = new Set(['first', 'last', 'middle']);

/** Members with numeric values, also as strings: too common to be searched alone. */
export const numberNames: ReadonlySet<string> = new Set([
  ...['graduationyear', 'grade', 'gradepoints', 'pointspossible', 'maxattempts', 'extraattempts', 'size'],
  ...['highgrade', 'lowgrade'],
]);

/** Headers whose numbers and dates are protocol state. */
export const protocolHeaders: ReadonlySet<string> = new Set([
  ...['date', 'content-length', 'age', 'expires', 'last-modified', 'retry-after', 'x-ratelimit-limit'],
  ...['x-ratelimit-remaining', 'x-ratelimit-reset', 'x-envoy-upstream-service-time', 'host', 'keep-alive'],
]);

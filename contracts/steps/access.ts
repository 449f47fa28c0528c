/** Steps of the category `access`: see `Steps`. */
export type AccessSteps = {
  'access/bearer-token': {
    readonly case: 'list' | 'record' | 'no token' | 'scheme in lower case' | 'scheme Basic' | 'scheme Token';
    readonly role?: never;
  };
  'access/test-token': { readonly case: 'list' | 'record'; readonly role?: never };
  'access/user-token': {
    readonly case: `/${string}`;
    /** `control`: the user as the district's token is served. */
    readonly role: 'asked' | 'control';
  };
  'access/user-token-cannot-page': {
    /** A list, with one record for a page. */
    readonly case: `/${string}`;
    /** `control`: the same, requested with the district's token. */
    readonly role: 'asked' | 'control';
  };
  'access/scopes-limit-resources': {
    /** The scopes of a token, and what it requests: `without students: GET /sections/{id}/students`. */
    readonly case: `${'only' | 'without'} ${string}: GET /${string}`;
    /**
     * `own` and `asked`: what lies within and outside the scopes, requested with them. `events`: the events that such a token is
     * served. `control`: the same requested with all scopes.
     */
    readonly role: 'own' | 'asked' | 'events' | 'control';
  };
  'access/sharing-limits-data': {
    /** Who requests, and what. */
    readonly case: `${'one school' | 'another district' | 'own district'}: /${string}`;
    /**
     * `hidden`: a record that is not shared with the token, requested by one that it is shared with. `control`: a list of such
     * records. `asked`: the same requested with the token. `list`: a list of what is shared with it.
     */
    readonly role: 'hidden' | 'control' | 'asked' | 'list';
  };
};

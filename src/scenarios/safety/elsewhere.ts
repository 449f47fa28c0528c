import { isWrite, onPage } from '../answers.ts';
import { always, changedPage, idOf, isList, listAt, withNext } from '../page-answers.ts';
import type { Answer, Asked, Scenario } from '../scenario.ts';

const job = 'sync:students';

/** The next link of a page leads to another origin. `uri` gets path and query of the page after it. */
function nextElsewhere(
  name: string,
  title: string,
  uri: (asked: Asked, path: string) => string,
  page = 0,
): Scenario {
  return {
    name: `safety/next-${name}`,
    title: `the next link of the ${page === 0 ? 'first' : 'second'} page ${title}`,
    provokes: ['safety/client-keeps-token-on-origin'],
    job,
    rules: [
      {
        label: `the next link ${title}`,
        when: (asked) => asked.page === page,
        times: always,
        answer: (good, asked) =>
          changedPage(good, ({ data, links }) => ({
            data,
            links: withNext(links, uri(asked, listAt(asked, idOf(data.at(-1))))),
          })),
      },
    ],
  };
}

const hostOf = (origin: string) => new URL(origin).host;
/** The same host and port with the other scheme. */
const otherScheme = (origin: string) =>
  origin.startsWith('https:') ? origin.replace('https:', 'http:') : origin.replace('http:', 'https:');

/**
 * Links that lead away only where they are appended to the origin as they are, and links that a parser of URLs reads in another
 * way than the eye: no part of them is a path of the origin.
 */
const appended: readonly Scenario[] = [
  nextElsewhere(
    'after-an-at-sign',
    'begins with an @ and another host',
    (asked, path) => `@${hostOf(asked.foreignOrigin)}${path}`,
  ),
  nextElsewhere('after-a-dot', 'begins with a dot and a domain', (_, path) => `.clever.example${path}`),
  nextElsewhere(
    'after-a-colon',
    'begins with a colon and another port',
    (asked, path) => `:${new URL(asked.foreignOrigin).port}${path}`,
  ),
  nextElsewhere(
    'with-three-slashes',
    'begins with three slashes and another host',
    (asked, path) => `///${hostOf(asked.foreignOrigin)}${path}`,
  ),
  nextElsewhere(
    'with-two-backslashes',
    'begins with two backslashes and another host',
    (asked, path) => `\\\\${hostOf(asked.foreignOrigin)}${path}`,
  ),
  nextElsewhere(
    'after-a-space',
    'begins with a space, two slashes and another host',
    (asked, path) => ` //${hostOf(asked.foreignOrigin)}${path}`,
  ),
  nextElsewhere('in-capitals', 'is absolute, to another port, with its scheme in capitals', (asked, path) =>
    (asked.foreignOrigin + path).replace(/^http/, 'HTTP'),
  ),
];

type Redirect = 301 | 302 | 303 | 307 | 308;

/** A redirect to the same path and query on another origin. */
function redirected(status: Redirect, { foreignOrigin, pathname, query }: Asked): Answer {
  const search = query.size === 0 ? '' : `?${query}`;
  return {
    status,
    headers: { Location: `${foreignOrigin}${pathname}${search}`, 'Content-Type': null },
    body: '',
    untouched: true,
  };
}

function redirect(status: Redirect): Scenario {
  return {
    name: `safety/redirect-${status}-elsewhere`,
    title: `the list is redirected to another port with ${status}`,
    provokes: ['safety/client-keeps-token-on-origin'],
    job,
    rules: [
      {
        label: `the list answers ${status}`,
        when: isList,
        times: always,
        answer: (_, asked) => redirected(status, asked),
      },
    ],
  };
}

const laterRedirects: readonly Scenario[] = [
  {
    name: 'safety/redirect-of-the-second-page-elsewhere',
    title: 'the second page is redirected to another port',
    provokes: ['safety/client-keeps-token-on-origin'],
    job,
    rules: [onPage(2, 'answers 302', (_, asked) => redirected(302, asked), always)],
  },
  {
    name: 'safety/redirect-of-a-create-elsewhere',
    title: 'a create is redirected to another port with 307, which asks to send it there unchanged',
    provokes: ['safety/client-keeps-token-on-origin'],
    job: 'create-assignment',
    rules: [
      {
        label: 'the write answers 307',
        when: isWrite,
        times: always,
        answer: (_, asked) => redirected(307, asked),
      },
    ],
  },
];

/** Links and redirects to another origin. */
export const elsewhereScenarios: readonly Scenario[] = [
  nextElsewhere(
    'on-another-port',
    'is absolute, to another port',
    (asked, path) => asked.foreignOrigin + path,
  ),
  nextElsewhere(
    'without-a-scheme',
    'begins with two slashes and another host',
    (asked, path) => `//${hostOf(asked.foreignOrigin)}${path}`,
  ),
  nextElsewhere(
    'with-a-backslash',
    'begins with a slash and a backslash',
    (asked, path) => `/\\${hostOf(asked.foreignOrigin)}${path}`,
  ),
  nextElsewhere(
    'with-a-tab',
    'has a tab between its two slashes',
    (asked, path) => `/\t/${hostOf(asked.foreignOrigin)}${path}`,
  ),
  nextElsewhere(
    'with-userinfo',
    'names the own host before an @, and another one after it',
    (asked, path) => `${asked.foreignOrigin.replace('://', `://${hostOf(asked.origin)}@`)}${path}`,
  ),
  nextElsewhere(
    'with-another-scheme',
    'has the own host and another scheme',
    (asked, path) => otherScheme(asked.origin) + path,
  ),
  // A reserved name, which never resolves to a real server.
  nextElsewhere(
    'on-another-host',
    'is absolute, to another host',
    (_, path) => `https://clever.example${path}`,
  ),
  ...appended,
  nextElsewhere(
    'on-another-port-after-the-second-page',
    'is absolute, to another port',
    (asked, path) => asked.foreignOrigin + path,
    1,
  ),
  ...([301, 302, 303, 307, 308] as const).map(redirect),
  ...laterRedirects,
];

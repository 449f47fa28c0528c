import type nock from 'nock';

/**
 * Runs a test with nock. As soon as it is loaded, it replaces `fetch` and the connections of the whole process, in which other test
 * files run as well: connections to a port then hang, now and then. So it is never imported at the top of a file.
 */
export async function withNock<T>(work: (library: typeof nock) => T | Promise<T>): Promise<T> {
  const { default: library } = await import('nock');
  if (!library.isActive()) library.activate();
  try {
    return await work(library);
  } finally {
    library.cleanAll();
    library.restore();
  }
}

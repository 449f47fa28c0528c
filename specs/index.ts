/** Every claim: importing this registers them. */
import './client/backoff/resumption.spec.ts';
import './client/backoff/retries.spec.ts';
import './client/backoff/waits.spec.ts';
import './client/rate-limit.spec.ts';
import './server/pagination/pages.spec.ts';

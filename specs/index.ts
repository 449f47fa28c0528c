/** Every claim: importing this registers them. */
import './server/pagination/pages.spec.ts';
import './server/rate-limit/buckets.spec.ts';
import './server/rate-limit/headers.spec.ts';
import './server/rate-limit/quota.spec.ts';
import './server/rate-limit/windows.spec.ts';

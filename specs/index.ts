/** Every claim: importing this registers them. */
import './server/access.spec.ts';
import './server/errors/bodies.spec.ts';
import './server/errors/refusals.spec.ts';
import './server/errors/statuses.spec.ts';
import './server/pagination/pages.spec.ts';

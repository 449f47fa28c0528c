/** Every claim: importing this registers them. */
import './server/access.spec.ts';
import './server/errors/bodies.spec.ts';
import './server/errors/refusals.spec.ts';
import './server/errors/statuses.spec.ts';
import './server/pagination/pages.spec.ts';
import './client/access.spec.ts';
import './client/data.spec.ts';
import './client/errors.spec.ts';
import './client/lms.spec.ts';
import './client/pagination.spec.ts';
import './client/safety.spec.ts';
import './server/lms/access.spec.ts';
import './server/lms/assignments.spec.ts';
import './server/lms/submissions.spec.ts';
import './server/lms-errors.spec.ts';

/** Every claim: importing this registers them. */
import './server/pagination/pages.spec.ts';
import './server/lms/access.spec.ts';
import './server/lms/assignments.spec.ts';
import './server/lms/submissions.spec.ts';
import './server/lms-errors.spec.ts';

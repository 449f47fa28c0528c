/** Every claim: importing this registers them. */
import './server/pagination/pages.spec.ts';

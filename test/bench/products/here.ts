import { projectRoot } from '../../support/projectRoot';
import { Checkout } from './checkout';

/** What is measured: this checkout as it is, with what is not committed yet. */
export const here = new Checkout('this', projectRoot);

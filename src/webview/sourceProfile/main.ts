import { connect } from '../page/outside';
import { SourcePage } from './sourcePage';

new SourcePage(connect()).start();

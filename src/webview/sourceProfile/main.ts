import { connect } from './outside';
import { SourcePage } from './sourcePage';

new SourcePage(connect()).start();

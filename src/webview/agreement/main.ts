import { connect } from './outside';
import { ReportPage } from './reportPage';

new ReportPage(connect()).start();

import { connect } from '../page/outside';
import { ReportPage } from './reportPage';

new ReportPage(connect((kept) => (typeof kept === 'number' ? kept : undefined))).start();

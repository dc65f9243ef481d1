import { readAgreementState } from '../../protocol/readAgreementMessage';
import { connect } from '../page/outside';
import { ReportPage } from './reportPage';

new ReportPage(connect(readAgreementState)).start();

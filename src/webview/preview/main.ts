import { PreviewPage } from './previewPage';
import { connect } from './vsCodeApi';

new PreviewPage(connect()).start();

import '../../styles/auth.css';
import newPassword from '../../i18n/en/new-password.json';
import resetPassword from '../../i18n/en/reset-password.json';
import { startPage } from '../../page.ts';
import { resetPasswordState } from './state.ts';
import { resetPasswordView } from './view.ts';

const state = resetPasswordState(location.search, () => {
  history.replaceState(null, '', location.pathname);
});
startPage({
  texts: { 'reset-password': resetPassword, 'new-password': newPassword },
  signedIn: false,
  view: () => resetPasswordView(state),
});

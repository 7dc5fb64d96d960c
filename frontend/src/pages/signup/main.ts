import '../../styles/auth.css';
import newPassword from '../../i18n/en/new-password.json';
import signup from '../../i18n/en/signup.json';
import { startPage } from '../../page.ts';
import { signupState } from './state.ts';
import { signupView } from './view.ts';

const state = signupState((address) => {
  location.assign(address);
}, Intl.DateTimeFormat().resolvedOptions().timeZone);
startPage({ texts: { signup, 'new-password': newPassword }, signedIn: false, view: () => signupView(state) });

import '../../styles/auth.css';
import forgotPassword from '../../i18n/en/forgot-password.json';
import { startPage } from '../../page.ts';
import { forgotPasswordState } from './state.ts';
import { forgotPasswordView } from './view.ts';

const state = forgotPasswordState();
startPage({ texts: { 'forgot-password': forgotPassword }, signedIn: false, view: () => forgotPasswordView(state) });

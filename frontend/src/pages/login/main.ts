import '../../styles/auth.css';
import login from '../../i18n/en/login.json';
import { startPage } from '../../page.ts';
import { loginState } from './state.ts';
import { loginView } from './view.ts';

const state = loginState((address) => {
  location.assign(address);
});
const unsentSets = Number(localStorage.getItem('unsentSets') ?? 0);
startPage({ texts: { login }, signedIn: false, view: () => loginView(state, unsentSets) });

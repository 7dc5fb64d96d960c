// Runs before the first paint, so that nobody sees the other theme flash by. Small and blocking on purpose.
(function () {
  try {
    var user = JSON.parse(localStorage.getItem('user') || 'null');
    var theme = user && user.settings && user.settings.theme;
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    if (user && user.role) document.documentElement.dataset.who = user.role;
    if (user && user.settings && user.settings.language) document.documentElement.lang = user.settings.language;
  } catch {
    // A broken entry is no reason to show nothing.
  }
})();

// The first address leads to the dashboard, a trainer to their clients, and to log-in where nobody is logged in.
(function () {
  var page = 'login';
  if (localStorage.getItem('token')) {
    page = 'dashboard';
    try {
      var user = JSON.parse(localStorage.getItem('user') || 'null');
      if (user && user.role === 'trainer') page = 'trainer-dashboard';
    } catch {
      // A broken entry leads to the dashboard, which asks to log in anew.
    }
  }
  location.replace('/pages/' + page + '.html');
})();

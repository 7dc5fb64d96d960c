// The first address leads to the dashboard, or to log-in where nobody is logged in.
location.replace(localStorage.getItem('token') ? '/pages/dashboard.html' : '/pages/login.html');

// The program has one login page for all of its parts; the webapp's own would know nothing of that login.
const [, root, app] = window.location.pathname.match(/^(.*)\/camunda\/app\/(\w+)\//);

window.angular.module(`cam.${app}`).run(['$rootScope', ($rootScope) => {
  let leaving = false;
  const leave = (event, query) => {
    event.preventDefault();
    if (!leaving) {
      leaving = true;
      window.location.assign(`${root}/login${query}`);
    }
  };
  $rootScope.$on('authentication.login.required', (event) => leave(event, ''));
  $rootScope.$on('authentication.logout.success', (event) => leave(event, '?logout'));
}]);

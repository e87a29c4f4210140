// Tasklist keeps unfinished forms in the browser. They hold applicants' data, so they are removed
// when their author logs out or another person logs in on the same computer.
const OWNER = 'cur-drafts-owner';
const DRAFT = /^(camunda-form|camForm):/;

function removeDrafts() {
  Object.keys(localStorage).filter((key) => DRAFT.test(key)).forEach((key) => localStorage.removeItem(key));
}

window.angular.module('cam.tasklist').run(['$rootScope', ($rootScope) => {
  let loggedOut = false;

  $rootScope.$on('authentication.changed', (event, authentication) => {
    if (authentication?.name) {
      if (localStorage.getItem(OWNER) !== authentication.name) {
        removeDrafts();
      }
      localStorage.setItem(OWNER, authentication.name);
      loggedOut = false;
    }
  });

  $rootScope.$on('authentication.logout.success', () => {
    loggedOut = true;
    removeDrafts();
  });

  // An open form saves itself when a login is asked for. After a session that ended by itself this
  // is welcome; after a logout it is not.
  $rootScope.$on('authentication.login.required', () => {
    if (loggedOut) {
      setTimeout(removeDrafts);
    }
  });
}]);

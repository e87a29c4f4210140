// The way from the tasks to the reports, for those who may read them: ReportsLinkTest compares the groups with ReportScopes.
const READERS = ['managers', 'governors', 'heads', 'analysts', 'curators', 'camunda-admin', 'bodyHeads'];

const [root] = window.location.pathname.split('/camunda/app/');

const tasklist = window.angular.module('cam.tasklist');

tasklist.config(['ViewsProvider', (ViewsProvider) => ViewsProvider.registerDefaultView('tasklist.navbar.action', {
  id: 'cur-reports',
  template: `<a ng-if="mayRead" href="${root}/reports"><span class="glyphicon glyphicon-stats"></span> Отчёты</a>`,
  // No arrow: the framework makes an instance of it.
  controller: ['$scope', '$rootScope', '$http', 'Uri', function ReportsLink($scope, $rootScope, $http, Uri) {
    const user = encodeURIComponent($rootScope.authentication?.name ?? '');
    $http.get(Uri.appUri(`engine://engine/:engine/identity/groups?userId=${user}`)).then(({ data }) => {
      $scope.mayRead = data.groups.some(({ id }) => READERS.includes(id));
    }, () => {});
  }],
  priority: 200,
})]);

// Lists start with the soonest term, and each filter shows how many tasks wait in it, not only the open one.
const REFRESH_MILLIS = 30_000;
const SOONEST_FIRST = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);

const tasklist = window.angular.module('cam.tasklist');

tasklist.run(['$rootScope', '$location', ($rootScope, $location) => {
  $rootScope.$on('$locationChangeStart', () => {
    if (!$location.search().sorting) {
      $location.search('sorting', SOONEST_FIRST).replace();
    }
  });
}]);

function show(element, filters, counts) {
  element.querySelectorAll('.task-filter .name a').forEach((link, index) => {
    const count = counts.get(filters[index]?.id);
    let counter = link.querySelector('.cur-counter');
    if (!counter) {
      counter = document.createElement('span');
      counter.className = 'cur-counter';
      link.append(counter);
    }
    counter.textContent = count === undefined ? '' : ` (${count})`;
  });
}

tasklist.decorator('camTasklistFiltersDirective', ['$delegate', '$http', 'Uri', ($delegate, $http, Uri) => {
  // The bundle's directive has a controller and a template, and no link function that would be lost here.
  $delegate[0].compile = () => (scope, element) => {
    const counts = new Map();
    const refresh = () => Promise.all((scope.filters ?? []).map((filter) => $http
      .get(Uri.appUri(`engine://engine/:engine/filter/${filter.id}/count`))
      .then((response) => counts.set(filter.id, response.data.count))))
      .then(() => show(element[0], scope.filters ?? [], counts), () => {});
    const timer = setInterval(refresh, REFRESH_MILLIS);
    scope.$on('$destroy', () => clearInterval(timer));
    scope.$watchCollection('filters', refresh);
    scope.filtersData.observe('taskList', refresh);
  };
  return $delegate;
}]);

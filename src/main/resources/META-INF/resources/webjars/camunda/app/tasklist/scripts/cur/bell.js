// What the person has been told, under a bell: how much of it is new, and the list with links to the cases.
const REFRESH_MILLIS = 60_000;
const LINK = /(https?:\/\/\S+)/;
const LABEL = 'Уведомления';

const [root] = window.location.pathname.split('/camunda/app/');
const notifications = `${root}/api/notifications`;

// A lost login must be answered by Tasklist's way to the login page, not by the browser's own window for a password.
const QUIETLY = { headers: { 'X-Requested-With': 'XMLHttpRequest' } };

const moment = new Intl.DateTimeFormat('ru-RU', {
  timeZone: 'Asia/Vladivostok', day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit',
});

const template = `
<div class="cur-bell" ng-class="{open: open}">
  <button type="button" class="btn-link" ng-click="toggle()" aria-haspopup="true" aria-expanded="{{ open }}"
          title="${LABEL}" aria-label="${LABEL}{{ unread ? ', новых: ' + unread : '' }}">
    <span class="glyphicon glyphicon-bell"></span>
    <span class="cur-bell-count" ng-if="unread">{{ unread > 99 ? '99+' : unread }}</span>
  </button>
  <div class="cur-notices" ng-if="open" role="region" aria-label="${LABEL}">
    <div class="cur-notices-head">
      <strong>${LABEL}</strong>
      <button type="button" class="btn btn-link btn-sm" ng-if="unread" ng-click="markRead()">Отметить прочитанными</button>
    </div>
    <p class="cur-notices-none" ng-if="failed" role="alert">Не получилось. Проверьте связь и откройте список ещё раз.</p>
    <p class="cur-notices-none" ng-if="!failed && !notices.length">Уведомлений нет.</p>
    <!-- No ul: the header dresses every list in it as a menu. -->
    <div ng-if="notices.length" role="list">
      <div class="cur-notice" role="listitem" ng-repeat="notice in notices track by notice.id" ng-class="{unread: !notice.read}">
        <time datetime="{{ notice.createdAt }}">{{ at(notice) }}</time>
        <a ng-if="notice.number" ng-href="{{ linkTo(notice) }}" target="_blank" rel="noopener">{{ notice.subject }}</a>
        <details ng-if="!notice.number"><summary>{{ notice.subject }}</summary><pre><span ng-repeat="part in partsOf(notice) track by $index"><a ng-if="isLink(part)" ng-href="{{ part }}" target="_blank" rel="noopener">{{ readable(part) }}</a><span ng-if="!isLink(part)">{{ part }}</span></span></pre></details>
      </div>
    </div>
  </div>
</div>`;

function Bell($scope, $http, $document) {
  const refresh = () => $http.get(notifications, QUIETLY).then(({ data }) => {
    $scope.unread = data.unread;
    $scope.notices = data.notifications;
    $scope.failed = false;
  }, () => {
    $scope.failed = true;
  });

  // The engine's own token guards the engine's paths only; ours is that of the login.
  $scope.markRead = () => $http.get(`${root}/api/csrf`, QUIETLY)
    .then(({ data }) => $http.post(`${notifications}/read`, { upTo: $scope.notices[0].id }, {
      headers: { ...QUIETLY.headers, [data.header]: data.token },
    }))
    .then(refresh, () => {
      $scope.failed = true;
    });

  $scope.toggle = () => {
    $scope.open = !$scope.open;
    if ($scope.open) {
      refresh();
    }
  };
  $scope.at = (notice) => moment.format(new Date(notice.createdAt));
  $scope.partsOf = (notice) => notice.text.split(LINK);
  $scope.isLink = (part) => LINK.test(part);
  $scope.readable = decodeURI;
  $scope.linkTo = (notice) => `${root}/incidents/${encodeURIComponent(notice.number)}`;

  const closeOutside = (event) => {
    const away = event.type === 'click' ? !event.target.closest('.cur-bell') : event.key === 'Escape';
    if ($scope.open && away) {
      $scope.$apply(() => {
        $scope.open = false;
      });
    }
  };
  $document.on('click keydown', closeOutside);
  const timer = setInterval(refresh, REFRESH_MILLIS);
  $scope.$on('$destroy', () => {
    clearInterval(timer);
    $document.off('click keydown', closeOutside);
  });
  refresh();
}

window.angular.module('cam.tasklist').config(['ViewsProvider', (ViewsProvider) => ViewsProvider.registerDefaultView(
  'tasklist.navbar.action',
  { id: 'cur-bell', template, controller: ['$scope', '$http', '$document', Bell], priority: 100 },
)]);

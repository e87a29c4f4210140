// Shows and reads every date and time of Tasklist by the clock of Vladivostok, wherever the browser
// is, and gives the date picker Russian names. Vladivostok is at UTC+10 the whole year round.
const OFFSET_MINUTES = 600;

const tasklist = window.angular.module('cam.tasklist');

tasklist.run(['moment', (moment) => {
  // What a moment must hand on when it is made or copied: our marker and the parts of the text read.
  moment.momentProperties.push('_vladivostok', '_a');

  // The hook that moment.js keeps for time zones: it is called whenever a moment is made or changed.
  moment.updateOffset = (time, keepTime) => {
    if (!time.isValid()) {
      return;
    }
    if (!time._vladivostok) {
      if (time._isUTC) {
        return; // asked for as UTC
      }
      time._vladivostok = true;
      if (time._a && time._tzm === undefined && time._f !== 'x' && time._f !== 'X') {
        // Read from a text without an offset: what it says is Vladivostok's time.
        time._d = new Date(Date.UTC(...time._a) - OFFSET_MINUTES * 60_000);
      }
    }
    time.utcOffset(OFFSET_MINUTES, keepTime);
  };
}]);

// Angular's own filter shows the times of a task's history. A time that the server sent has an offset
// in its text; dates chosen in the date picker, which are already Vladivostok's, are not texts.
tasklist.decorator('dateFilter', ['$delegate', ($delegate) => (value, format, zone) => {
  const sent = typeof value === 'string' && /T.*([+-]\d{2}:?\d{2}|Z)$/.test(value);
  return $delegate(value, format, zone ?? (sent ? '+1000' : undefined));
}]);

tasklist.run(['$locale', ($locale) => {
  const months = 'январь,февраль,март,апрель,май,июнь,июль,август,сентябрь,октябрь,ноябрь,декабрь';
  const days = 'воскресенье,понедельник,вторник,среда,четверг,пятница,суббота';
  Object.assign($locale.DATETIME_FORMATS, {
    MONTH: months.split(','),
    STANDALONEMONTH: months.split(','),
    DAY: days.split(','),
    SHORTDAY: 'вс,пн,вт,ср,чт,пт,сб'.split(','),
    FIRSTDAYOFWEEK: 0, // here 0 is Monday
  });
}]);

tasklist.decorator('camWidgetFooterDirective', ['$delegate', ($delegate) => {
  $delegate[0].compile = () => (scope) => {
    scope.timezoneName = 'Владивосток (UTC+10)';
  };
  return $delegate;
}]);

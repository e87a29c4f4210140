// Overrides the file of the same path in camunda-webapp-webjar.
export default {
  app: {
    vendor: 'ЦУР Приморского края ·',
    name: 'Инциденты',
  },

  // The browser's language is taken only if it is listed here. With a single language everybody
  // gets Russian, whatever the browser is set to.
  locales: {
    availableLocales: ['ru'],
    fallbackLocale: 'ru',
  },

  dateFormat: {
    normal: 'DD.MM.YYYY HH:mm',
    long: 'dddd, D MMMM YYYY, HH:mm',
    short: 'DD.MM.YYYY',
    abbr: 'DD.MM.YYYY HH:mm',
    monthName: 'MMM',
    day: 'DD',
  },

  customScripts: [
    'scripts/cur/sign-in',
    'scripts/cur/time',
    'scripts/cur/lists',
    'scripts/cur/forms',
    'scripts/cur/attachments',
    'scripts/cur/answer',
    'scripts/cur/drafts',
    'scripts/cur/reports',
    'scripts/cur/bell',
  ],

  disableWelcomeMessage: true,

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'взять выбранную задачу себе',
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'перейти к первому фильтру',
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'перейти к первой задаче в списке',
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'перейти к первому полю формы',
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'начать процесс',
    },
  },
};

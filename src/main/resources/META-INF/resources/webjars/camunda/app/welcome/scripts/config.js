// Overrides the file of the same path in camunda-webapp-webjar.
export default {
  app: {
    vendor: 'ЦУР Приморского края ·',
    name: 'Начало работы',
  },
  locales: {
    availableLocales: ['ru'],
    fallbackLocale: 'ru',
  },
  dateFormat: {
    normal: 'DD.MM.YYYY HH:mm',
    long: 'dddd, D MMMM YYYY, HH:mm',
    short: 'DD.MM.YYYY',
  },
  customScripts: ['../tasklist/scripts/cur/sign-in'],
  disableWelcomeMessage: true,
};

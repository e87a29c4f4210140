// Overrides the file of the same path in camunda-webapp-webjar. Only administrators work here, so
// the texts stay English: the bundle has no Russian ones.
export default {
  app: {
    vendor: 'ЦУР Приморского края ·',
    name: 'Ход процессов',
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en',
  },
  dateFormat: {
    normal: 'DD.MM.YYYY HH:mm',
    long: 'DD.MM.YYYY HH:mm:ss',
    short: 'DD.MM.YYYY',
    abbr: 'DD.MM.YYYY HH:mm',
  },
  customScripts: ['../tasklist/scripts/cur/sign-in'],
  disableWelcomeMessage: true,
};

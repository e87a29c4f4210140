// Russian for the texts that form-js, the viewer of Camunda Forms, has in its code: it offers no
// setting for them. TaskListLocaleTest reads the two dictionaries, one entry a line.
const TEXTS = {
  'Field is required.': 'Заполните это поле.',
  'Field must be a valid email.': 'Укажите адрес электронной почты, например name@example.ru.',
  'Field must be a valid  international phone number. (e.g. +4930664040900)': 'Укажите телефон с кодом страны, например +74232000000.',
  'Value is not a number.': 'Укажите число.',
  'Date and time must both be entered.': 'Укажите и дату, и время.',
  'Select': 'Выберите',
  'Search': 'Поиск',
  'No results': 'Ничего не найдено',
  'All values selected': 'Всё уже выбрано',
  'Skip to search': 'Перейти к поиску',
  'Remove tag': 'Убрать',
  'Increment': 'Увеличить',
  'Decrement': 'Уменьшить',
  'hh:mm': 'чч:мм',
  'hh:mm ?m': 'чч:мм',
  'Nothing to show.': 'Данных нет.',
  'No content to show.': 'Показывать нечего.',
  'Previous page': 'Предыдущая страница',
  'Next page': 'Следующая страница',
  'Add new': 'Добавить',
  'Collapse': 'Свернуть',
};

// Texts that end in a value. A translation that is a whole sentence leaves the value out.
const BEGINNINGS = {
  'Field must match pattern ': 'Проверьте, как заполнено поле: вид значения не подходит.',
  'Field must have minimum value of ': 'Наименьшее значение: ',
  'Field must have maximum value of ': 'Наибольшее значение: ',
  'Field must have minimum length of ': 'Наименьшее число знаков: ',
  'Field must have maximum length of ': 'Наибольшее число знаков: ',
  'Value is expected to ': 'Слишком много знаков после запятой.',
  'Please select a valid value, the two nearest valid values are ': 'Ближайшие допустимые значения: ',
  'Expand all (': 'Показать все (',
  'Remove list item ': 'Убрать строку ',
};

// What the form's author or the applicant wrote is left alone.
const FOREIGN = '.fjs-form-field-html, .fjs-form-field-text, .fjs-form-field-label, .fjs-dropdownlist-item, .fjs-powered-by, textarea';
const ATTRIBUTES = ['placeholder', 'title', 'aria-label'];

const CALENDAR = {
  firstDayOfWeek: 1,
  weekdays: {
    shorthand: 'Вс,Пн,Вт,Ср,Чт,Пт,Сб'.split(','),
    longhand: 'Воскресенье,Понедельник,Вторник,Среда,Четверг,Пятница,Суббота'.split(','),
  },
  months: {
    shorthand: 'Янв,Фев,Март,Апр,Май,Июнь,Июль,Авг,Сен,Окт,Ноя,Дек'.split(','),
    longhand: 'Январь,Февраль,Март,Апрель,Май,Июнь,Июль,Август,Сентябрь,Октябрь,Ноябрь,Декабрь'.split(','),
  },
};

function russian(english) {
  const text = english.trim();
  if (Object.hasOwn(TEXTS, text)) {
    return TEXTS[text];
  }
  const beginning = Object.keys(BEGINNINGS).find((start) => text.startsWith(start.trimEnd()));
  if (!beginning) {
    return english;
  }
  const translation = BEGINNINGS[beginning];
  return translation.endsWith('.') ? translation : translation + text.slice(beginning.length).replace(' and ', ' и ');
}

function translateText(node) {
  if (!node.parentElement?.closest(FOREIGN)) {
    const text = russian(node.data);
    if (text !== node.data) {
      node.data = text;
    }
  }
}

function translateElement(element) {
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (value && !element.matches('.fjs-powered-by *')) {
      const text = russian(value);
      if (text !== value) {
        element.setAttribute(name, text);
      }
    }
  }
  const calendar = element._flatpickr;
  if (calendar && calendar.l10n.firstDayOfWeek !== CALENDAR.firstDayOfWeek) {
    element.placeholder = 'дд.мм.гггг';
    // Setting the number of months builds the list of their names anew.
    calendar.set({ locale: CALENDAR, dateFormat: 'd.m.Y', showMonths: 1 });
  }
}

function translateTree(root) {
  if (root.nodeType === Node.TEXT_NODE) {
    translateText(root);
  } else if (root.nodeType === Node.ELEMENT_NODE) {
    translateElement(root);
    root.querySelectorAll('*').forEach(translateElement);
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      translateText(texts.currentNode);
    }
  }
}

// The directive that shows a Camunda Form: only what is inside it is watched, as long as it is there.
window.angular.module('cam.tasklist').decorator('camTasklistFormCamundaDirective', ['$delegate', ($delegate) => {
  // The scripts come in any order: another of them may have decorated it before.
  const original = $delegate[0].compile();
  $delegate[0].compile = () => (scope, element, ...others) => {
    const observer = new MutationObserver((changes) => changes.forEach(({ type, target, addedNodes }) => {
      if (type === 'childList') {
        addedNodes.forEach(translateTree);
      } else if (type === 'attributes') {
        translateElement(target);
      } else {
        translateText(target);
      }
    }));
    observer.observe(element[0], { subtree: true, childList: true, characterData: true, attributeFilter: ATTRIBUTES });
    scope.$on('$destroy', () => observer.disconnect());
    return original(scope, element, ...others);
  };
  return $delegate;
}]);

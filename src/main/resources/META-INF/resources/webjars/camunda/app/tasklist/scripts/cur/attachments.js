// A file for a field that asks for a link: it is chosen beside the field, goes to the case (or waits until there is one), and its
// address fills the field.
// And addresses in the case's block become links.
import { upload } from '../../../../../js/upload.js';

const [root] = window.location.pathname.split('/camunda/app/');

// What the file is, by the key of the field; another link is none of ours.
const PURPOSES = [
  [/before/i, 'PHOTO_BEFORE'],
  [/after/i, 'PHOTO_AFTER'],
  [/document|ground/i, 'DOCUMENT'],
  [/published|screenshot/i, 'SCREENSHOT'],
  [/evidence|proof/i, 'EVIDENCE'],
];
const FIELDS = 'input[id*="-Field_"][id$="Url"]';
const BUTTON = 'Загрузить файл';

// What the author of a message wrote is not made easier to follow.
const TEXTS = '.case-text .case-body, .case-history .case-body';
const MESSAGE = 'Сообщение';
const ADDRESS = /(https?:\/\/[^\s<>"]+)/;

const purposeOf = (input) => PURPOSES.find(([key]) => key.test(input.id.split('-Field_').pop()))?.[1];

// As if it were typed: the form listens to the event, and a value set past the browser's own setter is no change to it.
function fill(input, value) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, value);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('blur', { bubbles: true }));
}

function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}

function addButton(form, input) {
  const box = make('div', { className: 'cur-upload' });
  const button = make('button', { type: 'button', className: 'btn btn-default btn-sm', textContent: BUTTON });
  const chooser = make('input', { type: 'file', tabIndex: -1 });
  const said = make('span', { role: 'status' });
  const say = (sentence, failed = false) => {
    said.textContent = sentence;
    said.classList.toggle('failed', failed);
  };
  button.addEventListener('click', () => chooser.click());
  chooser.addEventListener('change', async () => {
    const [file] = chooser.files;
    chooser.value = ''; // the same file may be chosen again
    if (!file) {
      return;
    }
    button.disabled = true;
    say('Отправляется…');
    try {
      // The form that begins a case has none yet: its file waits for it.
      const number = form.querySelector('.case-number')?.textContent.trim();
      const stored = await upload({
        root,
        number,
        file,
        purpose: purposeOf(input),
        onProgress: (part) => say(`Отправляется: ${Math.round(part * 100)} %`),
      });
      const field = document.getElementById(input.id);
      if (field) {
        fill(field, new URL(stored.path, window.location.origin).href);
      }
      say(`Загружен «${stored.fileName}»`);
    } catch (refusal) {
      say(refusal.message, true);
    } finally {
      button.disabled = false;
    }
  });
  box.append(button, chooser, said);
  input.closest('.fjs-form-field').append(box);
  return box;
}

// A field that may not be changed, because the task is not the person's yet, takes no file either.
function offer(form) {
  form.querySelectorAll(FIELDS).forEach((input) => {
    if (!purposeOf(input)) {
      return;
    }
    const box = input.closest('.fjs-form-field').querySelector('.cur-upload') ?? addButton(form, input);
    const closed = input.disabled || input.readOnly;
    if (box.hidden !== closed) {
      box.hidden = closed;
    }
  });
}

function readable(address) {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function link(text) {
  const parts = text.data.split(ADDRESS).map((part) => (ADDRESS.test(part)
    ? make('a', { href: part, textContent: readable(part), target: '_blank', rel: 'noopener noreferrer' })
    : part));
  text.replaceWith(...parts);
}

function linkAddresses(form) {
  form.querySelectorAll(TEXTS).forEach((body) => {
    if (body.previousElementSibling?.textContent === MESSAGE) {
      return;
    }
    [...body.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && ADDRESS.test(node.data)).forEach(link);
  });
}

// The directive that shows a Camunda Form, as in forms.js, which has given it its compile function before.
window.angular.module('cam.tasklist').decorator('camTasklistFormCamundaDirective', ['$delegate', ($delegate) => {
  const compile = $delegate[0].compile;
  $delegate[0].compile = (...args) => {
    const original = compile(...args);
    return (scope, element, ...others) => {
      const observer = new MutationObserver(() => {
        offer(element[0]);
        linkAddresses(element[0]);
      });
      observer.observe(element[0], { subtree: true, childList: true, attributeFilter: ['disabled', 'readonly'] });
      scope.$on('$destroy', () => observer.disconnect());
      return original(scope, element, ...others);
    };
  };
  return $delegate;
}]);

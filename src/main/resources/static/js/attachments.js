// The form that adds files to a case: several at once, with the progress, and without leaving the page for a mistake.
// Without scripts it sends one file.
import { upload } from './upload.js';

const form = document.querySelector('#attachments .adding form');
const files = form.elements.file;
const problem = form.querySelector('.problem');
const progress = form.querySelector('progress');
const button = form.querySelector('button');
const largest = Number(form.dataset.maxBytes);
const [root, number] = new URL(form.action).pathname.split('/incidents/');

files.multiple = true;

function say(sentence) {
  problem.textContent = sentence;
  problem.hidden = !sentence;
}

function tooLarge() {
  const large = [...files.files].find((file) => file.size > largest);
  return large ? `Файл «${large.name}» больше ${Math.floor(largest / 1024 / 1024)} МБ. Уменьшите его или выберите другой.` : '';
}

// What has been sent already must not be sent again.
function keep(rest) {
  const left = new DataTransfer();
  rest.forEach((file) => left.items.add(file));
  files.files = left.files;
}

files.addEventListener('change', () => say(tooLarge()));

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  say(tooLarge());
  if (!problem.hidden) {
    return;
  }
  const chosen = [...files.files];
  let sent = 0;
  button.disabled = true;
  progress.hidden = false;
  try {
    for (const file of chosen) {
      await upload({
        root,
        number: decodeURIComponent(number.split('/')[0]),
        file,
        purpose: form.elements.purpose.value,
        withAnswer: form.elements.withAnswer.checked,
        onProgress: (part) => {
          progress.value = (sent + part) / chosen.length;
        },
      });
      sent += 1;
    }
    window.location.reload();
  } catch (refusal) {
    keep(chosen.slice(sent));
    say(refusal.message + (sent ? ` Загружено файлов до него: ${sent}; обновите страницу, чтобы их увидеть.` : ''));
    progress.hidden = true;
    button.disabled = false;
  }
});

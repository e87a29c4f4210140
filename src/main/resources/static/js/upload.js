// Sends one file to a case; for the page of a case and for the forms of Tasklist. What goes wrong is one Russian sentence.
const OFFLINE = 'Файл не отправлен: нет связи или он слишком большой. Проверьте и повторите.';
const FAILED = 'Файл не отправлен. Повторите; если ошибка останется, сообщите администратору время.';
const LOGGED_OUT = 'Файл не отправлен: вход завершён. Войдите в другой вкладке и повторите, введённое здесь сохранится.';

// A lost login must be answered here, not by the browser's own window for a password.
async function token(root) {
  const response = await fetch(`${root}/api/csrf`, { headers: { 'X-Requested-With': 'XMLHttpRequest' } })
    .catch(() => Promise.reject(new Error(OFFLINE)));
  if (!response.ok) {
    throw new Error(LOGGED_OUT);
  }
  return response.json();
}

function answered(request) {
  const isJson = /json/.test(request.getResponseHeader('Content-Type') ?? '');
  const answer = isJson ? JSON.parse(request.responseText) : {};
  if (request.status === 201) {
    return answer;
  }
  // The login page, where the file should have been.
  throw new Error(answer.detail ?? (request.status === 200 || request.status === 401 ? LOGGED_OUT : FAILED));
}

/**
 * @param root path of the program on its host
 * @param number of the case; without one the file waits until there is a case for it
 * @param onProgress gets how much has been sent, from 0 to 1
 * @returns what the program says of the file; `path` is where it is found
 */
export async function upload({ root, number, file, purpose, withAnswer = false, onProgress = () => {} }) {
  const { header, token: secret } = await token(root);
  const form = new FormData();
  form.append('purpose', purpose);
  form.append('withAnswer', withAnswer);
  form.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${root}${number ? `/incidents/${encodeURIComponent(number)}/attachments` : '/waiting-files'}`);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader(header, secret);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / total));
    request.addEventListener('error', () => reject(new Error(OFFLINE)));
    request.addEventListener('load', () => {
      try {
        resolve(answered(request));
      } catch (refusal) {
        reject(refusal);
      }
    });
    request.send(form);
  });
}

// «Подготовить ответ»: the text is composed of the parts as they are typed, and checked. A text that a person has changed is
// never replaced without being asked, and can be brought back. The server composes and checks; here it is only shown.
const PAUSE_MILLIS = 700;
const PARTS = { done: 'doneText', plan: 'planText', refusal: 'refusalText', legalGround: 'legalGroundText' };

const [root] = window.location.pathname.split('/camunda/app/');
const QUIETLY = { headers: { 'X-Requested-With': 'XMLHttpRequest' } };

const template = `
<div class="cur-answer-acts">
  <button type="button" class="btn btn-default btn-sm" data-act="compose">Составить текст</button>
  <button type="button" class="btn btn-link btn-sm" data-act="undo" hidden>Вернуть прежний текст</button>
</div>
<div class="cur-answer-findings" role="status" aria-live="polite"></div>`;

class AnswerForm {
  constructor(element, field, $http) {
    this.element = element;
    this.$http = $http;
    this.number = element.querySelector('.case-number').textContent.trim();
    this.composed = null;
    this.fill = new Map();
    this.panel = document.createElement('div');
    this.panel.className = 'cur-answer';
    this.panel.innerHTML = template;
    field.append(this.panel);
    this.panel.querySelector('[data-act=compose]').addEventListener('click', () => this.compose());
    this.panel.querySelector('[data-act=undo]').addEventListener('click', () => this.undo());
    $http.get(`${root}/api/incidents/${encodeURIComponent(this.number)}/answer-templates`, QUIETLY)
      .then(({ data }) => { this.templates = data; }, () => {});
    this.refresh();
  }

  input(key) {
    return this.element.querySelector(`[id$="Field_${key}"], [id$="Field_${key}-date"]`);
  }

  value(key) {
    return this.input(key)?.value ?? '';
  }

  // As if a person had typed it: the form's own state follows.
  type(key, text) {
    const input = this.input(key);
    if (input && input.value !== text) {
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new Event('blur'));
    }
  }

  parts() {
    const [day, month, year] = this.value('promisedOn').split('.');
    const texts = Object.entries(PARTS).map(([name, key]) => [name, this.value(key)]);
    return { ...Object.fromEntries(texts), promisedOn: year?.length === 4 ? `${year}-${month}-${day}` : null };
  }

  isEmpty() {
    const { done, plan, refusal } = this.parts();
    return ![done, plan, refusal].some((part) => part.trim());
  }

  ask(text) {
    return this.$http.get(`${root}/api/csrf`, QUIETLY)
      .then(({ data }) => this.$http.post(
        `${root}/api/incidents/${encodeURIComponent(this.number)}/answer-draft`,
        { ...this.parts(), text },
        { headers: { ...QUIETLY.headers, [data.header]: data.token } },
      ))
      .then(({ data }) => data);
  }

  // Text and findings for what stands in the form now; what a person has written himself stays.
  refresh() {
    const seen = this.state();
    this.seen = seen;
    if (this.isEmpty() && !this.value('responseText').trim()) {
      this.show([]);
      return;
    }
    const typed = this.value('responseText');
    const own = typed.trim() && this.composed !== null && typed !== this.composed;
    this.ask(own ? typed : '').then((draft) => {
      if (this.seen !== seen || this.state() !== seen) {
        return;
      }
      if (own) {
        this.show(draft.findings);
      } else if (this.composed === null && typed.trim() && typed !== draft.text) {
        // The form was opened with a text that somebody has edited before.
        this.composed = draft.text;
        this.refresh();
      } else {
        this.put(draft);
      }
    }, () => this.show([{ sentence: 'Текст не составлен: проверьте связь. Отправить ответ можно и так, программа составит его сама.' }]));
  }

  put(draft) {
    this.composed = this.isEmpty() ? this.composed : draft.text;
    if (!this.isEmpty()) {
      this.type('responseText', draft.text);
    }
    this.seen = this.state();
    this.show(draft.findings);
  }

  compose() {
    const before = this.value('responseText');
    this.ask('').then((draft) => {
      if (before.trim() && before !== draft.text) {
        this.before = before;
        this.panel.querySelector('[data-act=undo]').hidden = false;
      }
      this.put(draft);
    });
  }

  undo() {
    this.type('responseText', this.before);
    this.panel.querySelector('[data-act=undo]').hidden = true;
    this.refresh();
  }

  // Only what is empty, or what an earlier template has filled and nobody has touched since.
  fillIn() {
    const title = this.input('templateId')?.value.trim();
    const chosen = this.templates?.find((one) => one.title === title);
    if (!chosen || chosen.id === this.chosen) {
      return;
    }
    this.chosen = chosen.id;
    Object.entries(PARTS).forEach(([name, key]) => {
      const present = this.value(key);
      if (!present.trim() || present === this.fill.get(key)) {
        this.type(key, chosen[name] ?? '');
        this.fill.set(key, chosen[name] ?? '');
      }
    });
  }

  state() {
    return JSON.stringify([this.parts(), this.value('responseText')]);
  }

  changed() {
    this.fillIn();
    if (this.state() !== this.seen) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.refresh(), PAUSE_MILLIS);
    }
  }

  show(findings) {
    this.panel.querySelector('.cur-answer-findings').replaceChildren(...findings.map(({ refused, sentence }) => {
      const line = document.createElement('p');
      line.className = refused ? 'refused' : 'warned';
      line.textContent = refused ? `Исправьте: ${sentence}` : sentence;
      return line;
    }));
  }
}

function watch(scope, element, $http) {
  let form = null;
  const observer = new MutationObserver(() => {
    const input = element.querySelector('textarea[id$="Field_responseText"]');
    const number = element.querySelector('.case-number');
    // The directive shows one task after the other.
    const shown = form?.panel.isConnected && form.number === number?.textContent.trim();
    if (!shown && input && number && element.querySelector('textarea[id$="Field_doneText"]')) {
      form = new AnswerForm(element, input.closest('.fjs-form-field'), $http);
    }
    form?.changed();
  });
  observer.observe(element, { subtree: true, childList: true });
  const events = ['input', 'change', 'click', 'focusout'];
  const changed = () => setTimeout(() => form?.changed());
  events.forEach((name) => element.addEventListener(name, changed));
  scope.$on('$destroy', () => {
    observer.disconnect();
    events.forEach((name) => element.removeEventListener(name, changed));
    clearTimeout(form?.timer);
  });
}

window.angular.module('cam.tasklist').decorator('camTasklistFormCamundaDirective', ['$delegate', '$http', ($delegate, $http) => {
  // As in forms.js, which may come before or after.
  const inner = $delegate[0].compile();
  $delegate[0].compile = () => (scope, element, ...others) => {
    watch(scope, element[0], $http);
    return inner(scope, element, ...others);
  };
  return $delegate;
}]);

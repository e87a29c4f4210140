// A large file takes its time: the button says so, and a second click does not send it again.
for (const button of document.querySelectorAll('button[data-busy]')) {
  button.form.addEventListener('submit', () => {
    button.textContent = button.dataset.busy;
    button.disabled = true;
  });
}
// Whoever comes back by the browser's button finds the form as it was.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) {
    window.location.reload();
  }
});

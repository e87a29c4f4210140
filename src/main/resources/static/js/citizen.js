// What the pages for citizens do better with scripts: the position by a button, a look at the photos, no second sending.
// Without scripts every form works all the same.
const report = document.getElementById('report');

document.querySelectorAll('form[method="post"]').forEach((form) => {
  form.addEventListener('submit', (event) => {
    if (!event.defaultPrevented) {
      // Later, as a disabled button is not sent; back from the next page it must work again.
      const button = form.querySelector('button[type="submit"]');
      setTimeout(() => { button.disabled = true; }, 0);
      window.addEventListener('pageshow', () => { button.disabled = false; }, { once: true });
    }
  });
});

document.getElementById('problems')?.focus();

// What has just been done is no part of the address that people keep.
const address = new URL(window.location.href);
if (address.searchParams.has('done')) {
  address.searchParams.delete('done');
  window.history.replaceState(null, '', address);
}

function locating() {
  const said = document.getElementById('located');
  document.querySelector('.locate').hidden = false;
  document.getElementById('locate').addEventListener('click', () => {
    said.textContent = 'Определяем…';
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      report.elements.lat.value = coords.latitude.toFixed(5);
      report.elements.lon.value = coords.longitude.toFixed(5);
      document.getElementById('position').open = true;
      said.textContent = `Место определено, точность около ${Math.ceil(coords.accuracy)} м.`;
    }, () => {
      said.textContent = 'Не получилось. Разрешите доступ к месту или напишите адрес.';
    }, { enableHighAccuracy: true, timeout: 20000 });
  });
}

function choosing(input) {
  const most = Number(report.dataset.maxPhotos);
  const megabytes = Number(report.dataset.maxMegabytes);
  const problem = document.getElementById('photos-problem');
  const previews = document.getElementById('previews');

  function wrong(photos) {
    if (photos.length > most) {
      return `Можно приложить не больше ${most} фото, выбрано ${photos.length}.`;
    }
    const bytes = photos.reduce((sum, photo) => sum + photo.size, 0);
    return bytes > megabytes * 1024 * 1024 ? `Фото вместе больше ${megabytes} МБ: выберите меньше фото.` : '';
  }

  function preview(photo) {
    const item = document.createElement('li');
    const image = document.createElement('img');
    const reader = new FileReader();
    image.alt = '';
    reader.addEventListener('load', () => { image.src = reader.result; });
    reader.readAsDataURL(photo);
    const megabytes = Math.max(photo.size / 1024 / 1024, 0.1).toFixed(1).replace('.', ',');
    item.append(image, `${photo.name}, ${megabytes} МБ`);
    return item;
  }

  input.addEventListener('change', () => {
    const photos = [...input.files];
    problem.textContent = wrong(photos);
    problem.hidden = !problem.textContent;
    input.setAttribute('aria-invalid', String(!problem.hidden));
    previews.replaceChildren(...photos.slice(0, most).map(preview));
  });

  report.addEventListener('submit', (event) => {
    if (!problem.hidden) {
      event.preventDefault();
      problem.scrollIntoView({ block: 'center' });
    }
  }, { capture: true });
}

if (report && 'geolocation' in navigator) {
  locating();
}
if (report?.elements.photos) {
  choosing(report.elements.photos);
}

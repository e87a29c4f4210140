// The page works without this file; it adds sorting, the chart and a word when the network fails.
(function () {
  'use strict';

  const BARS = 15;
  const BAR_HEIGHT = 30;
  const FRAME_HEIGHT = 90;
  const SERIES = [
    { name: 'В срок', field: 'inTime', color: '#4f7cac' },
    { name: 'С опозданием', field: 'late', color: '#e0958f' },
    { name: 'Срок прошёл, ответа нет', field: 'openLate', color: '#b3261e' },
  ];
  const number = new Intl.NumberFormat('ru-RU');

  // The chart is drawn from the table, so the two can't differ.
  function bodies() {
    return Array.from(document.querySelectorAll('#figures tr[data-body]'), (row) => ({
      name: row.dataset.name,
      inTime: Number(row.dataset.inTime),
      late: Number(row.dataset.late),
      openLate: Number(row.dataset.openLate),
    }));
  }

  function drawChart() {
    const place = document.getElementById('chart');
    if (!place || !window.echarts) {
      return;
    }
    const shown = bodies()
      .sort((a, b) => b.late + b.openLate - (a.late + a.openLate) || b.inTime - a.inTime)
      .slice(0, BARS);
    place.style.height = shown.length * BAR_HEIGHT + FRAME_HEIGHT + 'px';
    // Text tooltips: the HTML ones need inline styles, which the Content-Security-Policy may forbid.
    const chart = echarts.init(place, null, { renderer: 'canvas' });
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, renderMode: 'richText', valueFormatter: (value) => number.format(value) },
      legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10, textStyle: { fontSize: 13, color: '#1f2933' } },
      grid: { top: 36, left: 8, right: 24, bottom: 8, containLabel: true },
      xAxis: { type: 'value', minInterval: 1, axisLabel: { color: '#5a6672', formatter: (value) => number.format(value) }, splitLine: { lineStyle: { color: '#e6eaee' } } },
      yAxis: {
        type: 'category',
        inverse: true,
        data: shown.map((body) => body.name),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: '#c5ccd3' } },
        axisLabel: { color: '#1f2933', fontSize: 13, width: 320, overflow: 'truncate' },
      },
      series: SERIES.map((series) => ({
        name: series.name,
        type: 'bar',
        stack: 'answers',
        barMaxWidth: 18,
        itemStyle: { color: series.color },
        data: shown.map((body) => body[series.field]),
      })),
    });
    window.addEventListener('resize', () => chart.resize());
    window.addEventListener('beforeprint', () => chart.resize());
  }

  // The position of a header cell among the cells of a body row; the header has two rows.
  function columnOf(header) {
    const table = header.closest('table');
    const sortable = Array.from(table.tHead.rows[0].cells);
    const second = Array.from(table.tHead.rows[1].cells);
    let column = 0;
    let taken = 0;
    for (const cell of sortable) {
      if (cell === header) {
        return column;
      }
      if (cell.colSpan > 1) {
        const at = second.slice(taken, taken + cell.colSpan).indexOf(header);
        if (at >= 0) {
          return column + at;
        }
        taken += cell.colSpan;
      }
      column += cell.colSpan;
    }
    return -1;
  }

  function sortBy(header) {
    const column = columnOf(header);
    const numeric = header.dataset.sort === 'number';
    const before = header.getAttribute('aria-sort');
    // Numbers start with the greatest: who is late comes first.
    const descending = before ? before === 'ascending' : numeric;
    const body = header.closest('table').tBodies[0];
    const value = (row) => row.cells[column].dataset.value;
    const rows = Array.from(body.rows).sort((a, b) => {
      const left = value(a);
      const right = value(b);
      if (left === undefined || right === undefined) {
        return (left === undefined) - (right === undefined);
      }
      const order = numeric ? Number(left) - Number(right) : left.localeCompare(right, 'ru');
      return descending ? -order : order;
    });
    header.closest('thead').querySelectorAll('[aria-sort]').forEach((other) => other.removeAttribute('aria-sort'));
    header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    body.append(...rows);
  }

  function makeSortable() {
    document.querySelectorAll('#figures th[data-sort]').forEach((header) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.append(...header.childNodes);
      button.addEventListener('click', () => sortBy(header));
      header.append(button);
    });
  }

  // The links «7 дней», «Этот месяц» say which one is shown; after a new period was typed none is.
  function showChoice() {
    const shown = window.location.search;
    document.querySelectorAll('.choices a').forEach((link) => {
      if (shown && new URL(link.href).search === shown) {
        link.setAttribute('aria-current', 'true');
      } else if (shown) {
        link.removeAttribute('aria-current');
      }
    });
  }

  function show() {
    makeSortable();
    drawChart();
  }

  function failed(visible) {
    const notice = document.getElementById('failure');
    if (notice) {
      notice.hidden = !visible;
    }
  }

  document.body.addEventListener('htmx:beforeRequest', () => failed(false));
  document.body.addEventListener('htmx:responseError', () => failed(true));
  document.body.addEventListener('htmx:sendError', () => failed(true));
  document.body.addEventListener('htmx:beforeSwap', (event) => {
    // After the session has ended the answer is the login page: load it as a page.
    if (event.detail.shouldSwap && !event.detail.serverResponse.includes('id="report"')) {
      event.detail.shouldSwap = false;
      window.location.reload();
    }
  });
  document.body.addEventListener('htmx:afterSettle', (event) => {
    if (event.detail.target && event.detail.target.id === 'report') {
      show();
    }
  });
  document.body.addEventListener('htmx:pushedIntoHistory', showChoice);

  show();
})();

// Zoom of the pohon kinerja: buttons, or + and - while the drawing has the focus. Without it the drawing fits its width.
"use strict";

for (const bingkai of document.querySelectorAll("[data-pohon]")) {
  const gambar = bingkai.querySelector("svg.pohon");
  const tombol = document.querySelector("[data-zum]");
  if (!gambar || !tombol) continue;
  let zum = 0;
  const atur = (n) => {
    zum = Math.min(4, Math.max(0, n));
    gambar.setAttribute("class", zum ? `pohon zum-${zum}` : "pohon");
    tombol.querySelector("[data-zum-kurang]").disabled = zum === 0;
    tombol.querySelector("[data-zum-tambah]").disabled = zum === 4;
  };
  tombol.hidden = false;
  tombol.querySelector("[data-cetak]").addEventListener("click", () => window.print());
  tombol.querySelector("[data-zum-kurang]").addEventListener("click", () => atur(zum - 1));
  tombol.querySelector("[data-zum-tambah]").addEventListener("click", () => atur(zum + 1));
  tombol.querySelector("[data-zum-muat]").addEventListener("click", () => atur(0));
  bingkai.addEventListener("keydown", (e) => {
    if (e.target !== bingkai) return;
    if (e.key === "+" || e.key === "=") atur(zum + 1);
    if (e.key === "-") atur(zum - 1);
    if (e.key === "0") atur(0);
  });
  atur(0);
}

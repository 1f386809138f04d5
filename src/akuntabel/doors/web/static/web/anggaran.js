// The tree of the budget can be folded; without this script all of it is shown.
"use strict";

for (const tabel of document.querySelectorAll("table[data-pohon]")) {
  const baris = [...tabel.tBodies[0].rows];
  const lambang = document.querySelector("use[href*='#ti-']")?.getAttribute("href").split("#")[0];
  const terlipat = new Set();
  const induk = new Map(baris.map((b) => [b.dataset.kode, b.dataset.induk]));
  const tampilkan = () => {
    for (const b of baris) {
      let atas = b.dataset.induk;
      while (atas && !terlipat.has(atas)) atas = induk.get(atas);
      b.hidden = Boolean(atas);
    }
  };
  for (const b of baris) {
    if (!("cabang" in b.dataset)) continue;
    const kepala = b.querySelector("th");
    const tombol = document.createElement("button");
    tombol.type = "button";
    tombol.className = "lipat-baris";
    tombol.setAttribute("aria-expanded", "true");
    tombol.setAttribute("aria-label", `Lipat rincian ${b.dataset.kode}`);
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "ikon");
    svg.setAttribute("aria-hidden", "true");
    const pakai = document.createElementNS("http://www.w3.org/2000/svg", "use");
    pakai.setAttribute("href", `${lambang}#ti-chevron-down`);
    svg.append(pakai);
    tombol.append(svg);
    tombol.addEventListener("click", () => {
      const terbuka = tombol.getAttribute("aria-expanded") === "true";
      tombol.setAttribute("aria-expanded", String(!terbuka));
      if (terbuka) terlipat.add(b.dataset.kode); else terlipat.delete(b.dataset.kode);
      tampilkan();
    });
    kepala.prepend(tombol);
  }
}

// What pages do beyond the server's answer: drafts, the palette, a question before an act. Everything works without it.
"use strict";

const token = () => document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";

// The first thing that is wrong gets the focus.
document.querySelector("[data-fokus]")?.focus();

// A question before an act that cannot be undone.
document.addEventListener("submit", (e) => {
  const tanya = e.target.dataset.yakin;
  if (tanya && !window.confirm(tanya)) e.preventDefault();
});

// Drafts: what is typed is kept on the server a second later, never passwords or files.
for (const form of document.querySelectorAll("form[data-draf]")) {
  const keadaan = form.querySelector("[data-keadaan-draf]");
  let nanti = 0;
  const batal = new AbortController();  // a draft must not arrive after the form itself
  const simpan = async () => {
    const isi = {};
    for (const b of form.elements) {
      if (!b.name || b.name === "csrfmiddlewaretoken" || ["password", "file", "submit", "button"].includes(b.type)) continue;
      if (["checkbox", "radio"].includes(b.type) && !b.checked) continue;
      isi[b.name] = b.value;
    }
    const badan = JSON.stringify({ halaman: location.pathname, isi });
    try {
      const r = await fetch("/draf/", { method: "POST", body: badan, signal: batal.signal, headers: { "X-CSRFToken": token(), "Content-Type": "application/json" } });
      if (keadaan) keadaan.textContent = (await r.json()).pesan;
    } catch {
      if (keadaan && !batal.signal.aborted) keadaan.textContent = "Draf belum tersimpan: sambungan terputus. Isian tetap ada di halaman ini.";
    }
  };
  form.addEventListener("input", () => { clearTimeout(nanti); nanti = setTimeout(simpan, 800); });
  form.addEventListener("submit", () => { clearTimeout(nanti); batal.abort(); });
}

// One open fold at a time in the head of the page; Escape closes it and gives the focus back.
const lipatan = document.querySelectorAll(".kepala details.lipat");
for (const d of lipatan) {
  d.addEventListener("toggle", () => { if (d.open) for (const l of lipatan) if (l !== d) l.open = false; });
  d.addEventListener("keydown", (e) => { if (e.key === "Escape") { d.open = false; d.querySelector("summary").focus(); } });
}
document.addEventListener("click", (e) => { for (const d of lipatan) if (d.open && !d.contains(e.target)) d.open = false; });

// The palette: Ctrl+K, type, arrows, Enter.
const palet = document.getElementById("palet");
const kotak = document.getElementById("cari-palet");
const hasil = document.getElementById("hasil-palet");
const asal = document.querySelector("[data-palet]");
if (palet && asal) {
  let nanti = 0;
  let nomor = 0;
  const daftar = () => [...hasil.querySelectorAll("a")];
  const pilih = (n) => {
    const semua = daftar();
    nomor = semua.length ? (n + semua.length) % semua.length : 0;
    semua.forEach((a, i) => a.classList.toggle("terpilih", i === nomor));
    semua[nomor]?.scrollIntoView({ block: "nearest" });
  };
  const cari = async () => {
    const u = new URL(asal.dataset.palet, location.href);
    u.searchParams.set("q", kotak.value);
    u.searchParams.set("dari", location.pathname);
    const r = await fetch(u, { headers: { "HX-Request": "true" } });
    if (r.ok) { hasil.innerHTML = await r.text(); pilih(0); }
  };
  const buka = () => { if (!palet.open) { palet.showModal(); kotak.value = ""; cari(); } };
  document.addEventListener("keydown", (e) => {
    if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "k") { e.preventDefault(); buka(); }
  });
  kotak.addEventListener("input", () => { clearTimeout(nanti); nanti = setTimeout(cari, 120); });
  kotak.addEventListener("keydown", (e) => {
    if (e.key === "ArrowDown") { e.preventDefault(); pilih(nomor + 1); }
    if (e.key === "ArrowUp") { e.preventDefault(); pilih(nomor - 1); }
    if (e.key === "Enter") { e.preventDefault(); daftar()[nomor]?.click(); }
  });
  palet.addEventListener("click", (e) => { if (e.target === palet) palet.close(); });
}

// The editor of a text: a bar, Markdown shown as what it means, slots offered as they are typed. Without it the
// textarea is there and says the same; what is sent is always the textarea.
"use strict";

const medan = document.querySelector("textarea[data-editor]");
const tersedia = [...document.querySelectorAll("[data-slot-tersedia] [data-slot]")].map((baris) => ({
  baris,
  slot: baris.dataset.slot,
  nilai: baris.cells[1].textContent.trim(),
  cari: baris.textContent.toLowerCase(),
}));
const SLOT_TERBUKA = /\{\{\s*([^{}\s]*)$/;

const buat = (nama, atribut, ...isi) => {
  const el = document.createElement(nama);
  for (const [kunci, nilai] of Object.entries(atribut)) el.setAttribute(kunci, nilai);
  el.append(...isi);
  return el;
};
const ikon = (nama) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", document.querySelector("svg.ikon use").getAttribute("href").replace(/#.*/, `#ti-${nama}`));
  svg.setAttribute("class", "ikon");
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
};

// Where one writes: the editor, or the textarea when it is shown as plain text. Both can say what stands before the
// cursor and put something there.
let editor = null;
const label = medan && document.querySelector(`label[for="${medan.id}"]`);
const bidang = () => (editor ? editor.e : medan);
const sebelumKursor = () => {
  if (!editor) return medan.value.slice(0, medan.selectionStart);
  const kursor = editor.getSelection();
  return kursor ? editor.getContent().split("\n")[kursor.row].slice(0, kursor.col) : "";
};
// Back to where one wrote: the browser forgets the place once the focus has been in another field.
const kembali = () => {
  if (document.activeElement === bidang()) return;
  bidang().focus();
  editor?.restoreLastSelection();
};
const sisipkan = (teks, hapus = 0) => {
  if (editor) {
    kembali();
    const akhir = editor.getSelection() ?? { row: 0, col: 0 };
    editor.paste(teks, { row: akhir.row, col: Math.max(akhir.col - hapus, 0) }, akhir);
  } else {
    const akhir = medan.selectionStart;
    medan.setRangeText(teks, akhir - hapus, medan.selectionEnd, "end");
    medan.focus();
  }
  medan.dispatchEvent(new Event("input", { bubbles: true }));
};

// Suggestions: open after "{{", arrows and Enter choose, Escape closes.
const daftar = buat("ul", { class: "saran-slot", role: "listbox", id: "saran-slot", "aria-label": "Slot yang cocok" });
const kabar = buat("p", { class: "kabar-editor", role: "status" });
let saran = [];
let nomor = 0;
const tutup = (pesan = "") => {
  saran = [];
  daftar.hidden = true;
  kabar.textContent = pesan;
  bidang().removeAttribute("aria-activedescendant");
};
const tandai = (n) => {
  nomor = (n + saran.length) % saran.length;
  [...daftar.children].forEach((li, i) => li.setAttribute("aria-selected", String(i === nomor)));
  daftar.children[nomor].scrollIntoView({ block: "nearest" });
  bidang().setAttribute("aria-activedescendant", `saran-${nomor}`);
};
const pakai = (n) => {
  const awal = sebelumKursor().match(SLOT_TERBUKA);
  const slot = saran[n].slot;
  tutup();
  sisipkan(`{{ ${slot} }}`, awal ? awal[0].length : 0);
};
const tawarkan = () => {
  const cocok = tersedia.length ? sebelumKursor().match(SLOT_TERBUKA) : null;
  if (!cocok) return tutup();
  const kata = cocok[1].toLowerCase();
  const depan = tersedia.filter((s) => s.slot.toLowerCase().startsWith(kata));
  saran = [...depan, ...tersedia.filter((s) => !depan.includes(s) && s.cari.includes(kata))].slice(0, 30);
  if (!saran.length) return tutup("Tidak ada slot yang cocok.");
  daftar.replaceChildren(...saran.map((s, i) => {
    const li = buat("li", { role: "option", id: `saran-${i}`, "aria-selected": "false" }, buat("code", {}, s.slot), buat("span", { class: "nilai-slot" }, s.nilai));
    li.addEventListener("mousedown", (e) => { e.preventDefault(); pakai(i); });
    return li;
  }));
  daftar.hidden = false;
  kabar.textContent = `${saran.length} slot cocok; panah untuk memilih, Enter untuk memakai.`;
  tandai(0);
};
const tekan = (e) => {
  if (!saran.length) return;
  if (e.key === "ArrowDown" || e.key === "ArrowUp") { e.preventDefault(); e.stopPropagation(); tandai(nomor + (e.key === "ArrowDown" ? 1 : -1)); }
  if (e.key === "Enter" || e.key === "Tab") { e.preventDefault(); e.stopPropagation(); pakai(nomor); }
  if (e.key === "Escape") { e.stopPropagation(); tutup(); }
};
const pasang = (el) => {
  el.setAttribute("aria-autocomplete", "list");
  el.setAttribute("aria-controls", "saran-slot");
  el.addEventListener("keydown", tekan, true);
  el.addEventListener("input", () => setTimeout(tawarkan));
  el.addEventListener("blur", () => tutup());
};

// The bar, and the keys for its first two. In plain text it is of no use and only the way back stays.
// Bold and italic are for chosen words: where none is, the editor's own command can take words with it.
const format = (perintah) => {
  if (PERLU_PILIHAN.has(perintah) && window.getSelection().isCollapsed) {
    kabar.textContent = "Pilih katanya dahulu, lalu tekan lagi.";
    return;
  }
  editor.toggleCommandState(perintah);
  medan.dispatchEvent(new Event("input", { bubbles: true }));
};
const PERLU_PILIHAN = new Set(["bold", "italic"]);
const PINTASAN = { b: "bold", i: "italic" };
const TOMBOL = [["bold", "bold", "Tebal (Ctrl+B)"], ["italic", "italic", "Miring (Ctrl+I)"], ["ul", "list", "Daftar"], ["ol", "list-numbers", "Daftar bernomor"]];
const bilah = buat("div", { class: "bilah-editor", role: "toolbar", "aria-label": "Format teks" });
const buka = () => {
  editor = new TinyMDE.Editor({
    textarea: medan,
    customInlineGrammar: { slot: { regexp: /^(\{\{[^{}]*\}\})/, replacement: '<span class="TMSlot">$1</span>' } },
  });
  const e = editor.e;
  for (const [kunci, nilai] of Object.entries({ role: "textbox", "aria-multiline": "true", "aria-labelledby": label.id, lang: "id", spellcheck: "true" })) e.setAttribute(kunci, nilai);
  if (medan.getAttribute("aria-describedby")) e.setAttribute("aria-describedby", medan.getAttribute("aria-describedby"));
  // Tab leaves the field, as everywhere; the suggestions take it while they are open.
  e.addEventListener("keydown", (t) => { if (t.key === "Tab" && !saran.length) t.stopImmediatePropagation(); }, true);
  e.addEventListener("keydown", (t) => {
    const perintah = (t.ctrlKey || t.metaKey) && !t.shiftKey && !t.altKey && PINTASAN[t.key.toLowerCase()];
    if (perintah) { t.preventDefault(); t.stopImmediatePropagation(); format(perintah); }
  }, true);
  pasang(e);
  editor.addEventListener("selection", ({ commandState }) => {
    for (const t of bilah.querySelectorAll("[data-perintah]")) t.setAttribute("aria-pressed", String(commandState[t.dataset.perintah] === true));
  });
};
const tutupEditor = () => { tutup(); editor.destroy(); editor = null; medan.hidden = false; };

if (medan && label && window.TinyMDE) {
  label.id ||= `label-${medan.id}`;
  for (const [perintah, gambar, nama] of TOMBOL) {
    const t = buat("button", { type: "button", title: nama, "aria-label": nama, "aria-pressed": "false", "data-perintah": perintah }, ikon(gambar));
    t.addEventListener("mousedown", (e) => e.preventDefault());
    t.addEventListener("click", () => {
      kembali();
      format(perintah);
    });
    bilah.append(t);
  }
  const mode = buat("button", { type: "button", class: "mode-teks", "aria-pressed": "false" }, "Teks biasa");
  mode.addEventListener("click", () => {
    const isPolos = editor !== null;
    if (isPolos) tutupEditor(); else buka();
    mode.setAttribute("aria-pressed", String(isPolos));
    for (const t of bilah.querySelectorAll("[data-perintah]")) t.disabled = isPolos;
    bidang().focus();
  });
  bilah.append(mode);
  medan.before(bilah);
  pasang(medan);
  buka();
  label.addEventListener("click", (e) => { if (editor) { e.preventDefault(); bidang().focus(); } });
  const letak = medan.parentElement;
  letak.append(daftar, kabar);
  daftar.hidden = true;
}

// The list of slots: filter it, press a name to write it where the cursor is.
if (medan && tersedia.length) {
  for (const { baris, slot } of tersedia) {
    const kode = baris.querySelector("code");
    const t = buat("button", { type: "button", class: "sisip", "aria-label": `Sisipkan ${slot}` });
    kode.replaceWith(t);
    t.append(kode);
    t.addEventListener("mousedown", (e) => e.preventDefault());
    t.addEventListener("click", () => sisipkan(`{{ ${slot} }}`));
  }
  const saring = document.getElementById("cari-slot");
  for (const el of document.querySelectorAll("[data-saring-slot]")) el.hidden = false;
  saring.addEventListener("input", () => {
    const kata = saring.value.toLowerCase();
    for (const { baris, cari } of tersedia) baris.hidden = !cari.includes(kata);
  });
}

// The grid of a quarter: keys as in a spreadsheet, paste of a block, every row saved by itself. Figures are computed by
// the server alone; without this script the grid is a form with one button.
"use strict";

const kisi = document.querySelector("form[data-kisi]");
if (kisi) {
  const KOLOM = ["nilai", "status", "alasan", "sumber"];
  const JEDA_TERLAMA = 30_000;
  const kabar = document.getElementById("kabar-kisi");
  const rahasia = kisi.elements.csrfmiddlewaretoken.value;
  const simpanan = `kisi:${kisi.dataset.pengguna}:${location.pathname}`;
  const daftarBaris = new Map();

  // A row: what is stored, what is being sent, what went before.
  for (const tr of kisi.querySelectorAll("tr[data-kunci]")) {
    const sel = Object.fromEntries(KOLOM.map((k) => [k, tr.querySelector(`[data-kolom="${k}"]`)]));
    if (!sel.nilai) continue;
    const baris = { tr, sel, kunci: tr.dataset.kunci, tersimpan: {}, sejarah: [], sibuk: false, jeda: 0, perubahan: "" };
    baris.keadaan = tr.querySelector("[data-keadaan]");
    baris.tanya = tr.querySelector("[data-tanya]");
    for (const k of KOLOM) baris.tersimpan[k] = sel[k].dataset.tersimpan ?? sel[k].value;
    daftarBaris.set(baris.kunci, baris);
  }
  const semuaBaris = [...daftarBaris.values()];
  const barisDari = (el) => daftarBaris.get(el.closest("tr[data-kunci]")?.dataset.kunci);
  const isi = (baris) => Object.fromEntries(KOLOM.map((k) => [k, baris.sel[k].value.trim()]));
  const isBeda = (baris) => KOLOM.some((k) => baris.sel[k].value.trim() !== baris.tersimpan[k].trim());
  const umumkan = (teks) => { kabar.textContent = teks; };
  const sebutan = (baris) => baris.sel.nilai.getAttribute("aria-label").replace(/, nilai$/, "");

  // What the person sees of a row: a word and a mark, never colour alone.
  const TANDA = { simpan: "menyimpan…", tersimpan: "✓ tersimpan", gagal: "! belum tersimpan", putus: "↻ sambungan terputus, dicoba lagi", bentrok: "⇄ berubah", tanya: "? perlu alasan" };
  const tandai = (baris, rupa, rincian = "") => {
    baris.tr.dataset.rupa = rupa;
    baris.keadaan.textContent = rupa ? TANDA[rupa] + (rincian ? `: ${rincian}` : "") : "";
  };
  const galatSel = (baris, galat) => {
    for (const k of KOLOM) {
      const pesan = galat[k] ?? "";
      const tempat = baris.tr.querySelector(`[data-galat="${k}"]`);
      tempat.textContent = pesan;
      if (pesan) baris.sel[k].setAttribute("aria-invalid", "true");
      else baris.sel[k].removeAttribute("aria-invalid");
    }
  };
  const tampilAlasan = (baris) => {
    const perlu = baris.sel.status.value !== "" && baris.sel.status.value !== "terukur";
    baris.sel.alasan.closest("[data-wadah]").hidden = !perlu && baris.sel.alasan.value === "" && !baris.sel.alasan.hasAttribute("aria-invalid");
  };

  // What is not stored yet outlives the page: a line that is cut, a window that is closed.
  const titipkan = () => {
    const tunda = semuaBaris.filter(isBeda).map((b) => [b.kunci, { ...isi(b), lama: b.tr.dataset.lama }]);
    try {
      if (tunda.length) localStorage.setItem(simpanan, JSON.stringify(Object.fromEntries(tunda)));
      else localStorage.removeItem(simpanan);
    } catch { /* a full or forbidden store only means that closing the window loses what the server did not take */ }
  };
  window.addEventListener("beforeunload", (e) => { if (semuaBaris.some((b) => isBeda(b) && b.tr.dataset.rupa !== "gagal")) e.preventDefault(); });

  // Saving. One request per row at a time; what is typed meanwhile goes with the next.
  const kirim = async (daftar) => {
    const badan = JSON.stringify({ sel: daftar.map((b) => ({ kunci: b.kunci, ...isi(b), lama: b.tr.dataset.lama, perubahan: b.perubahan })) });
    const r = await fetch(kisi.dataset.sel, { method: "POST", body: badan, headers: { "X-CSRFToken": rahasia, "Content-Type": "application/json" }, redirect: "error" });
    if (r.status >= 500 || !r.headers.get("Content-Type")?.startsWith("application/json")) throw new Error(String(r.status));
    return [r.status, await r.json()];
  };

  const simpan = async (daftar) => {
    const siap = daftar.filter((b) => !b.sibuk);
    if (!siap.length) return;
    const terkirim = new Map(siap.map((b) => [b, isi(b)]));
    for (const b of siap) { b.sibuk = true; tandai(b, "simpan"); }
    let status, jawab;
    try {
      [status, jawab] = await kirim(siap);
    } catch {
      for (const b of siap) { b.sibuk = false; tandai(b, "putus"); }
      titipkan();
      const jeda = Math.min(Math.max(...siap.map((b) => b.jeda), 1000) * 2, JEDA_TERLAMA);
      for (const b of siap) b.jeda = jeda;
      setTimeout(() => simpan(siap.filter((b) => b.tr.dataset.rupa === "putus")), jeda);
      return;
    }
    for (const b of siap) { b.sibuk = false; b.jeda = 0; }
    if (status === 200) terima(terkirim, jawab);
    else tolak(terkirim, status, jawab);
    titipkan();
  };

  const terima = (terkirim, jawab) => {
    umumkan("");
    for (const s of jawab.sel) {
      const b = daftarBaris.get(s.kunci);
      const dikirim = terkirim.get(b);
      if (!b || !dikirim) continue;
      b.sejarah.push({ ...b.tersimpan });
      b.tr.dataset.lama = s.lama;
      b.perubahan = "";
      b.tanya.hidden = true;
      for (const k of KOLOM) {
        if (b.sel[k].value.trim() === dikirim[k]) b.sel[k].value = s[k];
        b.tersimpan[k] = s[k];
      }
      galatSel(b, {});
      tampilAlasan(b);
      tandai(b, "tersimpan", s.pesan ?? "");
      if (isBeda(b)) simpan([b]);
    }
    if (jawab.nomor >= nomorTerakhir) {  // an answer that a later one overtook says what was true before
      nomorTerakhir = jawab.nomor;
      jawab.indikator.forEach(perbarui);
    }
    clearTimeout(nantiRingkas);
    nantiRingkas = setTimeout(ringkas, 900);
  };

  // The line above the grid is about the whole office: asked for when the typing rests.
  let nantiRingkas = 0, nomorTerakhir = 0;
  const ringkas = async () => {
    const tempat = document.querySelector("[data-ringkasan]");
    try {
      const r = await fetch(tempat.dataset.ringkasan, { redirect: "error" });
      if (r.ok) tempat.innerHTML = await r.text();
    } catch { /* it is asked for again after the next row */ }
  };

  const perbarui = (i) => {
    for (const [nama, teks] of Object.entries(i)) {
      const tempat = kisi.querySelector(`[data-indikator="${CSS.escape(i.kode)}"] [data-angka="${nama}"]`);
      if (!tempat || tempat.textContent === teks) continue;
      tempat.textContent = teks;
      tempat.classList.remove("baru");
      requestAnimationFrame(() => tempat.classList.add("baru"));
    }
    const kepala = kisi.querySelector(`[data-indikator="${CSS.escape(i.kode)}"]`);
    if (kepala) kepala.dataset.tercapai = i.tercapai;
  };

  const tolak = (terkirim, status, jawab) => {
    const per = new Map((jawab.sel ?? []).map((s) => [s.kunci, s]));
    for (const b of terkirim.keys()) {
      const s = per.get(b.kunci);
      if (!s) { tandai(b, "gagal", jawab.pesan ?? "ikut ditunda, betulkan dahulu yang ditandai"); continue; }
      galatSel(b, s.galat ?? {});
      tampilAlasan(b);
      if (s.bentrok) tanyaBentrok(b, s.bentrok);
      else if (s.perlu) tanyaAlasan(b, s.perlu);
      else { tandai(b, "gagal"); umumkan(`${sebutan(b)}: ${Object.values(s.galat).join(" ")}`); }
    }
    if (jawab.pesan) umumkan(jawab.pesan);
  };

  // Questions in place: why a value is unusual, why a stored one changes, whose value holds.
  const buat = (tag, sifat, ...anak) => { const e = Object.assign(document.createElement(tag), sifat); e.append(...anak); return e; };
  const tanyakan = (b, pesan, ...anak) => {
    b.tanya.replaceChildren(...anak);
    b.tanya.hidden = false;
    document.activeElement?.scrollIntoView({ block: "nearest" });  // what opened above must not push it away
    umumkan(`${sebutan(b)}: ${pesan}`);
  };
  const tanyaAlasan = (b, perlu) => {
    tandai(b, "tanya");
    const medan = Object.entries(perlu).map(([nama, pesan]) => {
      const id = `tanya-${nama}-${b.kunci}`;
      const kotak = buat("input", { id, className: "form-control form-control-sm", maxLength: 500, autocomplete: "off" });
      kotak.dataset.jawab = nama;
      if (nama === "perubahan") kotak.setAttribute("list", "alasan-perubahan");
      return buat("label", { htmlFor: id }, pesan, kotak);
    });
    const tombol = buat("button", { type: "button", className: "btn btn-sm btn-primary", textContent: "Simpan dengan alasan" });
    const kembali = buat("button", { type: "button", className: "btn btn-sm btn-outline-secondary", textContent: "Kembalikan" });
    const jawab = () => {
      for (const kotak of b.tanya.querySelectorAll("[data-jawab]")) {
        if (kotak.dataset.jawab === "perubahan") b.perubahan = kotak.value.trim();
        else b.sel.alasan.value = kotak.value.trim();
      }
      b.sel.nilai.focus();
      simpan([b]);
    };
    tombol.addEventListener("click", jawab);
    kembali.addEventListener("click", () => pulihkan(b));
    b.tanya.onkeydown = (e) => {
      if (e.key === "Enter" && e.target.matches("input")) { e.preventDefault(); e.stopPropagation(); jawab(); }
      if (e.key === "Escape") { e.preventDefault(); e.stopPropagation(); pulihkan(b); }
    };
    tanyakan(b, Object.values(perlu).join(" "), ...medan, buat("div", { className: "tindakan" }, tombol, kembali));
    const aktif = document.activeElement;
    if (!aktif || aktif === document.body || barisDari(aktif) === b) b.tanya.querySelector("input").focus();
  };
  const tanyaBentrok = (b, t) => {
    tandai(b, "bentrok");
    const punyaku = buat("button", { type: "button", className: "btn btn-sm btn-primary", textContent: `Pakai tulisan saya (${b.sel.nilai.value || b.sel.status.selectedOptions[0].textContent})` });
    const tersimpan = buat("button", { type: "button", className: "btn btn-sm btn-outline-secondary", textContent: `Pakai yang tersimpan (${t.teks})` });
    punyaku.addEventListener("click", () => { ambil(b, t, false); b.tanya.hidden = true; b.sel.nilai.focus(); simpan([b]); });
    tersimpan.addEventListener("click", () => { ambil(b, t, true); b.tanya.hidden = true; galatSel(b, {}); tampilAlasan(b); tandai(b, ""); titipkan(); b.sel.nilai.focus(); });
    tanyakan(b, t.pesan, buat("p", { textContent: t.pesan }), buat("div", { className: "tindakan" }, punyaku, tersimpan));
  };
  const ambil = (b, t, isPakai) => {
    b.tr.dataset.lama = t.lama;
    for (const k of KOLOM) {
      b.tersimpan[k] = t.sekarang[k];
      if (isPakai) b.sel[k].value = t.sekarang[k];
    }
  };
  const pulihkan = (b) => {
    for (const k of KOLOM) b.sel[k].value = b.tersimpan[k];
    b.tanya.hidden = true;
    b.perubahan = "";
    galatSel(b, {});
    tampilAlasan(b);
    tandai(b, "");
    titipkan();
    b.sel.nilai.focus();
  };

  // A value that was typed: what goes with it, then save.
  const selesaikan = (el) => {
    const b = barisDari(el);
    if (!b || !el.dataset.kolom) return;
    if (el.dataset.kolom === "nilai" && el.value.trim() !== "") b.sel.status.value = "terukur";
    if (el.dataset.kolom === "status" && !["", "terukur"].includes(el.value)) b.sel.nilai.value = "";
    tampilAlasan(b);
    if (!isBeda(b)) { if (b.tr.dataset.rupa !== "tersimpan") tandai(b, ""); galatSel(b, {}); titipkan(); return; }
    const { nilai, status, alasan } = isi(b);
    if (el.dataset.kolom === "status" && !["", "terukur"].includes(status) && alasan === "") { tandai(b, "tanya"); b.sel.alasan.focus(); titipkan(); return; }
    if (nilai === "" && ["", "terukur"].includes(status) && !b.tr.dataset.lama) { titipkan(); return; }
    simpan([b]);
  };

  // Moving about.
  let isMenyunting = false;
  const tampak = (el) => el && !el.disabled && el.offsetParent !== null;
  const pindah = (el, kolom, langkah) => {
    const b = barisDari(el);
    if (langkah) {
      let n = semuaBaris.indexOf(b) + langkah;
      while (semuaBaris[n] && !tampak(semuaBaris[n].sel[el.dataset.kolom]) && !tampak(semuaBaris[n].sel.nilai)) n += langkah;
      const tujuan = semuaBaris[n] && (tampak(semuaBaris[n].sel[el.dataset.kolom]) ? semuaBaris[n].sel[el.dataset.kolom] : semuaBaris[n].sel.nilai);
      if (tujuan) tujuan.focus();
      else selesaikan(el);
      return;
    }
    const ada = KOLOM.filter((k) => tampak(b.sel[k]));
    b.sel[ada[ada.indexOf(el.dataset.kolom) + kolom]]?.focus();
  };
  const batalkan = (el) => {
    const b = barisDari(el);
    el.value = b.tersimpan[el.dataset.kolom];
    if (el.dataset.kolom === "nilai" || el.dataset.kolom === "status") { b.sel.nilai.value = b.tersimpan.nilai; b.sel.status.value = b.tersimpan.status; }
    isMenyunting = false;
    if (!isBeda(b)) pulihkan(b);
    el.focus();
    el.select?.();
  };
  const urungkan = (el) => {
    const b = barisDari(el);
    const sebelum = b.sejarah.pop();
    if (!sebelum) return;
    if (sebelum.nilai === "" && ["", "terukur"].includes(sebelum.status)) { umumkan("Isian pertama tidak dapat dikosongkan; pilih keadaannya."); b.sejarah.push(sebelum); return; }
    for (const k of KOLOM) b.sel[k].value = sebelum[k];
    b.perubahan = "dikembalikan ke isian sebelumnya";
    tampilAlasan(b);
    simpan([b]);
  };
  const PANAH = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  kisi.addEventListener("keydown", (e) => {
    const el = e.target;
    if (!el.dataset?.kolom || e.isComposing) return;
    const isDropdown = el.tagName === "SELECT";
    const isDiketik = !isDropdown && el.value !== (el.dataset.awal ?? el.value);
    if (e.key === "Enter") { e.preventDefault(); isMenyunting = false; pindah(el, 0, e.shiftKey ? -1 : 1); }
    else if (e.key === "Escape") { e.preventDefault(); batalkan(el); }
    else if (e.key === "F2") { e.preventDefault(); isMenyunting = true; if (isDropdown) el.showPicker?.(); else el.setSelectionRange(el.value.length, el.value.length); }
    else if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "z" && !e.shiftKey && !isDiketik) { e.preventDefault(); urungkan(el); }
    else if (PANAH[e.key] && !e.altKey && !e.ctrlKey && !e.shiftKey && !e.metaKey) {
      const [kolom, langkah] = PANAH[e.key];
      if (kolom && isMenyunting) return;
      e.preventDefault();
      pindah(el, kolom, langkah);
    }
  });
  kisi.addEventListener("focusin", (e) => {
    const el = e.target;
    if (!el.dataset?.kolom) return;
    isMenyunting = false;
    el.dataset.awal = el.value;
    if (el.tagName === "INPUT" && el.type === "text") el.select();
  });
  kisi.addEventListener("mousedown", (e) => { if (e.target === document.activeElement) isMenyunting = true; });
  kisi.addEventListener("focusout", (e) => { if (e.target.dataset?.kolom) selesaikan(e.target); });
  kisi.addEventListener("change", (e) => { if (e.target.tagName === "SELECT" && e.target.dataset.kolom) selesaikan(e.target); });
  kisi.addEventListener("input", (e) => { const b = barisDari(e.target); if (b && e.target.dataset.kolom) { if (b.tr.dataset.rupa === "tersimpan") tandai(b, ""); titipkan(); } });

  // A block out of a spreadsheet: from this cell down and to the right, judged as a whole by the server.
  kisi.addEventListener("paste", (e) => {
    const el = e.target;
    const teks = e.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "");
    if (!el.dataset?.kolom || !/[\t\n]/.test(teks)) return;
    e.preventDefault();
    const blok = teks.split("\n").map((baris) => baris.split("\t"));
    const awal = semuaBaris.indexOf(barisDari(el));
    const kolom = KOLOM.slice(KOLOM.indexOf(el.dataset.kolom));
    const lebar = Math.max(...blok.map((b) => b.length));
    if (awal + blok.length > semuaBaris.length || lebar > kolom.length) {
      umumkan(`Blok yang ditempel ${blok.length} baris × ${lebar} kolom, padahal mulai sel ini hanya ada ${semuaBaris.length - awal} baris × ${kolom.length} kolom. Tidak ada yang diubah.`);
      return;
    }
    const terisi = [];
    blok.forEach((potongan, n) => {
      const b = semuaBaris[awal + n];
      potongan.forEach((isiSel, m) => { if (isiSel.trim() !== "") pasang(b, kolom[m], isiSel.trim()); });
      if (isBeda(b)) terisi.push(b);
    });
    el.dataset.awal = el.value;
    umumkan(`${terisi.length} baris ditempel, diperiksa bersama.`);
    titipkan();
    if (terisi.length) simpan(terisi);
  });
  const pasang = (b, kolom, teks) => {
    if (kolom !== "status") { b.sel[kolom].value = teks; if (kolom === "nilai") b.sel.status.value = "terukur"; return; }
    const baku = teks.toLowerCase().replaceAll("_", " ");
    const pilihan = [...b.sel.status.options].find((o) => o.textContent.trim().toLowerCase() === baku);
    if (pilihan) { b.sel.status.value = pilihan.value; if (!["", "terukur"].includes(pilihan.value)) b.sel.nilai.value = ""; }
  };

  // Evidence dropped on a row, or chosen in it.
  const unggah = async (tr, daftar) => {
    const b = daftarBaris.get(tr.dataset.kunci);
    const isiForm = new FormData();
    for (const berkas of daftar) isiForm.append("berkas", berkas);
    tandai(b, "simpan");
    try {
      const r = await fetch(tr.dataset.bukti, { method: "POST", body: isiForm, headers: { "X-CSRFToken": rahasia, Accept: "application/json" }, redirect: "error" });
      const jawab = await r.json();
      if (!r.ok) { tandai(b, "gagal", jawab.pesan); umumkan(jawab.pesan); return; }
      tr.querySelector("[data-daftar-bukti]").textContent = jawab.bukti;
      tr.dataset.lama = jawab.lama ?? tr.dataset.lama;
      tandai(b, "tersimpan", jawab.pesan);
      umumkan(jawab.pesan);
    } catch {
      tandai(b, "gagal", "sambungan terputus, lampirkan sekali lagi");
    }
  };
  kisi.addEventListener("dragover", (e) => {
    const tr = e.target.closest?.("tr[data-bukti]");
    if (tr && e.dataTransfer.types.includes("Files")) { e.preventDefault(); tr.classList.add("di-atas"); }
  });
  kisi.addEventListener("dragleave", (e) => e.target.closest?.("tr[data-bukti]")?.classList.remove("di-atas"));
  kisi.addEventListener("drop", (e) => {
    const tr = e.target.closest?.("tr[data-bukti]");
    if (!tr || !e.dataTransfer.files.length) return;
    e.preventDefault();
    tr.classList.remove("di-atas");
    unggah(tr, e.dataTransfer.files);
  });

  // Details of a cell and traces open beside the grid; without script they are pages.
  const jendela = document.getElementById("rincian-sel");
  kisi.addEventListener("click", async (e) => {
    const tautan = e.target.closest("a[data-buka]");
    if (!tautan || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    try {
      const r = await fetch(tautan.href, { headers: { "X-Bagian": "1" } });
      if (!r.ok) throw new Error(String(r.status));
      jendela.querySelector("[data-isi]").innerHTML = await r.text();
      jendela.showModal();
    } catch {
      location.assign(tautan.href);
    }
  });
  jendela.addEventListener("click", (e) => { if (e.target === jendela || e.target.closest("[data-tutup]")) jendela.close(); });

  // What an earlier window could not store is put back and tried again.
  window.addEventListener("online", () => simpan(semuaBaris.filter((b) => b.tr.dataset.rupa === "putus")));
  const titipan = JSON.parse(localStorage.getItem(simpanan) ?? "{}");
  const kembali = [];
  for (const [kunci, lama] of Object.entries(titipan)) {
    const b = daftarBaris.get(kunci);
    if (!b) continue;
    for (const k of KOLOM) b.sel[k].value = lama[k];
    b.tr.dataset.lama = lama.lama;
    if (isBeda(b)) kembali.push(b);
  }
  semuaBaris.forEach(tampilAlasan);
  if (kembali.length) { umumkan(`${kembali.length} isian yang belum tersimpan dicoba lagi.`); simpan(kembali); }
  kisi.classList.add("berskrip");
}

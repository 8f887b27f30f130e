"""Words of the interface for the sample pages: some of the Polish, most of the Arabic ones."""

POLISH = {
    "Key points": "Najważniejsze informacje",
    "Please note": "Warto wiedzieć",
    "What to do": "Co zrobić",
    "Warning": "Uwaga",
    "On this page": "Na tej stronie",
    "Words explained": "Objaśnienia słów",
    "Skip to the main text": "Przejdź do treści",
    "Languages": "Języki",
    "This is a draft. It has not been approved. Please do not rely on it.": (
        "To jest wersja robocza. Nie została zatwierdzona. Prosimy na niej nie polegać."
    ),
    "Parts translated by a machine and not reviewed by a person: {count} of {total}.": (
        "Części przetłumaczone maszynowo, niesprawdzone przez człowieka: {count} z {total}."
    ),
    "Parts in English: {count} of {total}.": "Części po angielsku: {count} z {total}.",
    "The next part is in English. A checked translation is not ready yet.": (
        "Następna część jest po angielsku. Sprawdzone tłumaczenie nie jest jeszcze gotowe."
    ),
    "The description of the next picture is in English.": "Opis następnego obrazu jest angielski.",
    "to be supplied": "do uzupełnienia",
    "note {number}": "przypis {number}",
    "Notes": "Przypisy",
    "About this leaflet": "O tej ulotce",
    "Not yet reviewed": "Jeszcze niesprawdzone",
}
ARABIC = {
    "Key points": "أهم النقاط",
    "Please note": "للعلم",
    "What to do": "ما عليك فعله",
    "Warning": "تنبيه",
    "There is hope": "هناك أمل",
    "On this page": "في هذه الصفحة",
    "Words explained": "شرح الكلمات",
    "Skip to the main text": "انتقل إلى النص",
    "Languages": "اللغات",
    "This is a draft. It has not been approved. Please do not rely on it.": (
        "هذه مسودة لم تُعتمد بعد. يُرجى عدم الاعتماد عليها."
    ),
    "Parts translated by a machine and not reviewed by a person: {count} of {total}.": (
        "أجزاء ترجمتها آلة ولم يراجعها إنسان: {count} من {total}."
    ),
    "note {number}": "ملاحظة {number}",
    "Notes": "ملاحظات",
    "to be supplied": "سيُضاف لاحقًا",
    "About this leaflet": "عن هذه النشرة",
    "Not yet reviewed": "لم تُراجع بعد",
    "Last review": "آخر مراجعة",
    "Next review": "المراجعة القادمة",
    "No date is set yet": "لم يُحدد تاريخ بعد",
    "Who looks after it": "الجهة المسؤولة",
    "Nobody is named yet": "لم يُذكر أحد بعد",
    "Version": "الإصدار",
    "Language": "اللغة",
    "Leaflet code": "رمز النشرة",
    "Is something unclear or wrong? Please tell the person who gave you this leaflet.": (
        "هل هناك شيء غير واضح أو خطأ؟ يُرجى إخبار من أعطاك هذه النشرة."
    ),
    "This leaflet in other formats": "هذه النشرة بأشكال أخرى",
    "Back to “{term}” in the text": "العودة إلى «{term}» في النص",
    "Back to note {number} in the text": "العودة إلى الملاحظة {number} في النص",
    "Back to note {number} in the text, place {place}": (
        "العودة إلى الملاحظة {number} في النص، الموضع {place}"
    ),
    "Leaflets": "النشرات",
    "Leaflets in all languages": "النشرات بكل اللغات",
    "Leaflets in this language: {language}": "النشرات بهذه اللغة: {language}",
}

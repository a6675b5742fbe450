"""What `check` and `explain` say beside problems, in Arabic."""

from __future__ import annotations

CHECKING: dict[str, str] = {
    "sound-alone": (
        "لا أخطاء في {n, plural, zero {أي ملف} one {ملف واحد} two {ملفين} few {# ملفات} many {# ملفا} other {# ملف}}. "
        "وأما صنع الصفحات وظهور كل سجل فيها وموافقة الملفات الأخرى فيفحصها \u2068dalil check\u2069 بلا اسم ملف."
    ),
    "checked-alone": (
        "فُحص {n, plural, zero {صفر من الملفات} one {ملف واحد} two {ملفان} few {# ملفات} many {# ملفا} other {# ملف}} "
        "لا غير، والأمر \u2068dalil check\u2069 بلا اسم ملف يفحص سائر الملفات وصنع الصفحات."
    ),
    "code-of-base": (
        "تختلف الشيفرة عما في \u2068{base}\u2069 ({files})، فلم تُنفَّذ: فُحصت الصفحات بوحدات الماكرو التي في "
        "\u2068{base}\u2069، ولم يُفحص ما لا تعرضه صفحة. اقرأ الشيفرة أولًا، ثم افحص بها بالخيار "
        "\u2068`--with-code`\u2069."
    ),
    "more": "انظر \u2068`dalil explain {code}`\u2069 أو \u2068data/PROBLEMS.ar.md\u2069.",
    "watching": "{time}: تم الفحص، والأمر ينتظر التعديلات (ويُنهى بالمفتاحين \u2068Ctrl-C\u2069).",
    "why": "لماذا يهم",
    "remedy": "العلاج",
    "wrong": "خطأ",
    "right": "صواب",
    "page-title": "ما قد يقع من أخطاء",
    "page-intro": (
        "كل خطأ قد يبلغ عنه \u2068`dalil`\u2069 برمزه: ماذا يقول، ولماذا يهم، وكيف يُعالج. يصنع هذه الصفحة الأمر "
        "\u2068`dalil explain --write`\u2069 فلا تُعدَّل هنا. ويعرض الأمر \u2068`dalil explain CODE`\u2069 شرح رمز واحد "
        "بالعربية والإنجليزية (\u2068[English](PROBLEMS.md)\u2069)."
    ),
    "group-files": "الملفات وصيغة \u2068YAML\u2069",
    "group-records": "السجلات والإعدادات",
    "group-references": "الإشارات بين السجلات",
    "group-texts": "النصوص",
    "group-citations": "الإحالات والمصادر والمسائل الخلافية",
    "group-dates": "التواريخ",
    "group-values": "القيم",
    "group-pictures": "الرسوم",
    "group-entities": "الكيانات",
    "group-pages": "الصفحات ووحدات الماكرو",
    "group-adding": "إضافة السجلات وإعادة تسميتها",
    "group-translations": "الترجمات",
    "group-built-site": "الموقع المبني",
    "no-code": "لا رمز باسم «{code}».",
    "meant": "لعلك تقصد «{nearest}».",
    "passed-over": "لا شيء يُفحص في: {files}.",
    "hint": "العلاج",
    "problems": (
        "{n, plural, zero {لا أخطاء.} one {خطأ واحد.} two {خطآن.} few {# أخطاء.} many {# خطأ.} other {# خطأ.}}"
    ),
    "sound": (
        "لا أخطاء: "
        "{claims, plural, zero {لا معلومات} one {معلومة واحدة} two {معلومتان} few {# معلومات} many {# معلومة} "
        "other {# معلومة}}، "
        "{statements, plural, zero {لا بيانات} one {بيان واحد} two {بيانان} few {# بيانات} many {# بيانا} "
        "other {# بيان}}، "
        "{disputes, plural, zero {لا مسائل خلافية} one {مسألة خلافية واحدة} two {مسألتان خلافيتان} "
        "few {# مسائل خلافية} many {# مسألة خلافية} other {# مسألة خلافية}}، "
        "{sources, plural, zero {لا مصادر} one {مصدر واحد} two {مصدران} few {# مصادر} many {# مصدرا} "
        "other {# مصدر}}، "
        "{pages, plural, zero {لا صفحات} one {صفحة واحدة} two {صفحتان} few {# صفحات} many {# صفحة} "
        "other {# صفحة}}، باللغات: {locales}."
    ),
    "history": "{reason}",
}

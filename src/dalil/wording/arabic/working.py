"""What `build`, `serve` and `sources` say, and every command, in Arabic."""

from __future__ import annotations

WORKING: dict[str, str] = {
    # Every command
    "error": "خطأ: {reason}",
    "refused": "{reason}.",
    "wrote": "كُتب الملف {file}.",
    "fault": "تعذر على dalil المضي: {reason}",
    "fault-details": "التفاصيل في {path}، ونرجو الإبلاغ عنها.",
    "stopped": "توقف الأمر، ولم يبق شيء نصف منجز.",
    "problems-more": (
        "… {n, plural, zero {ولا غيرها} one {ومشكلة أخرى} two {ومشكلتان أخريان} few {و# مشكلات أخرى} "
        "many {و# مشكلة أخرى} other {و# مشكلة أخرى}}؛ والأمر `dalil check --format json` يعرضها كلها."
    ),
    "step-read": "قراءة المشروع",
    "step-check": "الفحص",
    "step-render": "كتابة الصفحات",
    "step-site": "صنع الموقع",
    "step-cards": "رسم الصور",
    "step-compress": "الضغط",
    "step-verify": "تدقيق الصفحات",
    "step-lookup": "تفقّد المصادر",
    # build
    "build-done": (
        "بُني الموقع في {target}، وفيه {pages, plural, zero {صفر من الصفحات} one {صفحة واحدة} two {صفحتان} "
        "few {# صفحات} many {# صفحة} other {# صفحة}}: "
        "{links, plural, zero {لا روابط} one {رابط واحد سليم} two {رابطان سليمان} few {# روابط سليمة} "
        "many {# رابطا سليما} other {# رابط سليم}}، "
        "و{claims, plural, zero {صفر من المعلومات} one {معلومة واحدة} two {معلومتان} few {# معلومات} "
        "many {# معلومة} other {# معلومة}} "
        "مع {marks, plural, zero {صفر من إشارات المصادر} one {إشارة واحدة إلى مصدر} two {إشارتين إلى مصادر} "
        "few {# إشارات إلى مصادر} many {# إشارة إلى مصادر} other {# إشارة إلى مصادر}}، "
        "و{bare, plural, zero {لا معلومة} one {معلومة واحدة} two {معلومتان} few {# معلومات} many {# معلومة} "
        "other {# معلومة}} بلا إشارة، "
        "و{words, plural, zero {لا كلمات} one {كلمة واحدة} two {كلمتان} few {# كلمات} many {# كلمة} "
        "other {# كلمة}} خارج المعلومات."
    ),
    "build-left-out": (
        "{n, plural, zero {لم تُترك ترجمات معطوبة} one {تُركت ترجمة معطوبة واحدة} two {تُركت ترجمتان معطوبتان} "
        "few {تُركت # ترجمات معطوبة} many {تُركت # ترجمة معطوبة} other {تُركت # ترجمة معطوبة}} ({code})، وتحل محلها لغة "
        "أخرى. ويبين السبب \u2068dalil check\u2069."
    ),
    "build-no-font": "لا خطوط في المجلد «fonts/»، فلا صور لمعاينة الروابط.",
    "build-no-letters": (
        "لا خط في المجلد «fonts/» فيه هذه الحروف، فبقيت بلا صورة خاصة {n, plural, zero {صفر من الصفحات} "
        "one {صفحة واحدة} two {صفحتان} few {# صفحات} many {# صفحة} other {# صفحة}}: {letters}"
    ),
    # serve
    "texts-shown": "أظهر أسماء النصوص",
    "preview-stands": "المعاينة على العنوان \u2068{address}\u2069",
    "preview-too": "وتعرضها المعاينة أيضا على العنوان \u2068{address}\u2069 وتتابع تعديلاتك.",
    "preview-label": "المعاينة",
    "preview-details": "التفاصيل",
    "preview-not-yet": "الموقع ليس جاهزا بعد",
    "preview-opens": "يُفتح الموقع هنا من تلقاء نفسه متى أمكن بناؤه.",
    "preview-elsewhere": "ما عدّلته ليس في هذه الصفحة:",
    "serve-refused": "يتعذر العرض على {address}: {reason}",
    "serve-open": "تنبيه: كل من يصل إلى \u2068{address}\u2069 يقرأ هذه المعاينة، وفيها ما لم يُنشر بعد.",
    "serve-address": "يُكتب العنوان هكذا: \u2068127.0.0.1:8000\u2069",
    # sources
    "source-line": (
        "{status}: {id}: {why} ({n, plural, zero {لا إحالة إليه} one {إحالة واحدة إليه} two {إحالتان إليه} "
        "few {# إحالات إليه} many {# إحالة إليه} other {# إحالة إليه}})"
    ),
    "source-left": "أُجّل إلى مرة لاحقة: {id}: {reason}",
    "source-uncopied": "لم تُعرف له نسخة: {id}: {reason}",
    "source-count": "{status}: {n}",
    "source-sum": "المصادر التي تُفقّدت: {n} من {total}.",
    "source-sum-parts": "المصادر التي تُفقّدت: {n} من {total}؛ {parts}.",
    "source-copies": (
        "{n, plural, zero {لم يُعثر على نسخ} one {عُثر على نسخة واحدة} two {عُثر على نسختين} few {عُثر على # نسخ} "
        "many {عُثر على # نسخة} other {عُثر على # نسخة}} في الأرشيف."
    ),
    "source-fresh": "لم يمض وقت طويل على تفقّد أي مصدر؛ والخيار «--again» يعيد تفقّدها كلها.",
    "source-offline": "لم يُبلغ أي خادم، فهل هذا الجهاز متصل بالشبكة؟ لم يُكتب شيء.",
    "source-stopped": (
        "توقف الأمر، وما تُفقّد محفوظ. وإذا أُعيد الأمر نفسه مضى في "
        "{n, plural, zero {لا شيء} one {المصدر الباقي} two {المصدرين الباقيين} few {المصادر الباقية، وعددها #} "
        "many {المصادر الباقية، وعددها #} other {المصادر الباقية، وعددها #}}."
    ),
    "source-unknown": "لا مصدر بالمعرّف «{id}»",
    "source-unknown-near": "لا مصدر بالمعرّف «{id}»؛ لعلك تقصد «{nearest}»",
    "source-proposal": "# {id}: {why}",
    "source-by-hand": "{file}: عدّله بيدك، والسبب أن {reason}: {new}",
    "source-make": "أتريد هذا التعديل؟",
    "source-proposed": (
        "{n, plural, zero {لا تعديلات مقترحة} one {تعديل واحد مقترح} two {تعديلان مقترحان} few {# تعديلات مقترحة} "
        "many {# تعديلا مقترحا} other {# تعديل مقترح}}، ولم يُجر شيء منها؛ والخيار «--apply» يسأل عن كل تعديل."
    ),
    "source-made": "أُجري {made} من {n}.",
    "link-found": "موجود",
    "link-moved": "انتقل",
    "link-changed": "تغيّر",
    "link-unreadable": "لا يُقرأ",
    "link-blocked": "محجوب",
    "link-unreachable": "لا يجيب",
    "link-private-address": "عنوان في شبكة خاصة",
    "link-gone": "اختفى",
    # impact
    "impact-of-what": "اذكر BASE، أو ملفًا مع --from، لا كليهما.",
    "impact-not-told": "ليس في {file} أثر كما يكتبه الأمر `dalil impact --format json`: {reason}",
}

"""What `show`, `due` and `stats` say, in Arabic."""

from __future__ import annotations

DAYS = "{n, plural, zero {صفر من الأيام} one {يوم واحد} two {يومين} few {# أيام} many {# يوما} other {# يوم}}"
"""After a preposition."""

SHOWING: dict[str, str] = {
    # show
    "show-kind": "{kind}، {place}",
    "show-former-id": "«{id}» معرّف سابق، وقد حل محله «{current}».",
    "show-withdrawn": "سُحب في {on}: {words}",
    "show-retracted": "سحبه ناشره في {on}: {words}",
    "show-corrected": "صحّحه ناشره في {on}: {words}",
    "show-formerly": "معرّفاته السابقة: {ids}",
    "show-fault": "(يتعذر عرضه: {reason})",
    "show-texts": "النصوص",
    "show-values": "القيم",
    "show-status": "الحالة: {status} (القاعدة: {rule})",
    "show-citations": "الإحالات",
    "show-disputes": "من روايات المسألة الخلافية",
    "show-uses": "حيث يُذكر",
    "show-counted": "حيث يُحسب",
    "show-citation": "{number}. {source}: {locator}، {stance}  {place}",
    "show-citation-published": "{number}. {source} ({publisher}): {locator}، {stance}  {place}",
    "show-page": "الصفحة {value}",
    "show-section": "القسم {value}",
    "show-paragraph": "الفقرة {value}",
    "show-words": "«{value}»",
    "show-whole": "الوثيقة كلها",
    "show-nowhere": "بلا موضع محدد فيه",
    "show-use": "{kind} {id}، {field}  {place}",
    "show-on-page": "في الصفحة {page}، {how}",
    "show-on-own": "في صفحة، {how}",
    "show-on-none": "لا يظهر في أي صفحة.",
    "show-how-own": "وهي صفحته الخاصة",
    "show-how-called": "وهي تعرضه",
    "show-how-through": "وهي تعرض سجلا يذكره",
    "show-problems": (
        "يجد \u2068dalil check\u2069 {n, plural, zero {صفرا من الأخطاء} one {خطأ واحدا} two {خطأين} few {# أخطاء} "
        "many {# خطأ} other {# خطأ}}، وقد ينقص هنا ما يتصل بذلك."
    ),
    "show-freshness": "حداثة التحقق",
    "show-due": "موعد التحقق التالي: {day} ({rule}: {period})",
    "show-due-given": "موعد التحقق التالي: {day}، كما يطلب السجل",
    "show-due-noticed": "يحتاج إلى تحقق آخر، فقد صحّح ناشر مصدرا أو سحبه في {day}",
    "show-never-due": "لا يحتاج إلى تحقق آخر ({rule})",
    "show-never-due-given": "لا يحتاج إلى تحقق آخر، كما ينص السجل",
    "show-look": "آخر تفقّد للعنوان",
    "show-looked": "{on}: {status}، منذ {since}: {why}",
    "show-archive": "نسخة الأرشيف: {address}",
    "show-no-archive": "لا تُعرف له نسخة في أرشيف",
    "show-stale": "(متقادمة: تغيّر أصلها)",
    "show-proposed": "(مقترحة: لا تُعرض حتى يؤكدها أحد)",
    "show-missing": "(غير موجودة: تحل محلها لغة أخرى)",
    "show-broken": "(معيبة: تحل محلها لغة أخرى)",
    # due
    "due-line": "الموعد {by} ({when}): {what} «{says}»",
    "due-today": "اليوم",
    "due-ago": f"قبل {DAYS}",
    "due-in": f"بعد {DAYS}",
    "due-why": "السبب: {reason}",
    "due-shown": "يظهر في: {pages}",
    "due-shown-more": (
        "يظهر في: {pages} و{n, plural, zero {لا غيرها} one {صفحة أخرى} two {صفحتين أخريين} few {# صفحات أخرى} "
        "many {# صفحة أخرى} other {# صفحة أخرى}}"
    ),
    "due-own": "يظهر في صفحته الخاصة وحدها",
    "due-sum-today": (
        "حل اليوم موعد {n, plural, zero {لا شيء} one {سجل واحد} two {سجلين} few {# سجلات} many {# سجلا} "
        "other {# سجل}}: {parts}."
    ),
    "due-sum-by": (
        "يحل حتى {end} موعد {n, plural, zero {لا شيء} one {سجل واحد} two {سجلين} few {# سجلات} many {# سجلا} "
        "other {# سجل}}: {parts}."
    ),
    "due-none-today": "لا شيء حل موعده اليوم.",
    "due-none-by": "لا شيء يحل موعده حتى {end}.",
    "due-claims": (
        "{n, plural, zero {لا معلومات} one {معلومة واحدة} two {معلومتان} few {# معلومات} many {# معلومة} "
        "other {# معلومة}}"
    ),
    "due-statements": (
        "{n, plural, zero {لا بيانات} one {بيان واحد} two {بيانان} few {# بيانات} many {# بيانا} other {# بيان}}"
    ),
    "due-sources": (
        "{n, plural, zero {لا مصادر} one {مصدر واحد} two {مصدران} few {# مصادر} many {# مصدرا} other {# مصدر}}"
    ),
    "due-disputes": (
        "{n, plural, zero {لا مسائل خلافية} one {مسألة خلافية واحدة} two {مسألتان خلافيتان} few {# مسائل خلافية} "
        "many {# مسألة خلافية} other {# مسألة خلافية}}"
    ),
    "due-pages": (
        "{n, plural, zero {لا صفحات} one {صفحة واحدة} two {صفحتان} few {# صفحات} many {# صفحة} other {# صفحة}}"
    ),
    "due-pictures": ("{n, plural, zero {لا رسوم} one {رسم واحد} two {رسمان} few {# رسوم} many {# رسما} other {# رسم}}"),
    "due-terms": (
        "{n, plural, zero {لا مصطلحات} one {مصطلح واحد} two {مصطلحان} few {# مصطلحات} many {# مصطلحا} other {# مصطلح}}"
    ),
    "due-events": ("{n, plural, zero {لا أحداث} one {حدث واحد} two {حدثان} few {# أحداث} many {# حدثا} other {# حدث}}"),
    "due-nothing-later": "ولا شيء يحل موعده بعد ذلك.",
    "due-next": (
        "التالي: {n, plural, zero {لا سجلات} one {سجل واحد} two {سجلان} few {# سجلات} many {# سجلا} "
        "other {# سجل}} في {day}."
    ),
    "verified-on": "آخر تحقق في {on}",
    "never-verified": "لم يسبق التحقق منه",
    "due-given": "{verified}؛ ويطلب السجل نظرة أخرى بحلول {day}",
    "due-rule": "{verified}؛ ويُعاد النظر في {subject} بعد {period}",
    "due-moved": "تغيّر ما يقوم عليه {key} منذ أُقرّ: {moves}",
    "due-corrected": "{verified}؛ وقد صحّحه ناشره في {day}",
    "due-citations": "{verified}؛ وقد صُحّح مصدر يحيل إليه أو سُحب في {day}",
    "due-dead": "عنوانه لم يعد يعمل، ولا تُعرف له نسخة في أرشيف: {why}",
    "due-looked": "آخر تفقّد لعنوانه في {on}: {why}",
    "due-length": "تُكتب المدة هكذا: «30 days» أو «6 weeks» أو «3 months»",
    "due-locales": "لغات الموقع: {locales}",
    "period-day": DAYS,
    "period-week": (
        "{n, plural, zero {صفر من الأسابيع} one {أسبوع واحد} two {أسبوعين} few {# أسابيع} many {# أسبوعا} "
        "other {# أسبوع}}"
    ),
    "period-month": (
        "{n, plural, zero {صفر من الأشهر} one {شهر واحد} two {شهرين} few {# أشهر} many {# شهرا} other {# شهر}}"
    ),
    "period-year": (
        "{n, plural, zero {صفر من السنوات} one {سنة واحدة} two {سنتين} few {# سنوات} many {# سنة} other {# سنة}}"
    ),
    "period-never": "بلا موعد",
    # What each rule of verification speaks of
    "subject-claim-confirmed": "المعلومة المؤكدة",
    "subject-claim-attributed": "المعلومة المنسوبة إلى قائلها",
    "subject-claim-single-source": "المعلومة ذات المصدر الواحد",
    "subject-claim-disputed": "المعلومة المختلف فيها",
    "subject-claim-unconfirmed": "المعلومة غير المؤكدة",
    "subject-claim-superseded": "المعلومة التي حلت محلها أخرى",
    "subject-claim-retracted": "المعلومة المسحوبة",
    "subject-claim-past": "المعلومة عما مضى وانقضى",
    "subject-statement-confirmed": "البيان المؤكد",
    "subject-statement-attributed": "البيان المنسوب إلى قائله",
    "subject-statement-single-source": "البيان ذي المصدر الواحد",
    "subject-statement-disputed": "البيان المختلف فيه",
    "subject-statement-unconfirmed": "البيان غير المؤكد",
    "subject-statement-superseded": "البيان الذي حل محله آخر",
    "subject-statement-retracted": "البيان المسحوب",
    "subject-statement-past": "البيان عما مضى وانقضى",
    "subject-retracted": "المصدر الذي سحبه ناشره",
    "subject-dispute": "المسألة الخلافية",
    "subject-primary-document": "الوثيقة الأصلية",
    "subject-news": "الخبر الصحفي",
    "subject-analysis": "التحليل",
    "subject-reference": "المرجع",
    # stats
    "stat-claims": "المعلومات",
    "stat-statements": "البيانات",
    "stat-withdrawn": "المسحوب منها",
    "stat-disputes": "المسائل الخلافية",
    "stat-events": "الأحداث",
    "stat-sources": "المصادر",
    "stat-sources_cited": "المصادر المحال إليها",
    "stat-entities": "الكيانات",
    "stat-terms": "المصطلحات",
    "stat-locales": "اللغات",
    "stat-texts": "النصوص",
    "stat-pages": "الصفحات",
    "stat-citations": "الإحالات",
    "stat-claims_with_two_citations": "معلومات لها إحالتان",
    "stat-claims_with_two_citations_percent": "نسبتها المئوية",
    "stat-claims_without_citation": "معلومات بلا إحالة",
    "stat-status": "الحالات",
    "stat-topics": "المواضيع",
    "stat-figure": "{name} {figure}",
    # How far a claim is borne out, and what a citation does for it
    "status-confirmed": "مؤكدة",
    "status-single-source": "بمصدر واحد",
    "status-attributed": "منسوبة",
    "status-disputed": "مختلف فيها",
    "status-unconfirmed": "غير مؤكدة",
    "status-superseded": "حلت محلها أخرى",
    "status-retracted": "مسحوبة",
    "stance-supports": "يؤيد",
    "stance-disputes": "ينفي",
    "stance-mentions": "يذكر",
}

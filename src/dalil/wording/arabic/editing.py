"""What `new`, `rename` and `locale` say and ask, in Arabic."""

from __future__ import annotations

EDITING: dict[str, str] = {
    # new
    "new-added": "أُضيف سجل من نوع «{kind}» معرّفه «{id}» في {place}.",
    "new-updated": "صار تاريخ آخر تعديل في data/site.yml هو {day}، وهو يوم قراءة المصدر.",
    "new-next": "الخطوات التالية:",
    "new-would-stand": "هكذا يكون السجل في {place}، ولم يُكتب شيء.",
    "new-again": "أي حقل تريد الإجابة عنه من جديد؟ ({fields}، أو id؛ ومفتاح Enter وحده ينهي الأمر)",
    "new-write": "أتريد كتابته في {file}؟",
    "new-another": "أسجلك غير هذا؟",
    "new-id": "المعرّف",
    "new-id-prompt": "المعرّف",
    "new-id-kept": "يدخل في عناوين يحفظها القراء، فلا يتغير أبدا.",
    "new-expected": "المنتظر: {form}.",
    "new-taken": "«{id}» معرّف سجل آخر، أو كان كذلك.",
    "new-name-form": "اكتب رمز لغة ثم علامة = ثم اسما، مثل «es=Comando Sur»",
    "step-cite": "أحل إليه في معلومة أو بيان: {sample}",
    "step-name": "اذكره في النصوص: {sample}.",
    "step-page": "تُصنع له صفحة خاصة متى قيل عنه شيء.",
    "step-event": "اذكره في النصوص: {sample}. وضع تاريخه في نص بالقيمة {date}.",
    "step-call": "اعرضه في {page}: أضف {id} إلى استدعاء مثل «claims(…)».",
    "step-table": "تأكد أن جدولا يعرضه، مثل {sample} في {page}.",
    "step-dispute": "اعرضه حيث يهم القارئ: {sample} في {page}.",
    "step-check-it": "شغّل «dalil check»، ويريك «dalil serve» ما سيراه القراء.",
    "step-some-page": "صفحة من docs/",
    # What is asked for a new record
    "ask-head": "{field}. {description}",
    "ask-head-optional": "{field} (اختياري: يُتجاوز بمفتاح Enter). {description}",
    "ask-several": "{field} (مفتاح Enter وحده ينهي القائمة)",
    "ask-text": "باللغة {language} ({code})",
    "ask-names": "اللغة ثم = ثم الاسم، مثل «es=Comando Sur» (مفتاح Enter وحده ينهي القائمة)",
    "ask-source": "المصدر (مفتاح Enter وحده ينهي القائمة)",
    "ask-where": (
        "الموضع فيه: ست كلمات على الأكثر كما وردت فيه، أو «page 12» أو «section Name» أو «paragraph 3» أو «whole»"
    ),
    "ask-stance": "«supports» إن كان يؤيد، أو «disputes» إن كان ينفي، أو «mentions» إن كان يذكر",
    "ask-version": "الرواية {n}: صاحبها بإيجاز، والمعلومات التي تذكرها",
    "ask-claims": "المعلومات، وبينها فواصل",
    "ask-more": "أهناك رواية أخرى؟",
    "ask-value": (
        "{label} (عدد، أو «65%»، أو تاريخ، أو «50 days»، أو «518 billion USD»، أو معرّف حدث أو كيان، أو ما يُكتب في "
        "الملفات مثل {sample})"
    ),
    "answer-unknown": "لا {what} بالمعرّف «{id}». اكتب «?» لترى القائمة.",
    "answer-unknown-near": "لا {what} بالمعرّف «{id}». لعلك تقصد «{nearest}».",
    "answer-among": "المنتظر واحد من هذه: {words}.",
    "answer-among-near": "المنتظر واحد من هذه: {words}. لعلك تقصد «{nearest}».",
    "answer-needed": "لا بد هنا من إجابة",
    "answer-several": "«{name}» اسم لأكثر من واحد: {ids}. اكتب معرّف أحدها.",
    "answer-kind": "«{id}» {found}، ولا يقع ذلك هنا. اكتب «?» لترى القائمة.",
    "answer-none": "لا شيء اسمه «{words}»",
    "answer-name": "المنتظر رمز لغة ثم علامة = ثم اسم، مثل «es=Comando Sur»",
    "answer-words": (
        "{n, plural, zero {لا كلمات} one {كلمة واحدة} two {كلمتان} few {# كلمات} many {# كلمة} other {# كلمة}} على "
        "الأكثر: اختر ما يدل على الموضع خير دلالة"
    ),
    "answer-signs": "لا تُعرف فقرة بعلامة وحدها: المنتظر كلمات أو صفحة أو قسم أو رقم فقرة",
    "answer-paragraph": "رقم الفقرة عدد يبدأ من 1",
    "answer-value": "القيمة واحدة من هذه: {kinds}، مثل {integer} أو {date}",
    "answer-form": "المنتظر {form}",
    "answer-one-of": "المنتظر واحد من هذه: {words}",
    "answer-field": "لا حقل باسم «{field}»",
    "answer-missing": "الحقل «{field}» ناقص",
    # retract
    "retract-done": "سُحب السجل «{id}» ({kind}، {place}). تبقى صفحته في عنوانها وتبدأ بذكر ذلك.",
    "retract-source": "سُجّل أن الناشر سحب «{id}» ({place})، ويُنبَّه القارئ عند كل إشارة إليه.",
    "retract-fixed": "ثُبّتت القيم التي كانت تُحسب من سجلات أخرى كما هي: {names}.",
    "retract-updated": "صار يوم آخر تعديل في data/site.yml هو {day}.",
    "retract-next": "والآن: انظر إلى صفحته (dalil serve)، ثم إلى أثر التعديل كله (dalil impact origin/main).",
    "retract-option": "لا مكان للخيار {option} في سحب سجل كهذا",
    "retract-text-form": "اكتب رمز اللغة ثم = ثم النص، مثل {sample}",
    "retract-again": "أي حقل يُجاب عنه من جديد؟ ({fields}؛ Enter للتخلي)",
    # rename
    "rename-done": "تغيّر معرّف {kind} من «{old}» إلى «{new}»: {counted}.",
    "rename-leads": "صار «{old}» يقود إلى «{new}» (الملف {file}).",
    "rename-counted": (
        "{places, plural, zero {لا مواضع} one {موضع واحد} two {موضعان} few {# مواضع} many {# موضعا} "
        "other {# موضع}} في {files, plural, zero {لا ملفات} one {ملف واحد} two {ملفين} few {# ملفات} many {# ملفا} "
        "other {# ملف}}"
    ),
    "rename-would": "سيتغير: {counted}، ويُضاف المعرّف السابق إلى قائمة المعرّفات السابقة. لم يُكتب شيء.",
    "rename-moved": "من حفظ {old} من القراء يُنقل إلى {new}، والأمر «make addresses» يقبل العنوان الجديد.",
    "rename-anchor": "الروابط إلى {old} تفتح الصفحة من أعلاها، والروابط إلى {new} تقود إلى السجل.",
    "rename-stays": "تبقى صفحته على عنوانها {address}، فهو مأخوذ من اسم ملفها في docs/.",
    # locale
    "locale-unknown": "لا لغة في CLDR رمزها «{code}». أمثلة: es وpt-BR وzh-Hant.",
    "locale-unknown-near": "لا لغة في CLDR رمزها «{code}». لعلك تقصد «{nearest}». أمثلة: es وpt-BR وzh-Hant.",
    "locale-added": (
        "صارت {language} من لغات الموقع. افتح \u2068data/locales/{code}.po\u2069 في Poedit، أو ارفعه إلى Weblate."
    ),
    "locale-shipped": (
        "جاءت مع البرنامج من نصوص الواجهة: "
        "{count, plural, zero {لا شيء} one {نص واحد مترجم} two {نصان مترجمان} few {# نصوص مترجمة} "
        "many {# نصا مترجما} other {# نص مترجم}}."
    ),
    "locale-face-made": (
        "ليس في الخطوط المنشورة {count, plural, zero {أي حرف} one {حرف واحد} two {حرفان} few {# أحرف} many {# حرفا} "
        "other {# حرف}} من حروف {language}: {letters}. وسيصنع البناء من المجلد «fonts/» خطا يضمها."
    ),
    "locale-face-system": (
        "ليس في خطوط الموقع {count, plural, zero {أي حرف} one {حرف واحد} two {حرفان} few {# أحرف} many {# حرفا} "
        "other {# حرف}} من حروف {language}، مثل {letters}. وستظهر للقارئ بخطوط جهازه."
    ),
    "locale-see": "لترى الموقع بها: \u2068dalil serve --locale {code}\u2069",
    "locale-how-far": "لترى ما أُنجز منها وما يُترجم أولا: \u2068dalil locale status {code} --next 20\u2069",
    "locale-removed": "لم تعد «{code}» من لغات الموقع.",
    "locale-kept": "لم تعد «{code}» من لغات الموقع، وبقي الملف {file}.",
    "locale-none": "ليست {codes} من لغات الموقع المترجمة، ولا لغة مترجمة فيه",
    "locale-no-translated": "ليست {codes} من لغات الموقع المترجمة، وهي: {known}",
    "locale-not-there": "ليست {codes} من لغات الموقع، وهي: {known}",
    "locale-in-step": "كل ملفات الترجمة موافقة للنصوص.",
    "locale-behind": "ملفات لا توافق النصوص: {files}. شغّل «dalil locale update».",
    "locale-brought": "{file}: صار موافقا للنصوص",
    "locale-under": "دون {limit} %: {figures}",
    "locale-figure": "{code} {percent} %",
    "locale-title": "{language} ({code})",
    "locale-texts": "النصوص",
    "locale-all": "الكل",
    "state-done": "تامة",
    "state-stale": "متقادمة",
    "state-proposed": "مقترحة",
    "state-missing": "ناقصة",
    "state-broken": "معيبة",
    "kind-sources": "المصادر",
    "kind-entities": "الكيانات",
    "kind-events": "الأحداث",
    "kind-claims": "المعلومات",
    "kind-statements": "البيانات",
    "kind-roles": "الأدوار",
    "kind-disputes": "المسائل الخلافية",
    "kind-terms": "المصطلحات",
    "kind-pages": "الصفحات",
    "kind-pictures": "الرسوم",
    "kind-outlines": "خرائط الأساس",
    "kind-synonyms": "المترادفات",
    "kind-interface": "الواجهة",
    "kind-style": "قواعد الكتابة",
    # review
    "review-unknown": "ليس النص «{key}» مما ينتظر المراجعة؛ والأمر \u2068dalil review\u2069 يسردها",
    "review-near": "ليس النص «{key}» مما ينتظر المراجعة. لعلك تقصد «{nearest}».",
    "review-agreed": "{n, plural, zero {لم يُقَرّ أي نص} one {أُقرّ نص واحد} two {أُقرّ نصان} few {أُقرّت # نصوص} "
    "many {أُقرّ # نصا} other {أُقرّ # نص}}، وبقي {left, plural, zero {لا شيء} one {نص واحد} two {نصان} few {# نصوص} "
    "many {# نصا} other {# نص}} ({file}).",
    "review-changed": "{key} (تغيّر في {codes})",
    "review-never": "{key} (لم تُقارن لغاته بعد)",
    "review-moved": "{key} (تغيّر ما يقوم عليه)",
    "review-never-asked": "{key} (يقوم على قيم لم يُقرّها أحد بعد)",
    "review-due": "{n, plural, zero {لا نصوص تنتظر المراجعة} one {نص واحد ينتظر المراجعة} two {نصان ينتظران المراجعة} "
    "few {# نصوص تنتظر المراجعة} many {# نصا ينتظر المراجعة} other {# نص ينتظر المراجعة}}.",
    "review-none": "لغات كل النصوص متوافقة، ولم يتغير شيء مما تقوم عليه.",
    "locale-no-folder": "لا وجود للمجلد {folder}",
    "locale-json-next": "الخيار \u2068--next\u2069 يسرد النصوص للقراءة، فلا يجتمع مع \u2068--json\u2069.",
}

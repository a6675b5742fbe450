"""The words of the impact report, in the languages in which editors read it: ICU messages."""

from __future__ import annotations

from dalil.text.messages import format_message
from dalil.wording.formats.inert import Markdown

PHRASES: dict[str, dict[str, str]] = {
    "en": {
        "title": "What this change does",
        "since.fork": "Compared with the commit at which it left {base} ({commit}).",
        "since.commit": "Compared with {base} itself ({commit}).",
        "of.commit": "Of commit {head}.",
        "files": "{n, plural, one {A file was} other {# files were}} changed of which this report says no more: the "
        "site does not show {n, plural, one {it} other {them}} as {n, plural, one {it is} other {they are}}. Look at "
        "{n, plural, one {it} other {them}} yourself:",
        "file.added": "{path}, new",
        "file.changed": "{path}, changed",
        "file.removed": "{path}, gone",
        "left": "{n, plural, one {This is no file} other {These are no files}} that can be read, so what "
        "{n, plural, one {it holds} other {they hold}} is not known:",
        "left.link": "{path}: a link to somewhere else",
        "left.module": "{path}: another repository",
        "left.name": "{path}: a name that no checkout may make",
        "left.size": "{path}: larger than what is read",
        "left.place": "{path}: its name is too long, or stands in the way of another",
        "left.kind": "{path}: nothing that git knows",
        "shallow": "This clone’s history is cut off, so the commit at which the branch left {base} is not known; "
        "changes made on {base} since then are counted in reverse. `git fetch --unshallow` mends it.",
        "code": "This change also alters code: {files}. That was not run: the report shows the pages as the macros of "
        "{base} make them. Read the code first; once you trust it, `--with-code` makes each state by its own.",
        "lacking": "Pages call {n, plural, one {a macro} other {# macros}} that {base} does not have: {names}. What "
        "{n, plural, one {it shows} other {they show}} is not in this report.",
        "nothing": "Nothing that a reader would see is different, and no record.",
        "nothing.known": "No record that could be read is different.",
        "base.unsound": "{n, plural, one {The state before has a problem} other {The state before has # problems}} "
        "for the present check, so what its readers saw is not known; only records are compared.",
        "head.unsound": "{n, plural, one {The check finds a problem} other {The check finds # problems}} in this "
        "change, so what readers will see is not known yet; only records are compared. `dalil check` shows them.",
        "claims": "Claims and statements",
        "records": "Records",
        "statuses": "Statuses",
        "values": "Figures and values",
        "citations": "Citations",
        "pages": "Pages that read otherwise",
        "addresses": "Addresses",
        "added": "{n} new",
        "changed": "{n} changed",
        "removed": "{n} gone",
        "renamed": "{n} renamed",
        "moved": "{n} moved",
        "shifted": "{n} moved",
        "gained": "{n} gained",
        "lost": "{n} lost",
        "derived": "{n} of them derived",
        "kind.added": "new",
        "kind.changed": "changed",
        "kind.removed": "gone",
        "kind.renamed": "renamed from {former}",
        "withdrawn": "{n, plural, one {A record is} other {# records are}} withdrawn. "
        "{n, plural, one {Its page stays and says} other {Their pages stay and say}} so first; nothing else shows or "
        "counts {n, plural, one {it} other {them}}:",
        "noticed": "{n, plural, one {A source was} other {# sources were}} corrected or taken back by the publisher. "
        "Readers are told so at each of {n, plural, one {its} other {their}} marks:",
        "vanished": "{n, plural, one {A published record is} other {# published records are}} gone: whoever kept "
        "{n, plural, one {its address} other {their addresses}} gets nothing. Put "
        "{n, plural, one {it} other {them}} back and run `dalil retract ID`, which keeps the address and says why; or "
        "let the id lead to the record that says the same (data/aliases.yml):",
        "standing.again": "{n, plural, one {A record} other {# records}} that had been withdrawn "
        "{n, plural, one {stands} other {stand}} again:",
        "back.withdrawn": "withdrawn on {date}",
        "back.retracted": "retracted by its publisher on {date}",
        "back.corrected": "corrected by its publisher on {date}",
        "back.replaced": "in its place: {id}",
        "note.missing": "{n, plural, one {A claim says} other {# claims say}} something else than before and "
        "{n, plural, one {carries} other {carry}} no note. Add one under “revisions” (date, what, why):",
        "one-sided": "{n, plural, one {A text was} other {# texts were}} changed in one language and not in another. "
        "Look whether the other still says the same:",
        "drawn": "{n, plural, one {A picture lacks something} other {Pictures lack # things}} that the statements say:",
        "drawn.one": "{picture} lacks {id}",
        "drawn.write": "add {line}",
        "order": "{n, plural, one {A claim stands} other {# claims stand}} after another claim than before. Read "
        "whether {n, plural, one {its} other {their}} words still point at what they mean:",
        "order.one": "{id} on the page {page}: {before} → {after}",
        "order.first": "(first)",
        "resting": "{n, plural, one {A sentence rests} other {# sentences rest}} on what has moved, and nobody has "
        "said yet that {n, plural, one {it is} other {they are}} still right. Read {n, plural, one {it} other {each}}, "
        "then confirm with `dalil review` and its name, or change it:",
        "resting.confirmed": "{n, plural, one {A sentence rests} other {# sentences rest}} on what has moved, and "
        "{n, plural, one {was} other {were}} confirmed as still right:",
        "quoted": "“{words}”",
        "stale": "{n, plural, one {A translation} other {# translations}} ({code}) "
        "{n, plural, one {is} other {are}} behind the original now; readers are told so at the sentence. "
        "Run `dalil locale update`:",
        "side": "{changed} changed, {unchanged} not",
        "follows": "Its record is untouched: this follows from other records.",
        "status": "Status: {before} → {after}",
        "new.citation": "Now cites",
        "lost.citation": "No longer cites",
        "value": "{name}: {before} → {after}",
        "value.derived": "{name} (derived): {before} → {after}",
        "shown.on": "Shown on {n, plural, one {one page} other {# pages}}: {pages}",
        "none": "—",
        "fields": "Fields of records",
        "field": "Field",
        "before": "Before",
        "after": "After",
        "part.title": "title",
        "part.claim": "{n, plural, one {a claim} other {# claims}}",
        "part.picture": "a picture",
        "part.table": "a table",
        "part.dispute": "a disputed question",
        "part.references": "references",
        "part.text": "other words",
        "addresses.gone": "{n, plural, one {An address goes} other {# addresses go}}: whoever saved "
        "{n, plural, one {it} other {them}}, or follows a link there, arrives nowhere. `dalil rename` keeps the former "
        "address of a record that has another id now:",
        "address.new": "New",
        "address.gone": "Gone: whoever saved them arrives nowhere",
        "address.moved": "Moved; the former address leads on",
        "cut": "Left out here: {n, plural, one {a section} other {# sections}} ({names}). "
        "`dalil impact` prints everything.",
        "and.more": "and {n} more",
        "list": ", ",
    },
    "ar": {
        "title": "أثر هذا التعديل",
        "since.fork": "المقارنة بالنقطة التي تفرّع عندها عن {base} ({commit}).",
        "since.commit": "المقارنة بحال {base} نفسه ({commit}).",
        "of.commit": "أثر الإيداع {head}.",
        "files": "{n, plural, zero {لا ملفات عُدّلت} one {ملف واحد عُدّل} two {ملفان عُدّلا} few {# ملفات عُدّلت} "
        "many {# ملفًا عُدّل} other {# ملف عُدّل}} ولا يذكر هذا التقرير ما فعله ذلك، لأن الموقع لا يعرضه كما هو. "
        "انظر فيه بنفسك:",
        "file.added": "{path}، جديد",
        "file.changed": "{path}، معدَّل",
        "file.removed": "{path}، محذوف",
        "left": "{n, plural, zero {لا شيء} one {شيء واحد} two {شيئان} few {# أشياء} many {# شيئًا} other {# شيء}} هنا "
        "لا يُقرأ كما تُقرأ الملفات، فلا يُعرف ما فيه:",
        "left.link": "{path}: رابط يقود إلى مكان آخر",
        "left.module": "{path}: مستودع آخر",
        "left.name": "{path}: اسم لا يصلح لملف",
        "left.size": "{path}: أكبر مما يُقرأ",
        "left.place": "{path}: اسم أطول من اللازم، أو يزاحم ملفًا آخر",
        "left.kind": "{path}: ليس مما يعرفه git",
        "shallow": "تاريخ هذه النسخة مبتور، فلا تُعرف النقطة التي تفرّع عندها التعديل عن {base}، وتظهر تعديلات {base} "
        "اللاحقة هنا معكوسة. يصلح ذلك الأمر `git fetch --unshallow`.",
        "code": "يمسّ هذا التعديل شيفرة أيضًا: {files}. لم تُنفَّذ هذه الشيفرة، والتقرير يعرض الصفحات كما تخرجها وحدات "
        "الماكرو في {base}. اقرأ الشيفرة أولًا، فإن وثقت بها فالخيار `--with-code` يخرج كل حال بشيفرته.",
        "lacking": "تستدعي الصفحات {n, plural, zero {وحدات ماكرو} one {وحدة ماكرو ليست} two {وحدتي ماكرو ليستا} "
        "few {# وحدات ماكرو ليست} many {# وحدة ماكرو ليست} other {# وحدة ماكرو ليست}} في {base}: {names}. ولا يشمل هذا "
        "التقرير ما تعرضه.",
        "nothing": "لا يتغيّر شيء مما يراه القارئ، ولا سجلٌّ من السجلات.",
        "nothing.known": "لا يختلف سجلٌّ مما أمكنت قراءته.",
        "base.unsound": "في الحال السابقة {n, plural, zero {لا أخطاء} one {خطأ واحد} two {خطآن} few {# أخطاء} "
        "many {# خطأً} other {# خطأ}} بحسب الفحص الحالي، فلا يُعرف ما كان يراه القراء، وتقتصر المقارنة على السجلات.",
        "head.unsound": "يجد الفحص في هذا التعديل {n, plural, zero {لا أخطاء} one {خطأً واحدًا} two {خطأين} "
        "few {# أخطاء} many {# خطأً} other {# خطأ}}، فلا يُعرف بعدُ ما سيراه القراء، وتقتصر المقارنة على السجلات. "
        "يعرضها الأمر `dalil check`.",
        "claims": "المعلومات والبيانات",
        "records": "السجلات",
        "statuses": "حالات التوثيق",
        "values": "الأرقام والقيم",
        "citations": "الإحالات",
        "pages": "صفحات تغيّر نصها",
        "addresses": "العناوين",
        "added": "جديد: {n}",
        "changed": "معدَّل: {n}",
        "removed": "محذوف: {n}",
        "renamed": "أُعيدت تسميته: {n}",
        "moved": "منقول: {n}",
        "shifted": "تغيّر: {n}",
        "gained": "أُضيف: {n}",
        "lost": "حُذف: {n}",
        "derived": "المشتق منها: {n}",
        "kind.added": "جديد",
        "kind.changed": "معدَّل",
        "kind.removed": "محذوف",
        "kind.renamed": "كان اسمه {former}",
        "withdrawn": "{n, plural, zero {لا سجلات سُحبت} one {سجل واحد سُحب} two {سجلان سُحبا} few {# سجلات سُحبت} "
        "many {# سجلًا سُحب} other {# سجل سُحب}}. تبقى الصفحة في عنوانها وتبدأ بذكر السحب، ولا يظهر ما سُحب في غيرها ولا "
        "يُعدّ:",
        "noticed": "{n, plural, zero {لا مصادر} one {مصدر واحد} two {مصدران} few {# مصادر} many {# مصدرًا} "
        "other {# مصدر}} مما صحّحه ناشره أو سحبه، ويُنبَّه القارئ إلى ذلك عند كل إشارة إليه:",
        "vanished": "{n, plural, zero {لا سجلات} one {سجل منشور واحد} two {سجلان منشوران} few {# سجلات منشورة} "
        "many {# سجلًا منشورًا} other {# سجل منشور}} مما حُذف، ومن حفظ العنوان لا يصل إلى شيء. أعِد ما حُذف ونفّذ "
        "`dalil retract ID`، فيبقى العنوان وتُذكر الأسباب؛ أو اجعل المعرّف يقود إلى السجل الذي يقول الشيء نفسه "
        "(⁨data/aliases.yml⁩):",
        "standing.again": "{n, plural, zero {لا سجلات} one {سجل واحد} two {سجلان} few {# سجلات} many {# سجلًا} "
        "other {# سجل}} كان مسحوبًا ثم عاد:",
        "back.withdrawn": "سُحب في {date}",
        "back.retracted": "سحبه ناشره في {date}",
        "back.corrected": "صحّحه ناشره في {date}",
        "back.replaced": "حل محله {id}",
        "note.missing": "{n, plural, zero {لا معلومات تقول} one {معلومة واحدة تقول} two {معلومتان تقولان} "
        "few {# معلومات تقول} many {# معلومة تقول} other {# معلومة تقول}} غير ما كانت تقوله من دون ملاحظة "
        "تبيّن ذلك. أضف ملاحظة تحت «revisions» (التاريخ، وما تغيّر، ولماذا):",
        "one-sided": "{n, plural, zero {لا نصوص عُدّلت} one {نص واحد عُدّل} two {نصان عُدّلا} few {# نصوص عُدّلت} "
        "many {# نصًّا عُدّل} other {# نص عُدّل}} في لغة دون أخرى. تحقّق من أن النص الآخر ما زال يقول الشيء نفسه:",
        "drawn": "{n, plural, zero {لا ينقص الرسوم شيء} one {ينقص الرسوم شيء واحد} two {ينقص الرسوم شيئان} "
        "few {ينقص الرسوم # أشياء} many {ينقص الرسوم # شيئًا} other {ينقص الرسوم # شيء}} مما تذكره بيانات المخزن:",
        "drawn.one": "ينقص {picture}: {id}",
        "drawn.write": "أضف {line}",
        "order": "{n, plural, zero {لا معلومات تلي} one {معلومة واحدة تلي} two {معلومتان تليان} few {# معلومات تلي} "
        "many {# معلومة تلي} other {# معلومة تلي}} في فقرتها غير ما كانت تليه. اقرأ كلا منها: هل ما زالت ألفاظها "
        "تعود على ما تقصده؟",
        "order.one": "{id} في الصفحة {page}: {before} ← {after}",
        "order.first": "(في أول الفقرة)",
        "resting": "{n, plural, zero {لا جمل تقوم} one {جملة واحدة تقوم} two {جملتان تقومان} few {# جمل تقوم} "
        "many {# جملة تقوم} other {# جملة تقوم}} على ما تغيّر، ولم يقل أحد بعدُ إن ذلك ما زال صحيحًا. اقرأ كل جملة ثم "
        "أقرّها بالأمر `dalil review` مع اسمها، أو عدّلها:",
        "resting.confirmed": "{n, plural, zero {لا جمل تقوم} one {جملة واحدة تقوم} two {جملتان تقومان} "
        "few {# جمل تقوم} many {# جملة تقوم} other {# جملة تقوم}} على ما تغيّر، وأُقرّ أن ذلك ما زال صحيحًا:",
        "quoted": "«{words}»",
        "stale": "{n, plural, zero {لا ترجمات} one {ترجمة واحدة} two {ترجمتان} few {# ترجمات} many {# ترجمة} "
        "other {# ترجمة}} ({code}) صارت متأخرة عن أصلها، ويُنبَّه القارئ إلى ذلك عند الجملة. نفّذ «dalil locale update»:",
        "side": "عُدّل في {changed} ولم يُعدّل في {unchanged}",
        "follows": "لم يُمسّ سجلها: هذا التغيّر ناتج من سجلات أخرى.",
        "status": "الحالة: {before} ← {after}",
        "new.citation": "أُضيفت الإحالة إلى",
        "lost.citation": "حُذفت الإحالة إلى",
        "value": "{name}: {before} ← {after}",
        "value.derived": "{name} (مشتقة): {before} ← {after}",
        "shown.on": "تظهر في {n, plural, zero {لا صفحات} one {صفحة واحدة} two {صفحتين} few {# صفحات} many {# صفحة} "
        "other {# صفحة}}: {pages}",
        "none": "—",
        "fields": "حقول السجلات",
        "field": "الحقل",
        "before": "قبل",
        "after": "بعد",
        "part.title": "العنوان",
        "part.claim": "{n, plural, zero {لا معلومات} one {معلومة} two {معلومتان} few {# معلومات} many {# معلومة} "
        "other {# معلومة}}",
        "part.picture": "صورة",
        "part.table": "جدول",
        "part.dispute": "مسألة خلافية",
        "part.references": "المراجع",
        "part.text": "كلمات أخرى",
        "addresses.gone": "{n, plural, zero {لا عناوين تزول} one {عنوان واحد يزول} two {عنوانان يزولان} "
        "few {# عناوين تزول} many {# عنوانًا يزول} other {# عنوان يزول}}، فمن حفظ شيئًا منها، أو تبع رابطًا إليها، لا يصل "
        "إلى شيء. والأمر `dalil rename` يُبقي العنوان السابق لسجل تغيّر معرّفه:",
        "address.new": "جديدة",
        "address.gone": "زالت: من حفظها لا يصل إلى شيء",
        "address.moved": "نُقلت، والعنوان السابق يقود إلى الجديد",
        "cut": "حُذف من هذا التقرير {n, plural, zero {لا شيء} one {قسم واحد} two {قسمان} few {# أقسام} "
        "many {# قسمًا} other {# قسم}} ({names})، ويطبعه كاملًا الأمر `dalil impact`.",
        "and.more": "و{n} غيرها",
        "list": "، ",
    },
}

LANGUAGES = tuple(PHRASES)
ICU = {"en": "en", "ar": "ar@numbers=latn"}


def phrase(language: str, key: str, /, **arguments: object) -> Markdown:
    """A phrase in one of `LANGUAGES`; what is put into it is escaped, unless it is a number or Markdown of ours."""
    given = {
        name: value if isinstance(value, int) else str(Markdown.escape(value)) for name, value in arguments.items()
    }
    return Markdown(format_message(PHRASES[language][key], ICU[language], given))
